package org.bellwether.ingest.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the last polls of a feed went, oldest first. Polls in a row that came to the same stand in one line, so that few lines
 * tell of a long time.
 *
 * @param lines bounded
 */
public record History(List<Line> lines) {

    /** No poll yet. */
    public static final History NONE = new History(List.of());

    private static final int MOST = 30;

    public History {
        lines = List.copyOf(lines);
    }

    /**
     * One poll, or several in a row that came to the same.
     *
     * @param from when the first began (UTC)
     * @param to when the last began (UTC)
     * @param times how many
     * @param outcome {@code read | unchanged | failed}, {@code pushed} for what a hub sent unasked, and {@code articles} for
     *     those of earlier items that a poll read besides
     * @param code what went wrong; absent when nothing did
     * @param entries that stood in the feed at the last
     * @param published items published, by all of them
     * @param repairs kinds of repair that the last needed to be read
     * @param bytes transferred, by all of them
     * @param took the last, from its beginning to its end
     */
    public record Line(
            Instant from,
            Instant to,
            int times,
            String outcome,
            @Nullable String code,
            int entries,
            int published,
            int repairs,
            long bytes,
            Duration took) {

        private boolean continues(Line earlier) {
            boolean uneventful = published == 0 && earlier.published == 0;
            return uneventful && outcome.equals(earlier.outcome) && java.util.Objects.equals(code, earlier.code);
        }

        private Line over(Line earlier) {
            return new Line(
                    earlier.from,
                    to,
                    earlier.times + times,
                    outcome,
                    code,
                    entries,
                    0,
                    repairs,
                    earlier.bytes + bytes,
                    took);
        }
    }

    /** With one more poll. */
    public History and(Line poll) {
        List<Line> all = new ArrayList<>(lines);
        int last = all.size() - 1;
        if (last >= 0 && poll.continues(all.get(last))) {
            all.set(last, poll.over(all.get(last)));
        } else {
            all.add(poll);
        }
        return new History(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }
}
