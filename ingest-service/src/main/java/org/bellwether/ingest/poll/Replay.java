package org.bellwether.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.events.NewsItem;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.ingest.item.FeedReading;
import org.bellwether.ingest.parse.FeedInfo;
import org.bellwether.ingest.parse.ParseResult;
import org.bellwether.ingest.parse.ParsedFeed;
import org.bellwether.ingest.parse.Unreadable;
import org.bellwether.ingest.raw.PackedDocument;

/**
 * Reads the documents that are kept of a feed once more, as the parser of today reads them, and takes them in in the order in which they
 * came. Of an entry that stands in several, the newest document counts, and none that is older than what was published of the item last, or
 * old words would come back as a correction. Documents older than what is remembered of items are passed over: what they bring may have been
 * published and forgotten.
 */
public final class Replay {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Documents documents;
    private final Intake intake;
    private final Headroom headroom;
    private final Duration remember;
    private final InstantSource clock;

    /**
     * @param headroom for the documents
     * @param remember how long items are remembered that left their feed
     */
    public Replay(Documents documents, Intake intake, Headroom headroom, Duration remember, InstantSource clock) {
        this.documents = documents;
        this.intake = intake;
        this.headroom = headroom;
        this.remember = remember;
        this.clock = clock;
    }

    /**
     * What the documents say.
     *
     * @param documents that were kept, and are not passed over
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
                    .mapToInt(leaf -> leaf.contents().entries().size())
                    .sum();
        }
    }

    /**
     * A document, with the entries that stand in no later one, each with the identity it has among all.
     *
     * @param at when it was received (UTC)
     */
    public record Leaf(Instant at, Contents contents) {

        private FeedReading reading() {
            return FeedReading.again(at);
        }
    }

    /**
     * What came of it.
     *
     * @param documents that were kept, and are not passed over
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
     * @throws NoRoomException when too many large documents are being read just now
     * @throws InterruptedException when the service stops meanwhile
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store cannot be asked
     */
    public Reread read(Feed feed) throws NoRoomException, InterruptedException {
        Instant remembered = clock.instant().minus(remember);
        List<PackedDocument> kept = documents.kept(feed).stream()
                .filter(document -> !document.at().isBefore(remembered))
                .toList();
        List<Unread> unreadable = new ArrayList<>();
        List<Leaf> leaves = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int i = kept.size() - 1; i >= 0; i--) {
            Instant at = kept.get(i).at();
            ParseResult result = again(feed, kept.get(i));
            if (result instanceof Unreadable unread) {
                unreadable.add(0, new Unread(at, unread.message()));
            } else {
                Contents all = Contents.of(feed, (ParsedFeed) result, at);
                leaves.add(
                        0,
                        new Leaf(
                                at, all.only(entry -> known.add(entry.identity().id()))));
            }
        }
        return new Reread(feed, kept.size(), unreadable, leaves);
    }

    /** One document after the other, each in the room that it needs. */
    private ParseResult again(Feed feed, PackedDocument document) throws NoRoomException, InterruptedException {
        try (Room room = headroom.ofPreview(PATIENCE)) {
            room.grow(document.size());
            return room.reading(() -> documents.again(feed, document.unpacked()));
        }
    }

    /**
     * Reads the articles of what would be published, of a feed with full texts, as many as a poll would and in the same time. Polls of the feed
     * may go on meanwhile.
     *
     * @throws InterruptedException when the service stops meanwhile
     */
    public Articles articles(Reread reread) throws InterruptedException {
        Feed feed = reread.feed();
        List<FeedInfo> documentsRead =
                reread.leaves().stream().map(leaf -> leaf.contents().info()).toList();
        return intake.articles(feed, documentsRead, feed.fullText() ? wouldBePublished(reread) : List.of());
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
            Brought brought = intake.take(reread.feed(), leaf.contents(), leaf.reading(), articles);
            items.addAll(brought.items());
            refused.putAll(brought.refused());
        });
        return result(reread, items, refused);
    }

    private List<NewsItem> wouldBePublished(Reread reread) {
        return reread.leaves().stream()
                .flatMap(leaf -> intake.judge(reread.feed(), leaf.contents(), leaf.reading()).stream())
                .toList();
    }

    private static Result result(Reread reread, List<NewsItem> items, Map<String, String> refused) {
        return new Result(reread.documents(), reread.unreadable(), reread.entries(), items, refused);
    }
}
