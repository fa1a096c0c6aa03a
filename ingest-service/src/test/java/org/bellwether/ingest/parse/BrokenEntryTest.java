package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One entry that is broken costs none of the others, and what it costs is said. */
class BrokenEntryTest {

    private static final String RSS = "<rss version=\"2.0\"><channel><title>F</title>"
            + "<item><title>one</title><link>http://a.example/1</link></item>%s"
            + "<item><title>three</title><link>http://a.example/3</link></item>"
            + "<item><title><![CDATA[four]]></title><enclosure url=\"http://a.example/4.mp3\"/>"
            + "<link>http://a.example/4</link></item></channel></rss>";
    private static final String LINK = "<link>http://a.example/2</link>";

    private static final String JSON =
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"F\",\"items\":[%s]}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <item><title><![CDATA[two</title>LINK</item>                           | open-section
            <item><title><![CDATA[two</title>LINK</item><!-- a -- b -->             | open-section
            <item><title>two</title><enclosure url="http://a.example/2.mp3/>LINK</item> | open-tag
            <item><title>two</title><enclosure url='http://a.example/2.mp3/>LINK</item> | open-tag
            <item><title type="plain>two</title>LINK</item>                         | open-tag
            <item><title>two</title>LINK</ite                                       | open-tag
            <item><title>two</title>LINK</item                                      | open-tag
            """)
    void keeps_all_entries_of_markup(String broken, String code) {
        ParsedFeed feed = parsed(RSS.formatted(broken.replace("LINK", LINK)));

        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("one", "two", "three", "four");
        assertThat(feed.entries())
                .extracting(ParsedEntry::link)
                .containsExactly(
                        "http://a.example/1", "http://a.example/2", "http://a.example/3", "http://a.example/4");
        assertThat(feed.repairs()).extracting(Repair::code).contains(code);
        assertThat(feed.problems()).extracting(Problem::code).doesNotContain("broken-entry", "truncated");
    }

    @Test
    void keeps_the_next_entry_of_a_section_that_ends_in_another_entry() {
        String two = "<item><title><![CDATA[two</title>" + LINK + "</item>";

        ParsedFeed feed = parsed(RSS.formatted(two).replace("three</title>", "three]]></i></title>"));

        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("one", "two", "three]]>", "four");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<![CDATA[So: <item><title>a</title></item><item><title>b</title></item>]]>",
                "<![CDATA[End with </item>.]]>"
            })
    void leaves_a_section_that_shows_markup_of_feeds_as_it_is(String section) {
        String two = "<item><title>two</title><description>" + section + "</description>" + LINK + "</item>";

        ParsedFeed feed = parsed(RSS.formatted(two));

        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("one", "two", "three", "four");
        assertThat(feed.repairs()).isEmpty();
    }

    @Test
    void leaves_a_tag_within_an_attribute_there() {
        ParsedFeed feed = parsed(RSS.formatted("<item><title a=\"x > y <b> & z\">two</title>" + LINK + "</item>"));

        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("one", "two", "three", "four");
        assertThat(feed.repairs()).extracting(Repair::code).doesNotContain("open-tag");
    }

    @Test
    void says_how_many_entries_of_markup_were_lost() {
        ParsedFeed feed = parsed(RSS.formatted("<item><title>two</title><x y=\"never ended " + LINK + "</item>"));

        assertThat(feed.entries()).hasSizeLessThan(4);
        assertThat(feed.problems())
                .filteredOn(problem -> problem.code().equals("broken-entry"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
                    assertThat(problem.message()).contains("Only 2 of the 4 entries");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'2'}",
                "{\"id\":\"2\",\"title\":\"two\" bad}",
                "{\"id\":\"2\",,}",
                "{\"id\":\"2\",\"title\":\"never ended}",
                "{\"id\":\"2\",\"content_html\":\"<a href=\"x\">y</a>\"}",
                "{\"id\":\"2\",\"attachments\":[{\"id\":\"a\",\"url\":\"a\",\"mime_type\":\"b\"},"
                        + "{\"id\":\"c\",\"url\":\"c\",\"mime_type\":\"d\"}] bad}",
                "{\"id\":\"2\",\"tags\":[{\"id\":\"a\"},{\"id\":\"b\"}] bad}"
            })
    void leaves_out_only_the_broken_entry_of_json(String two) {
        String one = "{\"id\":\"1\",\"title\":\"one\"}";
        String three = "{\"id\":\"3\",\"title\":\"three\"}";
        String four = "{\"id\":\"4\",\"title\":\"four\"}";

        for (String items : List.of(
                String.join(",", one, two, three, four),
                String.join(",", one, three, two, two, four),
                String.join(",", one, three, four, two),
                String.join(",", two, one, three, four))) {
            ParsedFeed feed = parsed(JSON.formatted(items));

            assertThat(feed.feed().title()).isEqualTo("F");
            assertThat(feed.entries()).as(items).extracting(ParsedEntry::title).containsExactly("one", "three", "four");
            assertThat(feed.repairs()).extracting(Repair::code).containsExactly("salvaged");
            assertThat(feed.problems())
                    .extracting(Problem::code)
                    .contains("broken-entry")
                    .doesNotContain("truncated");
        }
    }

    @Test
    void keeps_all_entries_of_json_where_only_a_comma_is_missing() {
        ParsedFeed feed = parsed(JSON.formatted("{\"id\":\"1\",\"title\":\"one\"} {\"id\":\"2\",\"title\":\"two\"}"));

        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("one", "two");
        assertThat(feed.problems()).extracting(Problem::code).doesNotContain("broken-entry", "truncated");
    }

    @Test
    void says_that_json_ends_in_the_middle_only_where_it_does() {
        String entries = "{\"id\":\"1\",\"title\":\"one\"},{\"id\":\"2\",\"title\":\"two\"}";
        String whole = JSON.formatted(entries);

        ParsedFeed cut = parsed(whole.substring(0, whole.length() - 6));
        ParsedFeed brokenBehind = parsed(whole.substring(0, whole.length() - 1) + ",\"language\":none}");

        assertThat(cut.problems()).extracting(Problem::code).contains("truncated");
        assertThat(cut.entries()).hasSize(1);
        assertThat(brokenBehind.problems()).extracting(Problem::code).doesNotContain("truncated", "broken-entry");
        assertThat(brokenBehind.repairs()).extracting(Repair::code).containsExactly("salvaged");
        assertThat(brokenBehind.entries()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\",\"title\":[",
                "{\"id\":\"a\",\"title\":\"",
                ",{\"id\":",
                ",{\"id\":1,\"a\":{\"b\":1}",
                ",{\"id\":\"a\",\"title\":\"b\"} x"
            })
    void answers_in_good_time_for_json_of_nothing_but_broken_entries(String broken) {
        String document =
                JSON.formatted("{\"id\":\"1\",\"title\":\"one\"}," + broken.repeat(4_000_000 / broken.length()));

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(document));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a b=\">",
                "<a b='x",
                "<a b=\"'>",
                "</a",
                "</a ",
                "<![CDATA[</item><item>]]>",
                "<![CDATA[</item>"
            })
    void answers_in_good_time_for_tags_that_never_end(String broken) {
        String document = RSS.formatted(broken.repeat(2_000_000 / broken.length()));

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(document));
    }

    private static ParsedFeed parsed(String document) {
        return (ParsedFeed) read(document);
    }

    private static ParseResult read(String document) {
        return new FeedParser()
                .parse(
                        new FeedDocument(document.getBytes(StandardCharsets.UTF_8), null, Map.of(), null),
                        ZoneOffset.UTC,
                        Instant.EPOCH);
    }
}
