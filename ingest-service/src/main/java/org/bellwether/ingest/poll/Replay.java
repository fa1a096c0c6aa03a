package org.bellwether.ingest.poll;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.events.NewsItem;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.item.FeedReading;
import org.bellwether.ingest.item.IdentifiedEntry;
import org.bellwether.ingest.item.ItemIdentity;
import org.bellwether.ingest.parse.ParseResult;
import org.bellwether.ingest.parse.ParsedEntry;
import org.bellwether.ingest.parse.ParsedFeed;
import org.bellwether.ingest.parse.Unreadable;
import org.bellwether.ingest.raw.RawDocument;

/**
 * Reads the documents that are kept of a feed once more, as the parser of today reads them, and takes them in in the order in which they
 * came. Of an entry that stands in several, the newest document counts, and none that is older than what was published of the item last, or
 * old words would come back as a correction.
 */
public final class Replay {

    private final Documents documents;
    private final Intake intake;

    public Replay(Documents documents, Intake intake) {
        this.documents = documents;
        this.intake = intake;
    }

    /**
     * What the documents say.
     *
     * @param documents that were kept
     * @param unreadable why, of each that could not be read, the oldest first
     * @param leaves the others, the oldest first
     */
    public record Reread(Feed feed, int documents, List<Unread> unreadable, List<Leaf> leaves) {

        public Reread {
            unreadable = List.copyOf(unreadable);
            leaves = List.copyOf(leaves);
        }

        private int entries() {
            return leaves.stream()
                    .mapToInt(leaf -> leaf.parsed().entries().size())
                    .sum();
        }
    }

    /**
     * A document, with the entries that stand in no later one.
     *
     * @param at when it was received (UTC)
     */
    public record Leaf(Instant at, ParsedFeed parsed) {

        private FeedReading reading() {
            return FeedReading.again(at);
        }
    }

    /**
     * What came of it.
     *
     * @param documents that were kept
     * @param unreadable why, of each that could not be read, the oldest first
     * @param entries in all of them, each once
     * @param items that were published, or would be: new ones and corrections
     * @param refused why, by item id, others could not be published
     */
    public record Result(
            int documents, List<Unread> unreadable, int entries, List<NewsItem> items, Map<String, String> refused) {

        public Result {
            unreadable = List.copyOf(unreadable);
            items = List.copyOf(items);
            refused = Map.copyOf(refused);
        }

        /** Entries that bring nothing: they read as what was published, or that is newer. */
        public int unchanged() {
            return entries - items.size() - refused.size();
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
     * Reads again. Polls of the feed may go on meanwhile.
     *
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store cannot be asked
     */
    public Reread read(Feed feed) {
        List<RawDocument> kept = documents.kept(feed);
        List<Unread> unreadable = new ArrayList<>();
        List<Leaf> leaves = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int i = kept.size() - 1; i >= 0; i--) {
            RawDocument document = kept.get(i);
            ParseResult result = documents.again(feed, document);
            if (result instanceof Unreadable unread) {
                unreadable.add(0, new Unread(document.at(), unread.message()));
            } else {
                ParsedFeed parsed = (ParsedFeed) result;
                leaves.add(0, new Leaf(document.at(), parsed.with(unknown(feed, parsed, known))));
            }
        }
        return new Reread(feed, kept.size(), unreadable, leaves);
    }

    /**
     * Reads the articles of what would be published, of a feed with full texts, as many as a poll would and in the same time. Polls of the feed
     * may go on meanwhile.
     *
     * @throws InterruptedException when the service stops meanwhile
     */
    public Articles articles(Reread reread) throws InterruptedException {
        Feed feed = reread.feed();
        List<ParsedFeed> parsed = reread.leaves().stream().map(Leaf::parsed).toList();
        return intake.articles(feed, parsed, feed.fullText() ? wouldBePublished(reread) : List.of());
    }

    /** What would be published; nothing is stored. */
    public Result judge(Reread reread) {
        return result(reread, wouldBePublished(reread), Map.of());
    }

    /**
     * Publishes what is new or different; nothing else may read the feed meanwhile.
     *
     * @throws org.bellwether.ingest.backend.BackendAwayException when broker or store went away on the way
     */
    public Result publish(Reread reread, Articles articles) {
        List<NewsItem> items = new ArrayList<>();
        Map<String, String> refused = new LinkedHashMap<>();
        reread.leaves().forEach(leaf -> {
            Brought brought = intake.take(reread.feed(), leaf.parsed(), leaf.reading(), articles);
            items.addAll(brought.items());
            refused.putAll(brought.refused());
        });
        return result(reread, items, refused);
    }

    private List<NewsItem> wouldBePublished(Reread reread) {
        return reread.leaves().stream()
                .flatMap(leaf -> intake.judge(reread.feed(), leaf.parsed(), leaf.reading()).stream())
                .toList();
    }

    private static Result result(Reread reread, List<NewsItem> items, Map<String, String> refused) {
        return new Result(reread.documents(), reread.unreadable(), reread.entries(), items, refused);
    }

    private static List<ParsedEntry> unknown(Feed feed, ParsedFeed parsed, Set<String> known) {
        return ItemIdentity.assign(feed.id(), feed.publisher().owner(), parsed.entries()).stream()
                .filter(entry -> known.add(entry.identity().id()))
                .map(IdentifiedEntry::entry)
                .toList();
    }
}
