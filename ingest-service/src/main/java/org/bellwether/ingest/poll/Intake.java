package org.bellwether.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.events.NewsItem;
import org.bellwether.ingest.article.ArticleTexts;
import org.bellwether.ingest.article.MissingArticle;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.item.Announced;
import org.bellwether.ingest.item.CanonicalUrl;
import org.bellwether.ingest.item.FeedReading;
import org.bellwether.ingest.item.Harvest;
import org.bellwether.ingest.item.IdentifiedEntry;
import org.bellwether.ingest.item.ItemIdentity;
import org.bellwether.ingest.item.LongerText;
import org.bellwether.ingest.item.Recognition;
import org.bellwether.ingest.item.Recollection;
import org.bellwether.ingest.item.SeenItem;
import org.bellwether.ingest.parse.FeedInfo;
import org.bellwether.ingest.parse.ParsedFeed;
import org.bellwether.ingest.poll.Brought.Visible;
import org.bellwether.ingest.publish.NewsItemPublisher;
import org.bellwether.ingest.state.Front.Place;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what a reading brought: identify, compare with what was seen, claim, announce, publish, and only then mark seen. A crash
 * anywhere in between leads, with the next reading, to the same items under the same ids.
 */
public final class Intake {

    /** Another instance that claimed an item first has had its time to publish it after so many looks. */
    private static final int MOST_LOOKS = 6;

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Turns turns = new Turns(PATIENCE);
    private final ItemMemory memory;
    private final ArticleTexts articleTexts;
    private final Handover handover;
    private final Predicate<Feed> mine;

    /**
     * @param articleTexts for feeds that ask for full texts
     * @param mine whether this instance may publish items of a feed at this very moment
     */
    public Intake(ItemMemory memory, NewsItemPublisher publisher, ArticleTexts articleTexts, Predicate<Feed> mine) {
        this.mine = mine;
        this.memory = memory;
        this.articleTexts = articleTexts;
        this.handover = new Handover(memory.seen(), memory.announcements(), publisher, this::requireLease);
    }

    /**
     * Entries and what is remembered of them.
     *
     * @param feedId of which feed
     * @param outstanding what is kept as announced by earlier polls of it
     * @param remembered without that
     * @param known with that
     * @param harvest what they bring in
     */
    private record Findings(
            String feedId,
            Announced outstanding,
            Recollection remembered,
            Recollection known,
            List<IdentifiedEntry> entries,
            Harvest harvest) {

        List<Visible> visible() {
            return entries.stream().map(this::visible).toList();
        }

        private Visible visible(IdentifiedEntry entry) {
            String id = entry.identity().id();
            @Nullable SeenItem seen = known.items().get(id);
            return new Visible(
                    new Place(id, entry.entry().published()),
                    entry.entry().publishedProvenance(),
                    seen == null && entry.saysSomething(),
                    seen == null ? null : seen.broughtFirstBy(feedId));
        }
    }

    /**
     * Longer texts and what is remembered of their items.
     *
     * @param outstanding what is kept as announced by earlier polls of the feed
     * @param remembered without that, by id
     * @param harvest what they bring in
     */
    private record Longer(Announced outstanding, Map<String, SeenItem> remembered, Harvest harvest) {}

    /**
     * Reads the articles of what {@link #take} would publish, of a feed with full texts. Waits for servers, so not to be called while
     * a document is {@linkplain org.bellwether.ingest.headroom.Room#reading taken apart}.
     *
     * @throws InterruptedException when the service stops meanwhile
     */
    Articles articles(Feed feed, ParsedFeed parsed, FeedReading reading) throws InterruptedException {
        return articles(
                feed,
                List.of(parsed.feed()),
                feed.fullText() ? judge(feed, Contents.of(feed, parsed, reading.at()), reading) : List.of());
    }

    /** The same of items that several documents bring in. */
    Articles articles(Feed feed, List<FeedInfo> documents, List<NewsItem> items) throws InterruptedException {
        if (!feed.fullText()) {
            return Articles.NONE;
        }
        Set<String> elsewhere = Stream.concat(
                        Stream.of(feed.url().toString()),
                        documents.stream().map(info -> Objects.toString(info.link(), "")))
                .flatMap(url -> Stream.concat(
                        Stream.of(url), CanonicalUrl.of(url).stream().map(CanonicalUrl::value)))
                .collect(Collectors.toSet());
        return Articles.of(items, elsewhere, articleTexts);
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
        return take(feed, Contents.of(feed, parsed, reading.at()), reading, articles);
    }

