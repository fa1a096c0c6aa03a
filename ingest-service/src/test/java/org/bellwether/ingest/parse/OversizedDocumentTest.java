package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.ingest.parse.Documents.described;
import static org.bellwether.ingest.parse.Documents.document;
import static org.bellwether.ingest.parse.Documents.parsed;
import static org.bellwether.ingest.parse.Documents.unreadable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However large, deep or long a document is made, it is read in bounded time and memory. */
class OversizedDocumentTest {

    @Test
    void bounds_the_text_that_declared_entities_add() {
        String body = "<!DOCTYPE rss [<!ENTITY x \"" + "y".repeat(150) + "\">]><rss version=\"2.0\"><channel><title>"
                + "&x;".repeat(100_000) + "</title></channel></rss>";

        assertThat(parsed(body).feed().title()).hasSizeLessThan(3_000_000);
    }

    @Test
    void refuses_a_document_of_endless_depth() {
        String deep = "<rss version=\"2.0\"><channel>" + "<a>".repeat(100_000);

        assertThat(unreadable(deep).code()).isEqualTo("too-deep");
        assertThat(unreadable(deep + "</a>".repeat(100_000) + "</channel></rss>")
                        .code())
                .isEqualTo("too-deep");
    }

    @Test
    void reads_no_more_entries_than_the_cap() {
        String items =
                "<item><title>t</title><link>https://x.example.org/</link></item>".repeat(Reading.MAX_ENTRIES + 10);

        ParsedFeed feed = parsed("<rss version=\"2.0\"><channel>" + items + "</channel></rss>");

        assertThat(feed.entries()).hasSize(Reading.MAX_ENTRIES);
        assertThat(feed.problems()).extracting(Problem::code).contains("too-many-entries", "no-date");
    }

    @Test
    void of_too_many_entries_reads_the_newest_wherever_they_stand() {
        String old = "<item><title>old</title><pubDate>Fri, 02 Jan 1970 00:00:00 GMT</pubDate></item>";
        String recent = "<item><title>recent</title><pubDate>Sat, 03 Jan 1970 00:00:00 GMT</pubDate></item>";
        String undated = "<item><title>undated</title></item>";
        FeedDocument document = document("<rss version=\"2.0\"><channel>" + undated + old.repeat(Reading.MAX_ENTRIES)
                + recent.repeat(3) + "</channel></rss>");

        ParsedFeed feed =
                (ParsedFeed) new FeedParser().parse(document, ZoneOffset.UTC, Instant.parse("1970-02-01T00:00:00Z"));

        assertThat(feed.entries())
                .hasSize(Reading.MAX_ENTRIES)
                .noneMatch(entry -> entry.title().equals("undated"));
        assertThat(feed.entries().subList(Reading.MAX_ENTRIES - 3, Reading.MAX_ENTRIES))
                .allMatch(entry -> entry.title().equals("recent"));
    }

    @Test
    void of_too_many_entries_without_dates_reads_the_last() {
        String items =
                "<item><title>first</title></item>" + "<item><title>later</title></item>".repeat(Reading.MAX_ENTRIES);

        assertThat(parsed("<rss version=\"2.0\"><channel>" + items + "</channel></rss>")
                        .entries())
                .hasSize(Reading.MAX_ENTRIES)
                .allMatch(entry -> entry.title().equals("later"));
    }

