package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One pass over tidy markup gives what a tree of it gives, to the character; jsoup is the oracle. */
class TidyHtmlTest {

    private static final int DOCUMENTS = Integer.getInteger("tidy.documents", 8_000);
    private static final String NAMES = """
            a a abbr address article aside b bdi bdo blockquote blockquote body br br center cite code dd del details dfn div
            div dl dt em figcaption figure font form h1 h2 h3 h6 hr i iframe img img ins kbd li li mark nobr ol p p p p pre q s
            samp script section select small span span strike strong strong sub summary sup svg table td time title tr tt u ul
            ul var wbr x""";
    private static final List<String> TAGS =
            Pattern.compile("\\s+").splitAsStream(NAMES).toList();
    private static final List<String> ATTRIBUTES = List.of(
            " href=\"https://a.example/x\"",
            " href='http://a.example/x?a=1&b=2&copy=3'",
            " href=\"/rel/../x\"",
            " href=\"https://a.example/a/./b\"",
            " href=\"https://a.example\"",
            " href=\"HTTPS://A.example:443/한글 x\"",
            " href=\"javascript:alert(1)\"",
            " href=\" https://a.example/&amp;x\"",
            " href=\"#top\"",
            " href=\"mailto:a@b.example\"",
            " href=\"\"",
            " src=\"https://a.example/p.jpg\"",
            " src=\"p.jpg\"",
            " srcset=\"p.jpg 1x, /q.jpg 2x\"",
            " srcset=\"javascript:x\"",
            " dir=\"rtl\"",
            " lang=ko",
            " src=\"data:image/png;base64,AAAA\"",
            " src=\"https://a.example/p.jpg?a&lt;b&quot;c\"",
            " alt=\"a &lt;b&gt; &quot;c&quot; &nbsp;\"",
            " alt='\"'",
            " alt=\"a > b\"",
            " alt=\"\"",
            " title=\"t\"",
            " TITLE=\"T\"",
            " cite=\"https://a.example/c\"",
            " cite=\"c\"",
            " width=\"1\"",
            " width=1",
            " width=1/",
            " title=a\"b",
            " x:y=\"1\"",
            " href=https:",
            " align=left",
            " class=\"x y\"",
            " style='x'",
            " hidden",
            " onclick=\"x()\"",
            " type=\"1\"",
            " start=\"2\"",
            " dir=\"rtl\"",
            " datetime=\"2026\"",
            "\n href=\"https://a.example/y\"",
            " data-x=\"1\"");
    private static final List<String> TEXTS = List.of(
            "word",
            " ",
            "\n",
            "  two  words ",
            "한국어 글.",
            "&amp;",
            "&nbsp;",
            "&#8217;",
            "&#x2014;",
            "&hellip;",
            "&lt;b&gt;",
            "<!-- c -->",
            "\"quoted\"",
            "it's",
            "\u00A0",
            "\u2003",
            "\uD83D\uDE00",
            "&#128512;",
            "a & b",
            "AT&T",
            "&unknown;",
            "&copy 2026",
            "&notit;",
            "&#128;",
            "&#0;",
            "\u00AD",
            "\u200B",
            "\r\n",
            "\u0001",
            "\uD83D",
            "a < b",
            "<!-- c -->",
            "<!---->",
            "<!-->",
            "<!-- a -- b -->",
            "<!-- a --!>",
            "<![CDATA[x]]>",
            "\t",
            ">",
            "&",
            "&#",
            "&;",
            "&#x;",
            "&NotEqualTilde;",
            "<",
            "\uFFFE",
            "\u0085",
            "\u3000");

    @Test
    void gives_what_a_parser_and_a_cleaner_give() {
        Random random = new Random(20260927);
        int tidy = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            String markup = markup(random);
            tidy += agrees(markup, "https://feeds.example.org/dir/") + agrees(markup, null);
        }
        assertThat(tidy).as("documents that were tidy").isGreaterThan(DOCUMENTS / 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "<p>One.</p><p>Two.</p>",
                "<P CLASS='x'>One <A HREF=\"https://a.example/\">link</A><BR/>two</P>",
                "<ul><li>a</li><li>b <b>c</b></li></ul>",
                "<p>open <b>left",
                "<b><div>a</div></b>c",
                "<p>a<p>b",
                "<ul><li>a<li><p>b</ul>c",
                "<dl><dt>a<dd>b</dl>",
                "<div><!-- more --><p>a</div>b",
                "<img src=x width=640>",
                "<div xmlns:x='y'>a</div>",
                "<div><p>a</p></div>b"
            })
    void takes_what_feeds_mostly_carry(String markup) {
        assertThat(agrees(markup, "https://feeds.example.org/")).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b><i>a</b></i>",
                "<a href='x'>a<a href='y'>b</a></a>",
                "<table><tr><td>a</td></tr></table>",
                "<script>alert(1)</script>",
                "<p/>a",
                "<img src=x onerror=alert(1)>",
                "<svg><a xlink:href='javascript:x'>a</a></svg>",
                "a < b",
                "<li>a</li>"
            })
    void leaves_to_the_parser_what_has_to_be_corrected(String markup) {
        assertThat(agrees(markup, "https://feeds.example.org/")).isZero();
    }

    private static int agrees(String markup, @Nullable String base) {
        StatedText stated = new StatedText(markup, true, base);
        var safe = base == null ? StatedText.SAFE_WITHOUT_BASE : StatedText.SAFE;
        TidyHtml.Read read = TidyHtml.read(markup, safe, base == null ? "" : base);
        if (read == null) {
            return 0;
        }
        StatedText.Shown corrected = stated.corrected(markup, safe, false);
        assertThat(read.body()).as(markup).isEqualTo(corrected.body());
        assertThat(read.text()).as(markup).isEqualTo(corrected.text());
        return 1;
    }

    private static String markup(Random random) {
        // Most pieces as feeds have them; the further one goes through the lists the odder they are.
        boolean odd = random.nextInt(4) == 0;
        StringBuilder out = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        int pieces = 1 + random.nextInt(14);
        for (int i = 0; i < pieces; i++) {
            switch (random.nextInt(5)) {
                case 0, 1 -> out.append(pick(TEXTS, odd ? TEXTS.size() : 20, random));
                case 2, 3 -> out.append(start(random, open, odd));
                default -> {
                    if (!open.isEmpty()) {
                        out.append("</")
                                .append(odd && random.nextInt(9) == 0 ? "b" : open.pop())
                                .append('>');
                    }
                }
            }
        }
        return out
                + open.stream()
                        .filter(tag -> random.nextInt(8) > 0)
                        .map(tag -> "</" + tag + ">")
                        .collect(Collectors.joining());
    }

    private static String start(Random random, Deque<String> open, boolean odd) {
        String tag = pick(TAGS, TAGS.size(), random);
        boolean isVoid = List.of("br", "hr", "img", "wbr").contains(tag);
        if (!isVoid) {
            open.push(tag);
        }
        String attributes = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> pick(ATTRIBUTES, ATTRIBUTES.size(), random))
                .collect(Collectors.joining());
        String name = random.nextInt(12) == 0 ? tag.toUpperCase(Locale.ROOT) : tag;
        return "<" + name + attributes
                + ((isVoid && random.nextBoolean()) || (odd && random.nextInt(9) == 0) ? " />" : ">");
    }

    private static String pick(List<String> from, int first, Random random) {
        return from.get(random.nextInt(first));
    }
}
