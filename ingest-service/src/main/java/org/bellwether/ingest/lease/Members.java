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
     * Takes note of all beats there are. Both times are by a clock of this machine that never jumps; between them much may
     * have passed, as when the machine or the store stalled.
     *
     * @param asked before they were read: a beat that is the same was not another until then
     * @param answered after they were read: a beat that is another may have been made until then
     * @return the names of the instances alive
     */
    Set<String> after(Collection<Beat> beats, Instant asked, Instant answered) {
        Set<String> alive = new HashSet<>();
        Map<String, Seen> current = new HashMap<>();
        for (Beat beat : beats) {
            @Nullable Seen before = seen.get(beat.instance());
            Seen latest = before == null || !before.beat().equals(beat) ? new Seen(beat, answered) : before;
            current.put(beat.instance(), latest);
            if (latest.changed().plus(patience).isAfter(asked)) {
                alive.add(beat.instance());
            }
        }
        seen.clear();
        seen.putAll(current);
        return alive;
    }
}
