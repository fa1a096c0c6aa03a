package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is mended, and what that is called, so that the document need not be read tag by tag. */
class MarkupRepairTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            <title>A &#55357;&#56832; b</title>                  | A 😀 b     | halved-character
            <title>A &#xD83D;&#xDE00; b</title>                  | A 😀 b     | halved-character
            <title>A &#55357; b</title>                          | A \uFFFD b | no-character
            <title>A &#55357;&amp;b</title>                      | A \uFFFD&b | no-character
            <title>A &#56832;&#55357; b</title>                  | A \uFFFD\uFFFD b | no-character
            <title>a[b[0]]>1</title>                             | a[b[0]]>1 | section-end
            <title><![CDATA[A]]> b]]></title>                    | A b]]>    | section-end
            <!-- by X -- v2 --><title>A</title>                  | A         | comment
            <!--- by X ---><title>A</title>                      | A         | comment
            <title>A<!-- a -- <b> --> b</title>                  | A b       | comment
            <?xml version="1.0" encoding="utf-8"?><title>A</title> | A       | declaration
            <title>A & b</title><!-- c -->                       | A & b     | bare-ampersand
            """)
    void mends(String channel, String title, String code) {
        ParsedFeed feed = parsed("<rss version=\"2.0\"><channel>" + channel + "</channel></rss>");

        assertThat(feed.feed().title()).isEqualTo(title);
        assertThat(feed.repairs()).extracting(Repair::code).containsExactly(code);
    }

    @Test
    void counts_the_lines_of_what_it_leaves_out() {
        ParsedFeed feed = parsed("<rss>\n<!-- a\n--\nb -->\n<channel><title>A &nbsp; b</title></channel></rss>");

        assertThat(feed.repairs()).extracting(Repair::line).containsExactly(2, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "xmlns:content=\"http://purl.org/rss/1.0/modules/content.html\", content:encoded",
        "xmlns:dc=\"http://purl.org/dc/element/1.1/\", dc:description",
        "xmlns:media=\"http://search.yahoo.com/rss/\", media:description"
    })
    void takes_a_usual_prefix_for_what_it_usually_is(String declared, String element) {
        ParsedFeed feed = parsed("<rss version=\"2.0\" " + declared + "><channel><item><title>A</title><" + element
                + ">Words.</" + element + "></item></channel></rss>");

        assertThat(feed.entries()).extracting(ParsedEntry::text).containsExactly("Words.");
        assertThat(feed.repairs()).extracting(Repair::code).containsExactly("unknown-namespace");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <rss><channel><title>F</title><item><title>A</title></item></channel></rss><rss><channel><item><title>B</title></item></channel></rss>
            <rss><channel><title>F</title><item><title>A</title></item></channel></rss><?xml version="1.0"?><rss><channel><item><title>B</title></item></channel></rss>
            <rss><channel><title>F</title><item><title>A</title></item></channel></rss><item><title>B</title></item>
            <rss><channel><title>F</title><item><title>A</title></item></channel><channel><item><title>B</title></item></channel></rss>
            <feed><title>F</title><entry><title>A</title></entry></feed><entry><title>B</title></entry>
            <feed><title>F</title><entry><title>A</title></entry></feed><feed><entry><title>B</title></entry></feed>
            <hint/><rss><channel><title>F</title><item><title>A</title></item><item><title>B</title></item></channel></rss>
            """)
    void loses_no_entry_of_a_second_root(String document) {
        ParsedFeed feed = parsed(document);

        assertThat(feed.feed().title()).isEqualTo("F");
        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("A", "B");
    }

    private static ParsedFeed parsed(String document) {
        return (ParsedFeed) new FeedParser()
                .parse(
                        new FeedDocument(document.getBytes(StandardCharsets.UTF_8), null, Map.of(), null),
                        ZoneOffset.UTC,
                        Instant.EPOCH);
    }
}
