package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryDataTest {

    /** What stands in the middle of many a binary file: without looking first, it would be taken for the document. */
    private static final String MARKUP_WITHIN = "\0\0<rdf:RDF><x:xmpmeta>\u00FF\0";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            \\211PNG\\r\\n\\32\\n        | image/png       | a PNG image
            \\377\\330\\377\\340    | image/jpeg      | a JPEG image
            GIF89a                          | image/gif       | a GIF image
            RIFF\\1\\2\\3\\4WEBP | image/webp | a WebP image
            %PDF-1.7                        | application/pdf | a PDF document
            PK\\3\\4                | application/zip | a ZIP archive or an office document
            \\37\\213\\10            | text/xml        | gzip-compressed data
            """)
    void isCalledWhatItsFirstBytesSayItIs(String start, String contentType, String kind) {
        Unreadable read = read(bytes(start.translateEscapes() + MARKUP_WITHIN), contentType);

        assertThat(read.code()).isEqualTo("binary");
        assertThat(read.seems()).isEqualTo(kind);
        assertThat(read.message())
                .isEqualTo("This is binary data (" + kind + ", sent as " + contentType
                        + "), not a feed; look for the address of the feed itself.");
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 1_000, 100_000})
    void ofNoKnownKindIsTold(int size) {
        Random random = new Random(size);
        byte[] bytes = new byte[size];
        for (int i = 0; i < 50; i++) {
            random.nextBytes(bytes);

            assertThat(read(bytes, "application/octet-stream").message())
                    .startsWith("This is binary data (")
                    .contains("sent as application/octet-stream), not a feed;");
        }
        assertThat(read(bytes, null).message()).startsWith("This is binary data, not a feed;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"just words", "{ not json", "<opml><body/></opml>", "GIF images are nice", "ID3", "BZh"})
    void isNotWhatIsText(String text) {
        assertThat(read(bytes(text), null).code()).isNotEqualTo("binary");
    }

    @Test
    void aFeedWithControlCharactersIsStillAFeed() {
        String feed = "<rss version=\"2.0\"><channel><title>" + "\1".repeat(100) + "x</title></channel></rss>";

        assertThat(new FeedParser()
                        .parse(new FeedDocument(bytes(feed), null, Map.of(), null), ZoneOffset.UTC, Instant.EPOCH))
                .isInstanceOf(ParsedFeed.class);
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Unreadable read(byte[] body, @Nullable String contentType) {
        FeedDocument document = new FeedDocument(body, contentType, Map.of(), null);
        return (Unreadable) new FeedParser().parse(document, ZoneOffset.UTC, Instant.EPOCH);
    }
}
