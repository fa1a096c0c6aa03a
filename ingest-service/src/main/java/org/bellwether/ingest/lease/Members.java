package org.bellwether.ingest.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which instances are alive, as this one sees it. For one thread. */
final class Members {

    private record Seen(Beat beat, Instant changed) {}

    private final Duration patience;
    private final Map<String, Seen> seen = new HashMap<>();

    /**
     * @param patience how long a beat may stay the same before its instance is taken for gone
     */
    Members(Duration patience) {
        this.patience = patience;
    }

    /**
     * Takes note of all beats there are.
     *
     * @param now by a clock of this machine that never jumps
     * @return the names of the instances alive
     */
    Set<String> after(Collection<Beat> beats, Instant now) {
        Set<String> alive = new HashSet<>();
        Map<String, Seen> current = new HashMap<>();
        for (Beat beat : beats) {
            @Nullable Seen before = seen.get(beat.instance());
            Seen latest = before == null || !before.beat().equals(beat) ? new Seen(beat, now) : before;
            current.put(beat.instance(), latest);
            if (latest.changed().plus(patience).isAfter(now)) {
                alive.add(beat.instance());
            }
        }
        seen.clear();
        seen.putAll(current);
        return alive;
    }
}
