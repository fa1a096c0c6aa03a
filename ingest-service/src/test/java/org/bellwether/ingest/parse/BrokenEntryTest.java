package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One entry of markup that is broken costs none of the others, and what it costs is said. */
class BrokenEntryTest {

    private static final String RSS = "<rss version=\"2.0\"><channel><title>F</title>"
            + "<item><title>one</title><link>http://a.example/1</link></item>%s"
            + "<item><title>three</title><link>http://a.example/3</link></item>"
            + "<item><title><![CDATA[four]]></title><enclosure url=\"http://a.example/4.mp3\"/>"
            + "<link>http://a.example/4</link></item></channel></rss>";
    private static final String LINK = "<link>http://a.example/2</link>";

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

    /** Counts how often any character of it is looked at. */
    private record Watched(String text, AtomicLong looks) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks.incrementAndGet();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            looks.addAndGet(end - start);
            return text.substring(start, end);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a ", "<a", "<a b=\">", "<a b='x", "<a b=\"'>", "<a b=\"></", "</a", "</a "})
    void looks_no_further_than_to_the_next_tag_for_the_end_of_one(String broken) {
        Watched document = new Watched(broken.repeat(10_000), new AtomicLong());

        for (int tag = document.text().indexOf('<');
                tag >= 0;
                tag = document.text().indexOf('<', tag + 1)) {
            MissingEnd.of(document, tag);
        }

        assertThat(document.looks().get()).isLessThan(10L * document.length());
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
