package org.bellwether.ingest.item;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.events.DateProvenance;
import org.bellwether.events.NewsItem;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.parse.FeedInfo;
import org.bellwether.ingest.parse.ParsedEntry;
import org.jspecify.annotations.Nullable;

/**
 * What one reading of a feed brings in.
 *
 * @param items to publish, in the feed's order
 * @param seen to remember once they are published
 */
public record Harvest(List<NewsItem> items, List<SeenItem> seen) {

    /** An item that stays in its feed is remembered anew this often, and not at every poll. */
    private static final Duration REMEMBER_AGAIN = Duration.ofDays(1);

    // A record must fit into a Kafka message (1 MB by default), three bytes per Korean syllable.
    private static final int LONGEST_TITLE_CHARS = 2_000;
    private static final int LONGEST_TEXT_CHARS = 100_000;
    private static final int LONGEST_URL_CHARS = 2_048;

    /** What RFC 5646, section 4.4.1, asks every application to take. */
    private static final int LONGEST_LANGUAGE_CHARS = 35;

    public Harvest {
        items = List.copyOf(items);
        seen = List.copyOf(seen);
    }

    /**
     * The same in parts that are handed on one after the other, each with what is to be remembered of its items; what is
     * only seen again comes last, without items.
     *
     * @param most items in a part
     */
    public List<Harvest> parts(int most) {
        Set<String> published = ids(items);
        Map<String, SeenItem> byId = seen.stream().collect(Collectors.toMap(SeenItem::id, Function.identity()));
        List<Harvest> parts = new ArrayList<>();
        for (int from = 0; from < items.size(); from += most) {
            List<NewsItem> part = items.subList(from, Math.min(from + most, items.size()));
            parts.add(new Harvest(
                    part, part.stream().map(item -> byId.get(item.id())).toList()));
        }
        parts.add(new Harvest(
                List.of(),
                seen.stream().filter(item -> !published.contains(item.id())).toList()));
        return parts;
    }

    /**
     * What is to be announced before anything is published. If the service ends in between, an entry that reads
     * otherwise at the next poll becomes the next version, and not a second first one.
     */
    public List<SeenItem> announced() {
        Set<String> published = ids(items);
        return seen.stream()
                .filter(item -> published.contains(item.id()))
                .map(SeenItem::announced)
                .toList();
    }

    private static Set<String> ids(List<NewsItem> items) {
        return items.stream().map(NewsItem::id).collect(Collectors.toSet());
    }

    /** What is to be remembered when these items, by id, could not be published: all but them. */
    public List<SeenItem> seenBut(Set<String> unpublished) {
        return seen.stream().filter(item -> !unpublished.contains(item.id())).toList();
    }

    /**
     * Picks the news out of a reading.
     *
     * @param info what the document says of itself
     * @param entries of the document, one per item
     * @param remembered by item id
     * @param read which reading of the feed it is
     */
    public static Harvest of(
            Feed feed,
            FeedInfo info,
            List<IdentifiedEntry> entries,
            Map<String, SeenItem> remembered,
            FeedReading read) {
        Instant now = read.at();
        List<NewsItem> items = new ArrayList<>();
        List<SeenItem> seen = new ArrayList<>();
        for (IdentifiedEntry identified : entries) {
            ParsedEntry entry = identified.entry();
            if (entry.title().isBlank() && entry.text().isBlank()) {
                continue;
            }
            @Nullable SeenItem known = remembered.get(identified.identity().id());
            String hash = ContentHash.of(entry.title(), entry.text());
            Revision revision = Revision.judge(known, feed.id(), hash);
            if (revision instanceof Revision.Publish publish) {
                NewsItem item = item(feed, info, identified, known, publish.version(), hash, read);
                items.add(item);
                seen.add(new SeenItem(
                        item.id(),
                        feed.id(),
                        item.version(),
                        hash,
                        item.published(),
                        item.publishedProvenance() == DateProvenance.BACKLOG,
                        standsInFor(identified, known),
                        false,
                        now));
            } else if (known != null && known.lastSeen().plus(REMEMBER_AGAIN).isBefore(now)) {
                seen.add(known.seenAgain(now));
            }
        }
        return new Harvest(items, seen);
    }

    /** Nothing is forgotten by a new version that came when the better ids were not shared for once. */
    private static List<String> standsInFor(IdentifiedEntry identified, @Nullable SeenItem known) {
        List<String> shared = identified.shared().stream()
                .map(Identity::id)
                .filter(id -> !id.equals(identified.identity().id()))
                .toList();
        return shared.isEmpty() && known != null ? known.standsInFor() : shared;
    }

    private static NewsItem item(
            Feed feed,
            FeedInfo info,
            IdentifiedEntry identified,
            @Nullable SeenItem known,
            int version,
            String hash,
            FeedReading read) {
        ParsedEntry entry = identified.entry();
        @Nullable Instant stated = entry.published();
        Instant firstSeen = known == null ? read.at() : known.published();
        return new NewsItem(
                identified.identity().id(),
                version,
                feed.id(),
                feed.publisher(),
                url(feed, info, entry),
                cut(entry.title(), LONGEST_TITLE_CHARS),
                cut(entry.text(), LONGEST_TEXT_CHARS),
                language(feed, info, entry),
                stated == null ? firstSeen : stated,
                stated == null ? undated(known, read) : entry.publishedProvenance(),
                entry.updated(),
                read.at(),
                hash);
    }

    /** What is backlog stays so through its versions: a changed teaser does not make an old entry news. */
    private static DateProvenance undated(@Nullable SeenItem known, FeedReading read) {
        boolean backlog = known == null ? read.first() : known.backlog();
        return backlog ? DateProvenance.BACKLOG : DateProvenance.FIRST_SEEN;
    }

    private static String url(Feed feed, FeedInfo info, ParsedEntry entry) {
        return Stream.of(Optional.ofNullable(entry.link()), Optional.ofNullable(info.link()))
                .flatMap(Optional::stream)
                .flatMap(link -> CanonicalUrl.of(link).stream())
                .map(CanonicalUrl::value)
                .filter(url -> url.length() <= LONGEST_URL_CHARS)
                .findFirst()
                .orElse(feed.url().toString());
    }

    private static String language(Feed feed, FeedInfo info, ParsedEntry entry) {
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
