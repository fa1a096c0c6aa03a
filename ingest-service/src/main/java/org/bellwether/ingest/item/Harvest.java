package org.bellwether.ingest.item;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bellwether.events.NewsItem;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.parse.FeedInfo;

/**
 * What one reading of a feed brings in.
 *
 * @param items to publish, in the feed's order
 * @param seen to remember once they are published
 * @param keys under which to find them besides their ids, to be claimed before anything is published
 * @param stillMeant keys to keep as long as their items, if they are noted
 */
public record Harvest(List<NewsItem> items, List<SeenItem> seen, List<ItemKey> keys, List<ItemKey> stillMeant) {

    public Harvest {
        items = List.copyOf(items);
        seen = List.copyOf(seen);
        keys = List.copyOf(keys);
        stillMeant = List.copyOf(stillMeant);
    }

    /**
     * The same, its keys claimed, in parts that are handed on one after the other, each with what is to be remembered of its items;
     * what is only seen again comes last, without items.
     *
     * @param most items in a part
     */
    public List<Harvest> parts(int most) {
        Set<String> published = ids(items);
        Map<String, SeenItem> byId = seen.stream().collect(Collectors.toMap(SeenItem::id, Function.identity()));
        List<Harvest> parts = new ArrayList<>();
        for (int from = 0; from < items.size(); from += most) {
            List<NewsItem> part = items.subList(from, Math.min(from + most, items.size()));
            List<String> ids = part.stream().map(NewsItem::id).toList();
            parts.add(new Harvest(part, ids.stream().map(byId::get).toList(), List.of(), List.of()));
        }
        parts.add(new Harvest(
                List.of(),
                seen.stream().filter(item -> !published.contains(item.id())).toList(),
                List.of(),
                stillMeant));
        return parts;
    }

    /**
     * The same with other texts to publish; what is remembered stays what the feed says.
     *
     * @param texts by item id, plain
     */
    public Harvest with(Map<String, String> texts) {
        List<NewsItem> others = items.stream()
                .map(item -> texts.containsKey(item.id()) ? Gleaning.with(item, texts.get(item.id())) : item)
                .toList();
        return new Harvest(others, seen, keys, stillMeant);
    }

    /**
     * The next versions of items whose texts turned out longer, as far as they still are as they were published without.
     *
     * @param remembered of these items, by id
     */
    public static Harvest of(List<LongerText> texts, Map<String, SeenItem> remembered, Instant at) {
        List<LongerText> current = texts.stream()
                .filter(text -> text.isOf(remembered.get(text.published().id())))
                .toList();
        return new Harvest(
                current.stream().map(text -> text.item(at)).toList(),
                current.stream()
                        .map(text -> text.remembered(
                                Objects.requireNonNull(
                                        remembered.get(text.published().id())),
                                at))
                        .toList(),
                current.stream()
                        .map(LongerText::published)
                        .map(item -> ItemKey.claim(item.id(), item.version() + 1, item.feedId(), at))
                        .toList(),
                List.of());
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
     * @param known what is remembered of them
     * @param read which reading of the feed it is
     */
    public static Harvest of(
            Feed feed, FeedInfo info, List<IdentifiedEntry> entries, Recollection known, FeedReading read) {
        Gleaning gleaning = new Gleaning(feed, info, known, read);
        entries.stream().filter(IdentifiedEntry::saysSomething).forEach(gleaning::take);
        return gleaning.harvest();
    }
}
