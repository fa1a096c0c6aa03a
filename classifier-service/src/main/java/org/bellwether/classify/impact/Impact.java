package org.bellwether.classify.impact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bellwether.events.Act;
import org.bellwether.events.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would do.
 *
 * @param taxonomy version in force, held against
 * @param draft version it would have
 * @param from items since then (UTC), by when they were published on the topic
 * @param records read from the log, all versions of items
 * @param items of which the latest version was compared
 * @param unreadable records that are no items
 * @param complete whether all was read that was asked for; otherwise time ran out
 * @param took how long it took
 * @param issues those on which the two differ, in the draft's order, then those it no longer has
 * @param labelled how right either is on labelled items
 */
public record Impact(
        String taxonomy,
        String draft,
        Instant from,
        long records,
        int items,
        int unreadable,
        boolean complete,
        Duration took,
        List<IssueImpact> issues,
        Labelled labelled) {

    /**
     * What changes on an issue.
     *
     * @param gained items with a tag by the draft only, certain or not
     * @param lost items with a tag now and none by the draft
     * @param flipped items tagged by both, with another act or another certainty
     * @param certainBefore items with a certain tag now
     * @param certainAfter items with a certain tag by the draft
     * @param examples some of each kind, the latest read
     */
    public record IssueImpact(
            String issue,
            int gained,
            int lost,
            int flipped,
            int certainBefore,
            int certainAfter,
            List<Example> examples) {}

    /** How an item's tag changes. */
    public enum Change {
        GAINED,
        LOST,
        FLIPPED
    }

    /**
     * An item on which the two differ.
     *
     * @param before its tag now; absent where there is none
     * @param after its tag by the draft; absent where there is none
     */
    public record Example(
            Change change,
            String itemId,
            String title,
            String url,
            String language,
            @Nullable TagView before,
            @Nullable TagView after) {}

    /** A tag and what caused it. */
    public record TagView(double probability, boolean certain, Act act, List<Evidence> evidence) {}

    /**
     * F1 on labelled items, now and by the draft.
     *
     * @param items that come with the service
     * @param feedback texts that people judged
     * @param total all of them
     * @param byLanguage by BCP 47 language
     * @param byIssue those that differ
     */
    public record Labelled(
            int items,
            int feedback,
            BeforeAfter total,
            Map<String, BeforeAfter> byLanguage,
            Map<String, BeforeAfter> byIssue) {}

    /** From 0 to 1. */
    public record BeforeAfter(double before, double after) {}
}