    @Test
    void answers_in_good_time_for_a_megabyte_of_open_brackets() {
        Instant start = Instant.now();

        new FeedParser().parse(document("<rss>" + "<".repeat(1_000_000)), ZoneOffset.UTC, Instant.EPOCH);

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "<", "< "})
    void mends_no_more_than_a_document_may_grow_by(String bare) {
        String title = bare.repeat(3_000_000);

        ParsedFeed feed = parsed("<rss version=\"2.0\"><channel><item><title>read</title></item><item><title>" + title
                + "</title></item></channel></rss>");

        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("read");
        assertThat(feed.problems()).extracting(Problem::code).contains("cut-short");
    }

    @Test
    void shows_markup_of_endless_depth_as_plain_text() {
        String nested = "&lt;b&gt;&lt;i&gt;".repeat(20_000) + "within";

        ParsedFeed feed = parsed("<rss version=\"2.0\"><channel><item><title>t</title><description>" + nested
                + "</description></item></channel></rss>");

        assertThat(feed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.summary()).isEqualTo("within");
            assertThat(entry.text()).isEqualTo("within");
        });
    }

    @Test
    void reads_the_text_behind_an_embedded_image_of_any_size() {
        String image = "<p><img alt=\"a\" src=\"data:image/png;base64," + "iVBORw0K/+gg\n".repeat(40_000) + "==\"></p>";

        ParsedFeed feed = parsed(described(image + "<p>The text.</p>"));

        assertThat(feed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.text()).isEqualTo("The text.");
            assertThat(entry.summary()).contains("<p>The text.</p>").doesNotContain("data:");
        });
        assertThat(feed.problems()).extracting(Problem::code).doesNotContain("long-text");
    }

    @Test
    void says_that_it_read_only_the_start_of_a_text() {
        ParsedFeed feed = parsed(described("<p>" + "word ".repeat(40_000) + "</p><p>The end.</p>"));

        assertThat(feed.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.text()).startsWith("word").doesNotContain("end"));
        assertThat(feed.problems())
                .filteredOn(problem -> problem.code().equals("long-text"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("200000", "\"t\""));
    }

    private static String rssOf(String described, int times) {
        int item = described.indexOf("<item>");
        int end = described.indexOf("</item>") + "</item>".length();
        return described.substring(0, item) + described.substring(item, end).repeat(times) + described.substring(end);
    }

    @Test
    void salvages_only_the_start_of_a_huge_document() {
        String item = "<item><title>t</title><description>word <word</description></item>";

        ParsedFeed feed =
                parsed("<rss version=\"2.0\"><channel>" + item.repeat(2_500_000 / item.length()) + "</channel></rss>");

        assertThat(feed.problems()).extracting(Problem::code).contains("cut-short");
        assertThat(feed.entries()).hasSize(Reading.MAX_ENTRIES);
    }

    @Test
    void refuses_json_of_too_many_parts_without_a_word_of_its_parser() {
        Unreadable result = unreadable(
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[" + "{},".repeat(600_000) + "{}]}");

        assertThat(result.code()).isEqualTo("too-deep");
        assertThat(result.message()).doesNotContain("Stream", "Jackson", "Token");
    }

    @Test
    void reads_only_the_head_of_a_huge_web_page() {
        Unreadable page = unreadable("<!DOCTYPE html><html><head><title>Long</title></head><body>"
                + "<b><i>".repeat(1_000_000) + "</body></html>");

        assertThat(page.seems()).isEqualTo("an HTML page titled \"Long\"");
    }

    /** The parser that takes anything keeps a map of all prefixes for each element that is open. */
    @Test
    void refuses_what_would_fill_the_memory_where_it_is_read_tag_by_tag() {
        String prefixes =
                IntStream.range(0, 500).mapToObj(i -> " xmlns:a" + i + "=\"u\"").collect(Collectors.joining());
        String open = "<a>".repeat(600_000);

        assertThat(unreadable("<rss" + prefixes + "><b></c>" + open).code()).isEqualTo("too-deep");
        assertThat(unreadable("<rss" + prefixes + "><b></c>" + "<a></d>".repeat(100_000))
                        .code())
                .isEqualTo("too-deep");
        assertThat(unreadable("<rss><b></c>" + open).code()).isEqualTo("too-deep");
        assertThat(unreadable("<rss><b></c>" + "<a></d>".repeat(100_000)).code())
                .isEqualTo("too-deep");
    }

    @Test
    void reads_tag_by_tag_what_ends_none_of_its_elements() {
        String item = "<item><title>t<link>https://x.example.org/<description><![CDATA[a<br>b<br>]]>";

        ParsedFeed feed = parsed("<rss><channel>" + item.repeat(1_000) + "</channel></rss>");

        assertThat(feed.entries()).hasSize(1_000);
    }

    static Stream<String> endless() {
        String item = "<item><title>t</title><link>a</link></item>";
        String prefixes = IntStream.range(0, 9_000)
                .mapToObj(i -> "xmlns:a" + i + "=\"u" + i + "\" ")
                .collect(Collectors.joining());
        String attributes =
                IntStream.range(0, 25_000).mapToObj(i -> " a" + i + "=1").collect(Collectors.joining());
        return Stream.of(
                rssOf(described("<p" + attributes + ">x</p>"), 50),
                rssOf(described("<b>x</b>" + "<iframe".repeat(27_000)), 20),
                rssOf(described("<b>x</b>" + "<!-- -->".repeat(24_000)), 50),
                "<!DOCTYPE rss [" + "<!--".repeat(500_000),
                "<rss version=\"2.0\"><channel>" + "<?xml ".repeat(350_000),
                "<rss version=\"2.0\"><channel>" + "<![CDATA[</item>".repeat(120_000),
                "<rss version=\"2.0\"><channel>" + "<![CDATA[</item><item>]]>".repeat(80_000),
                "<rss version=\"2.0\"><channel>" + "<a b=\">".repeat(300_000),
                "<rss version=\"2.0\"><channel>" + "</a".repeat(600_000),
                "<rss version=\"2.0\"><channel>" + "<a><![CDATA[b</a>".repeat(100_000),
                "<rss version=\"2.0\"><channel>" + "<a><![CDATA[".repeat(100_000) + "]]>",
                "<rss version=\"2.0\"><channel>" + "<!-- <a>".repeat(100_000),
                "<rss version=\"2.0\"><channel><item><description>" + "&lt;b>&lt;!-- ".repeat(100_000)
                        + "</description></item></channel></rss>",
                "<rss version=\"2.0\" " + prefixes + "><channel>" + "<a xmlns:b=\"\"/>".repeat(100_000)
                        + "</channel></rss>",
                "<rss version=\"2.0\" xml:base=\"https://a.example/" + "a/".repeat(500_000) + "\"><channel>"
                        + item.repeat(5_000) + "</channel></rss>",
                "<rss version=\"2.0\"><channel>"
                        + ("<item><pubDate>2026-01-01" + "\t ".repeat(2_000) + "x</pubDate></item>").repeat(200)
                        + "</channel></rss>");
    }

    /** Each took minutes once; a second is usual. */
    @ParameterizedTest
    @MethodSource("endless")
    void answers_in_good_time_for_what_is_made_to_take_for_ever(String document) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> new FeedParser().parse(document(document), ZoneOffset.UTC, Instant.EPOCH));
    }
}
