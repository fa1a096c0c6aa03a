package org.bellwether.classify.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A period that is, or was, tagged anew.
 *
 * @param id made up
 * @param from inclusive (UTC), by when items were published on the topic
 * @param to exclusive
 * @param by who asked for it
 * @param begun when (UTC)
 * @param state how it stands
 * @param progress how far it came
 * @param taxonomy in force when it began, or when it last went on
 * @param ended when it came to its end, if it did
 * @param error why it did not come to a good end
 */
public record Replay(
        String id,
        Instant from,
        Instant to,
        String by,
        Instant begun,
        State state,
        Progress progress,
        String taxonomy,
        @Nullable Instant ended,
        @Nullable String error) {

    /** How a replay stands. */
    public enum State {
        /** It goes on. */
        @JsonProperty("running")
        RUNNING,
        /** All of the period was tagged anew. */
        @JsonProperty("done")
        DONE,
        /** It was given up; what was written by then stands, and doing it again is harmless. */
        @JsonProperty("failed")
        FAILED,
        /** The service that did it was stopped; what was written by then stands, and doing it again is harmless. */
        @JsonProperty("interrupted")
        INTERRUPTED
    }

    /**
     * Counts of records.
     *
     * @param total in the period, at most
     * @param read so far
     * @param written to {@code news.tagged}
     * @param setAside that cannot be read or written, as when they first came
     */
    public record Progress(long total, long read, long written, long setAside) {

        static final Progress NONE = new Progress(0, 0, 0, 0);

        Progress plus(int batch, int tagged, int bad) {
            return new Progress(total, read + batch, written + tagged, setAside + bad);
        }
    }

    static Replay begin(String id, Instant from, Instant to, String by, Instant now, String taxonomy) {
        return new Replay(id, from, to, by, now, State.RUNNING, Progress.NONE, taxonomy, null, null);
    }

    Replay at(Progress reached, String taxonomyInForce) {
        return new Replay(id, from, to, by, begun, state, reached, taxonomyInForce, ended, error);
    }

    Replay done(Instant now) {
        return new Replay(id, from, to, by, begun, State.DONE, progress, taxonomy, now, null);
    }

    Replay failed(Instant now, String why) {
        return new Replay(id, from, to, by, begun, State.FAILED, progress, taxonomy, now, why);
    }

    Replay interrupted(@Nullable Instant now) {
        return new Replay(
                id,
                from,
                to,
                by,
                begun,
                State.INTERRUPTED,
                progress,
                taxonomy,
                now,
                "the service was stopped meanwhile; ask for the same period again");
    }
}
