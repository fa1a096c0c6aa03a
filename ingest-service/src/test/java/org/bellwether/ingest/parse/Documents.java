package org.bellwether.ingest.parse;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Documents as they are fetched, and what they are read as. */
final class Documents {

    private Documents() {}

    static String described(String html) {
        return "<rss version=\"2.0\"><channel><item><title>t</title><description><![CDATA[" + html
                + "]]></description></item></channel></rss>";
    }

    static Unreadable unreadable(String body) {
        return (Unreadable) new FeedParser().parse(document(body), ZoneOffset.UTC, Instant.EPOCH);
    }

    static ParsedFeed parsed(String body) {
        return (ParsedFeed) new FeedParser().parse(document(body), ZoneOffset.UTC, Instant.EPOCH);
    }

    static FeedDocument document(String body) {
        return new FeedDocument(
                body.getBytes(StandardCharsets.UTF_8), null, Map.of(), URI.create("https://feeds.example.org/page"));
    }
}
