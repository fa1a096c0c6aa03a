package org.bellwether.standalone.stack;

/** Why the stack does not start, in one line for whoever typed the command, with the way out. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Refuses for that reason. */
    public Refusal(String reason) {
        super(reason);
    }

    /** Refuses for that reason; the cause is for logs only. */
    public Refusal(String reason, Throwable cause) {
        super(reason, cause);
    }
}
