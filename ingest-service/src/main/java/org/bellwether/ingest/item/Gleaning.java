package org.bellwether.ingest.item;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bellwether.events.DateProvenance;
import org.bellwether.events.NewsItem;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.item.Revision.Publish;
import org.bellwether.ingest.item.Revision.Reading;
import org.bellwether.ingest.parse.FeedInfo;
import org.bellwether.ingest.parse.ParsedEntry;
import org.jspecify.annotations.Nullable;

/** Goes through the entries of one reading and gathers what they bring in. */
final class Gleaning {

    /** An item that stays in its feed is remembered anew this often, and not at every poll. */
    static final Duration REMEMBER_AGAIN = Duration.ofDays(1);

    // A record must fit into a Kafka message (1 MB by default), three bytes per Korean syllable.
    private static final int LONGEST_TITLE_CHARS = 2_000;
    private static final int LONGEST_TEXT_CHARS = 100_000;
    private static final int LONGEST_URL_CHARS = 2_048;

    /** What RFC 5646, section 4.4.1, asks every application to take. */
    private static final int LONGEST_LANGUAGE_CHARS = 35;

    private static final Set<DateProvenance> RECKONED = Set.of(DateProvenance.INFERRED, DateProvenance.FIRST_SEEN);

    private final Feed feed;
    private final FeedInfo info;
    private final Recollection known;
    private final FeedReading read;
    private final List<NewsItem> items = new ArrayList<>();
    private final List<SeenItem> seen = new ArrayList<>();
    private final Set<ItemKey> keys = new LinkedHashSet<>();
    private final List<ItemKey> stillMeant = new ArrayList<>();

    Gleaning(Feed feed, FeedInfo info, Recollection known, FeedReading read) {
        this.feed = feed;
        this.info = info;
        this.known = known;
        this.read = read;
    }

    Harvest harvest() {
        return new Harvest(items, seen, List.copyOf(keys), stillMeant);
    }

    void take(IdentifiedEntry identified) {
        @Nullable SeenItem before = known.items().get(identified.identity().id());
        if (before != null && read.again() && before.edition().at().isAfter(read.at())) {
            // Old words are no correction of what was published since.
            return;
        }
        if (before != null && !before.pending() && before.says(identified.contentHash())) {
            remember(identified, before);
            return;
        }
        keys.addAll(ItemKey.unnoted(identified, known, feed.id(), read.at()));
        ParsedEntry entry = identified.entry();
        Reading reading = new Reading(
                feed.id(),
                feed.publisher().owner(),
                identified.contentHash(),
                Wording.of(entry.title(), entry.text()),
                read.at());
        if (Revision.judge(before, reading) instanceof Publish publish) {
            publish(identified, before, publish, reading);
        } else if (before != null) {
            remember(identified, before);
        }
    }

    /** As it still stands in a feed. */
    private void remember(IdentifiedEntry identified, SeenItem before) {
        if (before.lastSeen().plus(REMEMBER_AGAIN).isBefore(read.at())) {
            seen.add(before.seenAgain(read.at()));
            stillMeant.addAll(ItemKey.stillMeant(identified, feed.id(), read.at()));
        }
    }

    private void publish(IdentifiedEntry identified, @Nullable SeenItem before, Publish publish, Reading reading) {
        NewsItem item = item(identified, before, publish);
        @Nullable SeenItem another = before == null || before.feedId().equals(feed.id()) ? null : before;
        items.add(item);
        keys.add(ItemKey.claim(item.id(), item.version(), feed.id(), read.at()));
        seen.add(new SeenItem(
                item.id(),
                another == null ? feed.id() : another.feedId(),
                another == null ? reading.owner() : another.owner(),
                Edition.of(
                        publish,
                        reading.contentHash(),
                        reading.wording(),
                        read.at(),
                        before == null ? null : before.edition()),
                item.published(),
                item.publishedProvenance() == DateProvenance.BACKLOG,
                false,
                before != null && before.lastSeen().isAfter(read.at()) ? before.lastSeen() : read.at()));
    }

    private NewsItem item(IdentifiedEntry identified, @Nullable SeenItem before, Publish publish) {
        ParsedEntry entry = identified.entry();
        return new NewsItem(
                identified.identity().id(),
                publish.version(),
                feed.id(),
                feed.publisher(),
                url(entry),
                cut(entry.title(), LONGEST_TITLE_CHARS),
                cut(entry.text(), LONGEST_TEXT_CHARS),
                language(entry),
                published(entry, before),
                entry.published() == null ? undated(before) : entry.publishedProvenance(),
                entry.updated(),
                read.at(),
                identified.contentHash(),
                publish.changed());
    }

    /** The item with another text. */
    static NewsItem with(NewsItem item, String text) {
        String published = cut(text, LONGEST_TEXT_CHARS);
        return new NewsItem(
                item.id(),
                item.version(),
                item.feedId(),
                item.publisher(),
                item.url(),
                item.title(),
                published,
                item.language(),
                item.published(),
                item.publishedProvenance(),
                item.updated(),
                item.fetched(),
                ContentHash.of(item.title(), published),
                item.changed());
    }

    /**
     * What a page tells as "two hours ago" it tells less and less exactly, and what lies ahead is of the time of reading: the first reckoning
     * stands for all versions.
     */
    private Instant published(ParsedEntry entry, @Nullable SeenItem before) {
        @Nullable Instant stated = entry.published();
        if (before == null) {
            return stated == null ? read.at() : stated;
        }
        boolean reckoned = RECKONED.contains(entry.publishedProvenance()) && !before.backlog();
        return stated == null || reckoned ? before.published() : stated;
    }

    /** What is backlog stays so through its versions: a changed teaser does not make an old entry news. */
    private DateProvenance undated(@Nullable SeenItem before) {
        boolean backlog = before == null ? read.first() : before.backlog();
        return backlog ? DateProvenance.BACKLOG : DateProvenance.FIRST_SEEN;
    }

    private String url(ParsedEntry entry) {
        return Stream.of(Optional.ofNullable(entry.link()), Optional.ofNullable(info.link()))
                .flatMap(Optional::stream)
                .flatMap(link -> CanonicalUrl.withFragment(link).stream())
                .filter(url -> url.length() <= LONGEST_URL_CHARS)
                .findFirst()
                .orElse(feed.url().toString());
    }

    private String language(ParsedEntry entry) {
        return Stream.of(Optional.ofNullable(entry.language()), Optional.ofNullable(info.language()))
                .flatMap(Optional::stream)
                .filter(tag -> !tag.isBlank() && tag.length() <= LONGEST_LANGUAGE_CHARS)
                .findFirst()
                .orElse(feed.language());
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
