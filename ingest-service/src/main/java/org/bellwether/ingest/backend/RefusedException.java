package org.bellwether.ingest.backend;

/**
 * Broker or store is there and will not have what it is given, or not do what it is asked. It would say the same again at once, so this is worth
 * another try only after a while, and somebody's attention now.
 */
public abstract sealed class RefusedException extends RuntimeException
        permits BrokerRefusedException, StoreRefusedException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String wayOut;

    RefusedException(String what, String wayOut, Throwable cause) {
        super("the " + what + " refuses: " + BackendAwayException.reason(cause), cause);
        this.what = what;
        this.wayOut = wayOut;
    }

    /** {@code broker} or {@code store}. */
    public String what() {
        return what;
    }

    /** What an operator should look at, as in {@code look at …}. */
    public String wayOut() {
        return wayOut;
    }
}
