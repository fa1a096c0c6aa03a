package org.bellwether.ingest.poll;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.bellwether.events.NewsItem;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.item.FeedReading;
import org.bellwether.ingest.item.IdentifiedEntry;
import org.bellwether.ingest.item.ItemIdentity;
import org.bellwether.ingest.parse.FeedDocument;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.parse.ParseResult;
import org.bellwether.ingest.parse.ParsedEntry;
import org.bellwether.ingest.parse.ParsedFeed;
import org.bellwether.ingest.parse.Unreadable;
import org.bellwether.ingest.raw.MongoRawDocuments;
import org.bellwether.ingest.raw.RawDocument;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents that are kept of a feed once more, as the parser of today reads them. Of an entry that stands in
 * several, the newest document counts, or old words would come back as a correction.
 */
public final class Replay {

    private final MongoRawDocuments raw;
    private final FeedParser parser;
    private final Intake intake;

    public Replay(MongoRawDocuments raw, FeedParser parser, Intake intake) {
        this.raw = raw;
        this.parser = parser;
        this.intake = intake;
    }

    /**
     * What came of it.
     *
     * @param documents that were kept
     * @param unreadable why, of each that could not be read, the oldest first
     * @param entries in all of them, each once
     * @param items that are published by it, or would be: new ones and corrections
     */
    public record Result(int documents, List<Unread> unreadable, int entries, List<NewsItem> items) {

        public Result {
            unreadable = List.copyOf(unreadable);
            items = List.copyOf(items);
        }
    }

    /**
     * A document that could not be read this time either.
     *
     * @param at when it was received (UTC)
     * @param reason what is wrong with it
     */
    public record Unread(Instant at, String reason) {}

    /**
     * Reads again; nothing else may read the feed meanwhile.
     *
     * @param publish whether what is new or different is published; else it is only told
     * @throws org.bellwether.ingest.backend.BackendAwayException when broker or store went away on the way
     */
    public Result of(Feed feed, boolean publish) {
        List<RawDocument> documents = raw.of(feed.id());
        List<Unread> unreadable = new ArrayList<>();
        List<ParsedEntry> entries = new ArrayList<>();
        Set<String> known = new HashSet<>();
        @Nullable ParsedFeed newest = null;
        Instant at = Instant.EPOCH;
        for (int i = documents.size() - 1; i >= 0; i--) {
            RawDocument document = documents.get(i);
            ParseResult result = parser.parse(document(document), feed.listing(), feed.zone(), document.at());
            if (result instanceof Unreadable unread) {
                unreadable.add(0, new Unread(document.at(), unread.message()));
            } else {
                ParsedFeed parsed = (ParsedFeed) result;
                newest = newest == null ? parsed : newest;
                at = at.isBefore(document.at()) ? document.at() : at;
                addUnknown(feed, parsed, known, entries);
            }
        }
        List<NewsItem> items =
                newest == null ? List.of() : items(feed, newest.with(entries), new FeedReading(at, false), publish);
        return new Result(documents.size(), unreadable, entries.size(), items);
    }

    private List<NewsItem> items(Feed feed, ParsedFeed all, FeedReading reading, boolean publish) {
        List<NewsItem> items = intake.judge(feed, all, reading);
        if (publish) {
            intake.take(feed, all, reading, articles(feed, all, reading));
        }
        return items;
    }

    private Articles articles(Feed feed, ParsedFeed all, FeedReading reading) {
        try {
            return intake.articles(feed, all, reading);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the service stops; replay once more when it runs");
        }
    }

    private static void addUnknown(Feed feed, ParsedFeed parsed, Set<String> known, List<ParsedEntry> entries) {
        List<IdentifiedEntry> identified =
                ItemIdentity.assign(feed.id(), feed.publisher().owner(), parsed.entries());
        identified.stream()
                .filter(entry -> known.add(entry.identity().id()))
                .map(IdentifiedEntry::entry)
                .forEach(entries::add);
    }

    private static FeedDocument document(RawDocument raw) {
        return new FeedDocument(raw.body(), raw.headers().get("content-type"), raw.headers(), raw.url());
    }
}
