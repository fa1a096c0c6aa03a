package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections break. Wherever a document is cut, the entries that are whole are there and no others, and nothing throws. */
class CutShortTest {

    private static final Path FIXTURES = Path.of("src/test/resources/feeds-read");
    private static final int STEP = 13;

    @ParameterizedTest
    @CsvSource({
        "rss20.xml, </item>",
        "rss10.xml, </item>",
        "atom10.xml, </entry>",
        "korean-dates.xml, </item>",
        "sitemap-news.xml, </url>"
    })
    void keeps_every_whole_entry_of_markup(String fixture, String end) throws IOException {
        byte[] document = Files.readAllBytes(FIXTURES.resolve(fixture));
        List<String> titles = titles(document);

        for (int length = 1; length < document.length; length += STEP) {
            byte[] cut = Arrays.copyOf(document, length);
            int whole = count(new String(cut, StandardCharsets.UTF_8), end);
            if (whole > 0) {
                assertThat(titles(cut)).as("cut at %d", length).isEqualTo(titles.subList(0, whole));
            } else if (read(cut) instanceof ParsedFeed part) {
                assertThat(part.entries()).as("cut at %d", length).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"jsonfeed.json"})
    void keeps_every_whole_entry_of_json(String fixture) throws IOException {
        byte[] document = Files.readAllBytes(FIXTURES.resolve(fixture));
        List<String> titles = titles(document);

        for (int length = 1; length < document.length; length += STEP) {
            if (read(Arrays.copyOf(document, length)) instanceof ParsedFeed part
                    && !part.entries().isEmpty()) {
                assertThat(titles)
                        .startsWith(
                                part.entries().stream().map(ParsedEntry::title).toArray(String[]::new));
            }
        }
        byte[] withoutEnd = new String(document, StandardCharsets.UTF_8)
                .stripTrailing()
                .replaceFirst("]\\s*}$", "")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(titles(withoutEnd)).isEqualTo(titles);
    }

    private static int count(String text, String end) {
        return (int) Pattern.compile(Pattern.quote(end)).matcher(text).results().count();
    }

    private static List<String> titles(byte[] document) {
        return ((ParsedFeed) read(document))
                .entries().stream().map(ParsedEntry::title).toList();
    }

    private static ParseResult read(byte[] document) {
        return new FeedParser()
                .parse(
                        new FeedDocument(document, null, Map.of(), URI.create("https://feeds.example.org/feed")),
                        ZoneId.of("Asia/Seoul"),
                        Instant.parse("2026-10-01T00:00:00Z"));
    }
}