    /** The same of some of a document's entries. */
    Brought take(Feed feed, Contents parsed, FeedReading reading, Articles articles) {
        return turns.take(feed.publisher().owner(), () -> takeInTurn(feed, parsed, reading, articles));
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

    /** What {@link #take} would publish; nothing is stored. */
    List<NewsItem> judge(Feed feed, Contents parsed, FeedReading reading) {
        return findings(feed, parsed, reading).harvest().items();
    }

    /**
     * Publishes the next versions of items for texts that could not be read with them, as far as nothing else was published of them since.
     *
     * @return which were published
     * @throws BackendAwayException as of {@link #take}
     */
    List<NewsItem> longer(Feed feed, List<LongerText> texts, Instant at) {
        return texts.isEmpty() ? List.of() : turns.take(feed.publisher().owner(), () -> longerInTurn(feed, texts, at));
    }

    private Brought takeInTurn(Feed feed, Contents parsed, FeedReading reading, Articles articles) {
        requireLease(feed);
        Findings findings = claimed(() -> findings(feed, parsed, reading), Findings::harvest);
        Harvest harvest = findings.harvest().with(articles.texts());
        noteMissing(feed, harvest.items(), articles, reading.at());
        Map<String, String> refused = handOn(
                feed, harvest, findings.outstanding(), findings.remembered().items());
        return new Brought(findings.visible(), published(harvest, refused), refused, articles);
    }

    private List<NewsItem> longerInTurn(Feed feed, List<LongerText> texts, Instant at) {
        requireLease(feed);
        Longer longer = claimed(() -> longerNow(feed, texts, at), Longer::harvest);
        return published(longer.harvest(), handOn(feed, longer.harvest(), longer.outstanding(), longer.remembered()));
    }

    /** Looks once more, some times, as long as another feed is about to publish something of it. */
    private <T> T claimed(Supplier<T> look, Function<T, Harvest> harvest) {
        T found = look.get();
        for (int looks = 1; !memory.seen().claim(harvest.apply(found), looks == MOST_LOOKS); looks++) {
            LockSupport.parkNanos(LOOK.multipliedBy(looks).toNanos());
            found = look.get();
        }
        return found;
    }

    private Longer longerNow(Feed feed, List<LongerText> texts, Instant at) {
        Announced outstanding = memory.announcements().of(feed.id());
        Map<String, SeenItem> remembered = memory.seen()
                .of(texts.stream().map(text -> text.published().id()).toList());
        return new Longer(outstanding, remembered, Harvest.of(texts, outstanding.over(remembered), at));
    }

    private Map<String, String> handOn(
            Feed feed, Harvest harvest, Announced outstanding, Map<String, SeenItem> remembered) {
        return handover.handOn(feed, harvest, outstanding, outstanding.besides(remembered));
    }

    /**
     * Before anything is published: what is missing of an item that was not published is let go when it is due. What an earlier poll missed
     * of the others, perhaps one that did not come to publish them, is missing no more.
     */
    private void noteMissing(Feed feed, List<NewsItem> items, Articles articles, Instant at) {
        if (!feed.fullText()) {
            return;
        }
        memory.missing()
                .keep(items.stream()
                        .filter(item -> articles.missing().contains(item.id()))
                        .map(item -> MissingArticle.of(item, at))
                        .toList());
        memory.missing()
                .settle(items.stream()
                        .map(NewsItem::id)
                        .filter(id -> !articles.missing().contains(id))
                        .toList());
    }

    private Findings findings(Feed feed, Contents parsed, FeedReading reading) {
        List<IdentifiedEntry> assigned = parsed.entries();
        Announced outstanding = memory.announcements().of(feed.id());
        Recollection remembered = memory.seen().recall(assigned);
        Recollection known = remembered.and(outstanding);
        List<IdentifiedEntry> entries = ItemIdentity.distinct(Recognition.recognised(assigned, known, reading));
        Harvest harvest = Harvest.of(feed, parsed.info(), entries, known, reading);
        return new Findings(feed.id(), outstanding, remembered, known, entries, harvest);
    }

    private static List<NewsItem> published(Harvest harvest, Map<String, String> refused) {
        return harvest.items().stream()
                .filter(item -> !refused.containsKey(item.id()))
                .toList();
    }
}
