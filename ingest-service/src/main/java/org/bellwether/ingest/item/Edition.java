package org.bellwether.ingest.item;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.events.TextField;
import org.jspecify.annotations.Nullable;

/**
 * The version of an item that was published last.
 *
 * @param version its number
 * @param contentHash of it
 * @param wording how it reads
 * @param changed what reads otherwise than in the one before, if anybody can tell
 * @param at when it was published (UTC)
 * @param earlier the marks of the wordings before it, the newest last
 */
record Edition(
        int version,
        String contentHash,
        Wording wording,
        @Nullable List<TextField> changed,
        Instant at,
        List<String> earlier) {

    private static final int MOST_EARLIER = 6;

    Edition {
        changed = changed == null ? null : List.copyOf(changed);
        earlier = List.copyOf(earlier);
    }

    /** As it follows what was published of the item before. */
    static Edition of(
            Revision.Publish publish, String contentHash, Wording wording, Instant at, @Nullable Edition before) {
        if (before == null || before.version() == publish.version()) {
            List<String> earlier = before == null ? List.of() : before.earlier();
            return new Edition(publish.version(), contentHash, wording, publish.changed(), at, earlier);
        }
        return new Edition(publish.version(), contentHash, wording, publish.changed(), at, before.withItself());
    }

    /** How many of the versions before it read like that. */
    long timesRead(Wording other) {
        return earlier.stream().filter(other.mark()::equals).count();
    }

    private List<String> withItself() {
        if (!wording.isKnown()) {
            return earlier;
        }
        List<String> all = new ArrayList<>(earlier);
        all.add(wording.mark());
        return all.subList(Math.max(0, all.size() - MOST_EARLIER), all.size());
    }
}
