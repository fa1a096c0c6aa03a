package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.io.InputDecorator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One entry of JSON that is broken costs none of the others, and what it costs is said. */
class BrokenJsonTest {

    private static final String JSON =
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"F\",\"items\":[%s]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'2}",
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
                "{\"id\":\"9\" bad}",
                "{\"id\":\"9\",,\"tags\":[\"a\"],\"title\":\"nine\"}",
                "{\"id\":\"9\",\"tags\":[\"a\"]",
                "{\"id\":\"9\",\"title\":\"never ended}"
            })
    void reads_what_is_said_of_the_feed_behind_a_broken_entry(String last) {
        ParsedFeed feed = parsed("{\"items\":[{\"id\":\"1\",\"title\":\"one\"}," + last
                + " ] ,\"title\":\"F\",\"authors\":[{\"name\":\"A\"}],\"language\":\"ko\"}\n");

        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("one");
        assertThat(feed.feed().title()).isEqualTo("F");
        assertThat(feed.feed().author()).isEqualTo("A");
        assertThat(feed.feed().language()).isEqualTo("ko");
        assertThat(feed.problems())
                .extracting(Problem::code)
                .contains("broken-entry")
                .doesNotContain("truncated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"F\",\"items\":[{\"id\":\"1\",\"title\":\"one\"},{\"id\":\"9\" bad,\"tags\":[\"a\"],\"title\":\"nine\"}",
                "{\"title\":\"F\",\"items\":[{\"id\":\"1\",\"title\":\"one\"},{\"id\":\"9\" bad,\"tags\":[\"a\"],"
                        + "\"url\":\"https://a.example/9\",\"authors\":[{\"name\":\"A\"}],\"title\":\"nine\",\"language\":\"ko\"}",
                "{\"title\":\"F\",\"items\":[{\"id\":\"1\",\"title\":\"one\"},{\"id\":\"9\" bad,\"tags\":[\"a\"],"
                        + "\"content_text\":\"words\",\"language\":\"ko\"}"
            })
    void takes_nothing_that_a_broken_last_entry_says_for_what_the_feed_says(String cut) {
        ParsedFeed feed = parsed(cut);

        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("one");
        assertThat(feed.feed().title()).isEqualTo("F");
        assertThat(feed.feed().author()).isNull();
        assertThat(feed.feed().language()).isNull();
        assertThat(feed.problems()).extracting(Problem::code).containsAnyOf("truncated", "broken-entry");
    }

    @Test
    void takes_no_author_within_a_broken_entry_for_an_entry() {
        String broken = "{\"url\":\"http://a.example/2\",\"authors\":[{\"url\":\"http://a.example/a\",\"name\":\"A\"},"
                + "{\"url\":\"http://a.example/b\",\"name\":\"B\"},{\"url\":\"http://a.example/c\",\"avatar\":\"C\"}] bad}";

        ParsedFeed feed = parsed(JSON.formatted("{\"url\":\"http://a.example/1\",\"id\":\"1\"}," + broken
                + ",{\"url\":\"http://a.example/3\",\"id\":\"3\",\"name\":\"c\"}"));

        assertThat(feed.entries())
                .extracting(ParsedEntry::link)
                .containsExactly("http://a.example/1", "http://a.example/3");
    }

    @Test
    void says_that_a_second_document_behind_the_first_was_not_read() {
        String one = JSON.formatted("{\"id\":\"1\",\"title\":\"one\"}");

        for (String two : List.of(one, "\n\n" + one, "];{'title':'G','items':[]}")) {
            ParsedFeed feed = parsed(one + two);

            assertThat(feed.entries()).hasSize(1);
            assertThat(feed.problems()).extracting(Problem::code).contains("second-document");
        }
        for (String behind : List.of(");", "\n// the end {}", "<!-- 3 ms -->", "}")) {
            assertThat(parsed(one + behind).problems())
                    .extracting(Problem::code)
                    .as(behind)
                    .doesNotContain("second-document");
        }
    }

    @Test
    void reads_the_entries_of_all_lists_that_there_are() {
        String lists =
                "{\"items\":[{\"id\":\"1\",\"title\":\"one\"}],\"items\":[{\"id\":\"2\",\"title\":\"two\"}],\"items\":null";

        for (String end : List.of("}", ",,}", "]}")) {
            ParsedFeed feed = parsed(lists + end);

            assertThat(feed.entries()).as(end).extracting(ParsedEntry::title).containsExactly("one", "two");
        }
    }

    @Test
    void takes_a_number_for_no_link() {
        ParsedFeed feed = parsed(JSON.formatted("{\"id\":1,\"url\":5,\"external_url\":\"http://a.example/1\"},"
                + "{\"id\":2,\"url\":true,\"title\":\"two\"}"));

        assertThat(feed.entries()).extracting(ParsedEntry::link).containsExactly("http://a.example/1", null);
        assertThat(feed.entries()).extracting(ParsedEntry::id).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",{\"id\":\"a\",\"title\":[",
                ",{\"id\":\"a\",\"title\":\"",
                ",{\"id\":",
                ",{\"id\":1,\"a\":{\"b\":1}",
                ",{\"id\":\"a\",\"title\":\"b\"} x",
                "],",
                "],\"title\":1}",
                "],\"id\":"
            })
    void tries_to_read_entries_of_json_no_oftener_than_its_length_allows(String broken) {
        String start = "{\"items\":[";
        String document = start + "?" + broken.repeat(2_000_000 / broken.length()) + "}";
        AtomicInteger tries = new AtomicInteger();

        String kept = JsonSalvage.of(countingIn(tries), document, start.length(), "id")
                .text();

        long entries = kept.chars().filter(c -> c == '{').count();
        assertThat(tries.get() - entries).isLessThan(document.length() / 100);
    }

    private static JsonMapper countingIn(AtomicInteger tries) {
        return new JsonMapper(JsonFactory.builder()
                .inputDecorator(new InputDecorator() {
                    @Override
                    public InputStream decorate(IOContext context, InputStream in) {
                        throw new UnsupportedOperationException("Texts only");
                    }

                    @Override
                    public InputStream decorate(IOContext context, byte[] bytes, int from, int length) {
                        throw new UnsupportedOperationException("Texts only");
                    }

                    @Override
                    public Reader decorate(IOContext context, Reader in) {
                        tries.incrementAndGet();
                        return in;
                    }
                })
                .build());
    }

    private static ParsedFeed parsed(String document) {
        return (ParsedFeed) new FeedParser()
                .parse(
                        new FeedDocument(document.getBytes(StandardCharsets.UTF_8), null, Map.of(), null),
                        ZoneOffset.UTC,
                        Instant.EPOCH);
    }
}
