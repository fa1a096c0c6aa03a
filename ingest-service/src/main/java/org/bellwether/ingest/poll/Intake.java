package org.bellwether.ingest.poll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.events.DateProvenance;
import org.bellwether.events.NewsItem;
import org.bellwether.ingest.article.ArticleTexts;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.item.Announced;
import org.bellwether.ingest.item.CanonicalUrl;
import org.bellwether.ingest.item.FeedReading;
import org.bellwether.ingest.item.Harvest;
import org.bellwether.ingest.item.IdentifiedEntry;
import org.bellwether.ingest.item.ItemIdentity;
import org.bellwether.ingest.item.MongoAnnouncements;
import org.bellwether.ingest.item.MongoSeenItems;
import org.bellwether.ingest.item.Recognition;
import org.bellwether.ingest.item.Recollection;
import org.bellwether.ingest.parse.ParsedFeed;
import org.bellwether.ingest.publish.NewsItemPublisher;

/**
 * Takes in what a reading brought: identify, compare with what was seen, announce, publish, and only then mark seen. A crash
 * anywhere in between leads, with the next reading, to the same items under the same ids.
 */
public final class Intake {

    /** Hundreds of feeds may be asked at once; the store, and whoever else needs it, is not to drown in what they bring. */
    private static final int AT_ONCE = 16;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final MongoSeenItems seenItems;
    private final MongoAnnouncements announcements;
    private final ArticleTexts articleTexts;
    private final Handover handover;
    private final Predicate<Feed> mine;

    /**
     * @param articleTexts for feeds that ask for full texts
     * @param mine whether this instance may publish items of a feed at this very moment
     */
    public Intake(
            MongoSeenItems seenItems,
            MongoAnnouncements announcements,
            NewsItemPublisher publisher,
            ArticleTexts articleTexts,
            Predicate<Feed> mine) {
        this.mine = mine;
        this.seenItems = seenItems;
        this.announcements = announcements;
        this.articleTexts = articleTexts;
        this.handover = new Handover(seenItems, announcements, publisher, this::requireLease);
    }

    /**
     * Reads the articles of what {@link #take} would publish, of a feed with full texts. Waits for servers, so not to be called while
     * a document is {@linkplain org.bellwether.ingest.headroom.Room#reading taken apart}.
     *
     * @throws InterruptedException when the service stops meanwhile
     */
    Articles articles(Feed feed, ParsedFeed parsed, FeedReading reading) throws InterruptedException {
        if (!feed.fullText()) {
            return Articles.NONE;
        }
        Set<String> elsewhere = Stream.of(
                        feed.url().toString(), Objects.toString(parsed.feed().link(), ""))
                .flatMap(url -> Stream.concat(
                        Stream.of(url), CanonicalUrl.of(url).stream().map(CanonicalUrl::value)))
                .collect(Collectors.toSet());
        return Articles.of(judge(feed, parsed, reading), elsewhere, articleTexts);
    }

    /**
     * Publishes what is new or corrected. What is remembered of an item is how its feed reads, or an article that cannot be read the
     * next time would look like a correction.
     *
     * @param articles whose texts stand in for the feed's
     * @throws BackendAwayException when broker or store went away on the way, and what was announced by then is in doubt; or
     *     when another instance polls the feed by now
     */
    Brought take(Feed feed, ParsedFeed parsed, FeedReading reading, Articles articles) {
        turns.acquireUninterruptibly();
        try {
            requireLease(feed);
            return takeInTurn(feed, parsed, reading, articles);
        } finally {
            turns.release();
        }
    }

    /**
     * Makes sure that the feed is still this instance's.
     *
     * @throws BackendAwayException when it may be another's by now
     */
    void requireLease(Feed feed) {
        if (!mine.test(feed)) {
            throw BackendAwayException.lease();
        }
    }

    private Brought takeInTurn(Feed feed, ParsedFeed parsed, FeedReading reading, Articles articles) {
        Announced outstanding = announcements.of(feed.id());
        List<IdentifiedEntry> assigned = assigned(feed, parsed);
        Recollection remembered = seenItems.recall(assigned);
        Recollection known = remembered.and(outstanding);
        List<IdentifiedEntry> entries = distinct(assigned, known);
        Harvest harvest =
                Harvest.of(feed, parsed.feed(), entries, known, reading).with(articles.texts());
        Map<String, String> refused =
                handover.handOn(feed, harvest, outstanding, outstanding.besides(remembered.items()));
        List<NewsItem> published = harvest.items().stream()
                .filter(item -> !refused.containsKey(item.id()))
                .toList();
        int seenBefore = (int) entries.stream()
                .filter(entry -> known.items().containsKey(entry.identity().id()))
                .count();
        return new Brought(
                entries.size(), entries.size() - seenBefore, published.size(), stated(published), refused, articles);
    }

    /** What {@link #take} would publish; nothing is stored. */
    List<NewsItem> judge(Feed feed, ParsedFeed parsed, FeedReading reading) {
        List<IdentifiedEntry> assigned = assigned(feed, parsed);
        Recollection known = seenItems.recall(assigned).and(announcements.of(feed.id()));
        return Harvest.of(feed, parsed.feed(), distinct(assigned, known), known, reading)
                .items();
    }

    private static List<IdentifiedEntry> assigned(Feed feed, ParsedFeed parsed) {
        return ItemIdentity.assign(feed.id(), feed.publisher().owner(), parsed.entries());
    }

    private static List<IdentifiedEntry> distinct(List<IdentifiedEntry> assigned, Recollection known) {
        return ItemIdentity.distinct(Recognition.recognised(assigned, known));
    }

    private static List<Instant> stated(List<NewsItem> published) {
        return published.stream()
                .filter(item -> item.version() == 1 && item.publishedProvenance() == DateProvenance.STATED)
                .map(NewsItem::published)
                .toList();
    }
}
