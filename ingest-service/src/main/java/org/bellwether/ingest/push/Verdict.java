package org.bellwether.ingest.push;

/** What to answer a hub that asks at a callback. */
public sealed interface Verdict {

    /**
     * It was meant.
     *
     * @param challenge to send back as it is
     */
    record Confirmed(String challenge) implements Verdict {}

    /** The hub's refusal is noted. */
    record Noted() implements Verdict {}

    /** Nobody asked for that. */
    record NotOurs() implements Verdict {}
}
