package org.bellwether.ingest.state;

import org.bellwether.ingest.schedule.Tempo;
import org.jspecify.annotations.Nullable;

/**
 * What a feed's readings have shown over time.
 *
 * @param tempo how fast it moves
 * @param losses how often entries may have been lost
 * @param move the permanent redirect it answers with, if it does
 */
public record Learnt(Tempo tempo, Losses losses, @Nullable Move move) {

    /** Never read. */
    public static final Learnt NOTHING = new Learnt(Tempo.UNKNOWN, Losses.NONE, null);

    /** At another address that somebody gave it, all but the count of losses is learnt anew. */
    Learnt elsewhere() {
        return new Learnt(Tempo.UNKNOWN, losses, null);
    }

    Learnt afterFailure() {
        return new Learnt(tempo, losses, Move.afterFailure(move));
    }
}
