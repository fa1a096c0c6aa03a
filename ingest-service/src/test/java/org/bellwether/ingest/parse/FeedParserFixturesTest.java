package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each document beside its expected reading, in {@code src/test/resources/feeds-read}. */
class FeedParserFixturesTest {

    private static final Path FIXTURES = Path.of("src/test/resources/feeds-read");
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.filter(file -> !file.toString().endsWith(".expected.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void reads_a_document_as_expected(Path document) throws IOException {
        FeedDocument feed = new FeedDocument(
                Files.readAllBytes(document), null, Map.of(), URI.create("https://feeds.example.org/dir/feed.xml"));

        ParseResult result =
                new FeedParser().parse(feed, ZoneId.of("Asia/Seoul"), Instant.parse("2026-10-01T00:00:00Z"));

        String name = document.getFileName().toString().replaceFirst("\\.\\w+$", ".expected.json");
        String actual = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(result);
        assertThat(JSON.readTree(actual)).as(actual).isEqualTo(JSON.readTree(Files.readString(FIXTURES.resolve(name))));
    }
}
