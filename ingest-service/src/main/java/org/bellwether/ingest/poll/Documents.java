package org.bellwether.ingest.poll;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.fetch.Fetched;
import org.bellwether.ingest.parse.FeedDocument;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.parse.ParseResult;
import org.bellwether.ingest.parse.ParsedFeed;
import org.bellwether.ingest.raw.MongoRawDocuments;
import org.bellwether.ingest.raw.PackedDocument;
import org.bellwether.ingest.raw.RawDocument;
import org.jspecify.annotations.Nullable;

/** Reads the documents of feeds, and keeps them as they came, so that they can be read again. */
public final class Documents {

    private static final String CONTENT_TYPE = "content-type";

    private final MongoRawDocuments raw;
    private final FeedParser parser;

    public Documents(MongoRawDocuments raw, FeedParser parser) {
        this.raw = raw;
        this.parser = parser;
    }

    /**
     * Reads what a poll fetched, and keeps it, whatever comes of reading it.
     *
     * @param at when it came (UTC)
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store did not take it
     */
    ParseResult fetched(Feed feed, Fetched body, Instant at) {
        RawDocument document =
                new RawDocument(at, body.finalUrl(), body.headers().values(), body.body());
        boolean readable = false;
        try {
            ParseResult result = again(feed, document);
            readable = result instanceof ParsedFeed;
            return result;
        } finally {
            if (readable) {
                raw.keep(feed.id(), document);
            } else {
                raw.keepUnreadable(feed.id(), document);
            }
        }
    }

    /** Reads what was pushed, or was kept. */
    ParseResult read(Feed feed, FeedDocument document, Instant at) {
        return parser.parse(document, feed.listing(), feed.zone(), at);
    }

    /**
     * Keeps what a hub pushed, in the order in which it is taken in.
     *
     * @param at when it is (UTC)
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store did not take it
     */
    void keepPushed(Feed feed, FeedDocument pushed, Instant at) {
        Map<String, String> headers = new HashMap<>(pushed.otherHeaders());
        @Nullable String contentType = pushed.contentType();
        if (contentType != null) {
            headers.put(CONTENT_TYPE, contentType);
        }
        @Nullable URI base = pushed.base();
        raw.keepPushed(feed.id(), new RawDocument(at, base == null ? feed.url() : base, headers, pushed.body()));
    }

    /**
     * What is kept of a feed, in the order in which it came.
     *
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store cannot be asked
     */
    List<PackedDocument> kept(Feed feed) {
        return raw.packed(feed.id());
    }

    /** Reads a document as of when it came. */
    ParseResult again(Feed feed, RawDocument kept) {
        return read(
                feed,
                new FeedDocument(kept.body(), kept.headers().get(CONTENT_TYPE), kept.headers(), kept.url()),
                kept.at());
    }
}
