package org.bellwether.ingest.state;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A permanent redirect (301, 308) that a feed's address answers with.
 *
 * @param to where it leads
 * @param confirmed readings through it, in a row
 * @param troubles polls in a row that failed since it is followed without asking the old address
 */
public record Move(URI to, int confirmed, int troubles) {

    /** A slip of a server's configuration is over by then; a move is not. */
    private static final int ENOUGH = 5;

    private static final int MOST_TROUBLES = 3;

    /** Whether the new address is asked in place of the old. */
    public boolean taken() {
        return confirmed >= ENOUGH;
    }

    /** After a reading: where the redirects led that were all permanent, null when there was none. */
    public static @Nullable Move after(@Nullable Move before, @Nullable URI ledTo) {
        if (ledTo == null) {
            return before != null && before.taken() ? new Move(before.to, before.confirmed, 0) : null;
        }
        int confirmed = before != null && before.to.equals(ledTo) ? before.confirmed : 0;
        return new Move(ledTo, confirmed + 1, 0);
    }

    /**
     * After the server said that nothing has changed, through redirects or not: the same one is neither confirmed nor forgotten by that; null
     * when there is none, or another.
     */
    public static @Nullable Move unchanged(@Nullable Move before, @Nullable URI ledTo) {
        return before != null && before.to.equals(ledTo) ? before : after(before, null);
    }

    /** After a failure; null when the old address is to be asked again. */
    static @Nullable Move afterFailure(@Nullable Move before) {
        if (before == null || !before.taken()) {
            return before;
        }
        int troubles = before.troubles + 1;
        return troubles >= MOST_TROUBLES ? null : new Move(before.to, before.confirmed, troubles);
    }
}
