package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.ingest.parse.Documents.document;
import static org.bellwether.ingest.parse.Documents.parsed;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTML that somebody put into a feed as it was: its tags have no ends, and its depth costs nobody a feed. */
class RawHtmlTest {

    private static final String RSS = "<rss version=\"2.0\"><channel><title>F</title>%s<item><title>one</title></item>"
            + "<item><title>two</title>%s<link>http://a.example/2</link></item>"
            + "<item><title>three</title></item></channel></rss>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "line<br>",
                "line<BR clear=all>",
                "<img src=\"a.png\" alt=\"x > y\">line",
                "<img src=http://a.example/a/>line",
                "<hr/><input type='text'><wbr>line",
                "<p>line",
                "<P>line<p>",
                "<P>line</p>",
                "<ul><li>line<li>line</ul>",
                "<li>line",
                "<tr><td>line<td>line",
                "<table><tr><th>line<tr><td>line</table>",
                "<dt>line<dd>line",
                "<option>line",
                "<p><font size=1>line",
                "<font size=1>line",
                "<b><i><div>line",
                "<source src='a'>line"
            })
    void costs_no_entry_however_often_it_is_not_ended(String html) {
        for (String field : new String[] {"description", "content:encoded", "fullitem"}) {
            String text = "<" + field + ">" + html.repeat(300) + " the end</" + field + ">";

            ParsedFeed feed = parsed(RSS.formatted("", text));

            assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("one", "two", "three");
            assertThat(feed.entries().get(1)).satisfies(two -> {
                assertThat(two.text()).startsWith("line").endsWith("the end");
                assertThat(two.text().split("line", -1)).hasSizeGreaterThan(300);
                assertThat(two.link()).isEqualTo("http://a.example/2");
            });
            assertThat(feed.entries().get(2).text()).isEmpty();
            assertThat(feed.repairs()).extracting(Repair::code).contains("salvaged");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"line<br>", "<p>line", "<font>line", "<font>line</font", "<b>line"})
    void costs_no_entry_of_atom(String html) {
        String entry = "<entry><title>%s</title><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">%s"
                + "</div></content></entry>";

        ParsedFeed feed = parsed("<feed xmlns=\"http://www.w3.org/2005/Atom\">" + entry.formatted("one", "x")
                + entry.formatted("two", html.repeat(300)) + entry.formatted("three", "x") + "</feed>");

        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("one", "two", "three");
        assertThat(feed.entries().get(1).text()).startsWith("line");
    }

    @Test
    void costs_no_entry_where_it_describes_the_channel() {
        ParsedFeed feed = parsed(RSS.formatted("<description>" + "<font>line<br>".repeat(300) + "</description>", ""));

        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("one", "two", "three");
    }

    @Test
    void is_flattened_where_it_nests_too_deep_and_that_is_said() {
        String deep = "<description>" + "<b>".repeat(300) + "deep" + "</b>".repeat(300) + "</description>";

        ParsedFeed feed = parsed(RSS.formatted("", deep));

        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("one", "two", "three");
        assertThat(feed.entries().get(1).text()).isEqualTo("deep");
        assertThat(feed.repairs()).extracting(Repair::code).contains("deep-markup");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a<br>b<br>c                    | a<br>b<br>c
            <p>a<p>b                       | <p>a</p><p>b</p>
            <ul><li>a<ul><li>b</ul><li>c</ul> | <ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>
            a<img src="http://a.example/i.png" alt="x > y">b | a<img src="http://a.example/i.png" alt="x &gt; y">b
            """)
    void is_read_as_it_was_meant(String html, String expected) {
        ParsedFeed feed = parsed(RSS.formatted("", "<description>" + html + "</description>"));

        assertThat(feed.entries().get(1).summary()).isEqualToIgnoringWhitespace(expected);
    }

    /** A bomb within an entry is no more than text. */
    @ParameterizedTest
    @ValueSource(strings = {"<a>", "<p><a>", "<a b='", "<li><p>", "<br ", "<img a=\">", "<tr><font><td>", "<a></b>"})
    void is_read_in_good_time_whatever_its_depth(String html) {
        String bomb = RSS.formatted("", "<description>" + html.repeat(1_900_000 / html.length()));

        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> new FeedParser().parse(document(bomb), ZoneOffset.UTC, Instant.EPOCH));
    }
}
