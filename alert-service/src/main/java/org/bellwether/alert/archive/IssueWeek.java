package org.bellwether.alert.archive;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the last seven days brought to each issue. Every open board asks for it every few seconds; the store is read once
 * for all of them.
 */
public final class IssueWeek {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration READ_AGAIN = Duration.ofSeconds(2);
    private static final int MOST_BUCKETS = 1_000;

    private final MongoItems items;
    private final InstantSource clock;
    private @Nullable Snapshot last;

    /**
     * One reading.
     *
     * @param takenAt what counts as now in it
     * @param freshUntil from when on it is read again; counted from its end, or who waited for it would read anew
     */
    private record Snapshot(Instant takenAt, List<Mention> mentions, Instant freshUntil) {}

    public IssueWeek(MongoItems items, InstantSource clock) {
        this.items = items;
        this.clock = clock;
    }

    /** Of every issue that had an item within the week, by issue id. */
    public Map<String, IssueCounts> counts() {
        Snapshot week = week();
        Instant dayAgo = week.takenAt().minus(DAY);
        Map<String, IssueCounts> counts = new TreeMap<>();
        for (Mention mention : week.mentions()) {
            long today = mention.at().isBefore(dayAgo) ? 0 : 1;
            for (String issue : mention.issues()) {
                counts.merge(issue, new IssueCounts(issue, today, 1), IssueWeek::sum);
            }
        }
        return counts;
    }

    /** Items of each of the issues per stretch of time; stretches begin at multiples of {@code bucket} since the epoch. */
    public Map<String, List<Bucket>> series(List<String> issues, Duration bucket) {
        Snapshot week = week();
        SeriesGrid grid = new SeriesGrid(week.takenAt().minus(WEEK), week.takenAt(), bucket, MOST_BUCKETS);
        Map<String, long[]> counts = new TreeMap<>();
        issues.forEach(issue -> counts.put(issue, grid.zeroes()));
        for (Mention mention : week.mentions()) {
            int slot = grid.slot(mention.at());
            for (String issue : mention.issues()) {
                long[] ofIssue = counts.get(issue);
                if (ofIssue != null) {
                    ofIssue[slot]++;
                }
            }
        }
        Map<String, List<Bucket>> series = new TreeMap<>();
        counts.forEach((issue, ofIssue) -> series.put(issue, grid.buckets(ofIssue)));
        return series;
    }

    /** Whoever comes while it is being read waits for that reading. */
    private synchronized Snapshot week() {
        Instant now = clock.instant();
        Snapshot known = last;
        if (known == null || !now.isBefore(known.freshUntil())) {
            List<Mention> mentions = items.mentions(now.minus(WEEK), now);
            known = new Snapshot(now, mentions, clock.instant().plus(READ_AGAIN));
            last = known;
        }
        return known;
    }

    private static IssueCounts sum(IssueCounts a, IssueCounts b) {
        return new IssueCounts(a.issue(), a.lastDay() + b.lastDay(), a.lastWeek() + b.lastWeek());
    }
}
