package org.bellwether.classify.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;
import org.bellwether.events.Evidence;
import org.bellwether.events.NewsItem;
import org.bellwether.events.Tag;
import org.bellwether.events.TaggedItem;

/**
 * An item that was close to an issue, and not close enough.
 *
 * @param version of the item
 * @param title as published, or its beginning
 * @param text as published, or its beginning
 * @param textHash of title and text as a whole, see {@link TextHash}
 * @param publisher as readers know it
 * @param language BCP 47, as detected
 * @param at when the item counts: its publication, but never later than it was read (UTC)
 * @param taxonomy that tagged it
 * @param probability below {@code threshold}
 * @param threshold least probability for a certain tag, in that language
 * @param evidence in reading order; its spans are of the whole text
 */
public record NearMiss(
        String itemId,
        int version,
        String url,
        String publisher,
        String language,
        Instant at,
        String title,
        String text,
        String textHash,
        String taxonomy,
        String issue,
        double probability,
        double threshold,
        List<Evidence> evidence) {

    private static final int LONGEST_TITLE = 1_000;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_EVIDENCE = 20;

    /**
     * Those of an item.
     *
     * @param taxonomy by which it was tagged
     */
    public static List<NearMiss> of(TaggedItem tagged, Taxonomy taxonomy) {
        List<NearMiss> misses = new ArrayList<>();
        for (Tag tag : tagged.tags()) {
            if (tag.uncertain()) {
                taxonomy.issue(tag.issue()).ifPresent(rule -> misses.add(of(tagged, tag, rule)));
            }
        }
        return misses;
    }

    private static NearMiss of(TaggedItem tagged, Tag tag, IssueRule rule) {
        NewsItem item = tagged.item();
        return new NearMiss(
                item.id(),
                item.version(),
                item.url(),
                item.publisher().name(),
                tagged.language(),
                item.published().isAfter(item.fetched()) ? item.fetched() : item.published(),
                Beginning.of(item.title(), LONGEST_TITLE),
                Beginning.of(item.text(), LONGEST_TEXT),
                TextHash.of(item.title(), item.text()),
                tagged.taxonomy(),
                tag.issue(),
                tag.probability(),
                rule.threshold(tagged.language()),
                tag.evidence().stream().limit(MOST_EVIDENCE).toList());
    }

    /** Where its item stands in the newest-first order. */
    public Position position() {
        return new Position(at, itemId);
    }
}
