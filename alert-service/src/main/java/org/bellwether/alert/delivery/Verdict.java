package org.bellwether.alert.delivery;

import java.time.Duration;
import java.util.List;

/** What becomes of a delivery after an attempt. */
public sealed interface Verdict {

    /** What {@link #outcome} can be when something was tried or decided. */
    List<String> OUTCOMES = List.of("sent", "retry", "failed", "dropped");

    /** As a metric's label. */
    String outcome();

    /** Whether nothing more is tried. */
    default boolean isEnd() {
        return !(this instanceof Again) && !(this instanceof Waits);
    }

    /** It has arrived. */
    record Sent() implements Verdict {
        @Override
        public String outcome() {
            return "sent";
        }
    }

    /**
     * It is tried again.
     *
     * @param after so long from now
     * @param reason why it has not arrived
     */
    record Again(Duration after, String reason) implements Verdict {
        @Override
        public String outcome() {
            return "retry";
        }
    }

    /**
     * It is not its turn; nothing was tried.
     *
     * @param after so long from now
     * @param reason what it waits for
     */
    record Waits(Duration after, String reason) implements Verdict {
        @Override
        public String outcome() {
            return "waits";
        }
    }

    /**
     * It will not arrive.
     *
     * @param reason why
     */
    record Failed(String reason) implements Verdict {
        @Override
        public String outcome() {
            return "failed";
        }
    }

    /**
     * It is no longer wanted.
     *
     * @param reason why
     */
    record Dropped(String reason) implements Verdict {
        @Override
        public String outcome() {
            return "dropped";
        }
    }
}
