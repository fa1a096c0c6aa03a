package org.bellwether.alert.channel;

import java.time.Duration;

/** What became of one attempt to send. */
public sealed interface Outcome {

    /** The other side took it. */
    record Delivered() implements Outcome {}

    /**
     * Not now.
     *
     * @param after the least wait the other side asks for; zero where it names none
     * @param reason in words, without the recipient's address
     */
    record Retry(Duration after, String reason) implements Outcome {

        public Retry(String reason) {
            this(Duration.ZERO, reason);
        }
    }

    /**
     * Never; sending again would change nothing.
     *
     * @param reason in words, without the recipient's address
     */
    record Rejected(String reason) implements Outcome {}
}
