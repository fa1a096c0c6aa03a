package org.bellwether.standalone.process;

/** Whether a service can do its work, and why not. */
public sealed interface Readiness {

    /** It can. */
    record Ready() implements Readiness {}

    /**
     * Not yet.
     *
     * @param reason in a few words
     */
    record NotReady(String reason) implements Readiness {}
}
