package org.bellwether.ingest.backend;

/**
 * Something that is needed to take in what was read is not to be had just now: the broker or the store did not answer or not take what it was
 * given, or not in time; the lease may be another instance's; or the turn did not come. Nobody's fault, worth another try.
 */
public final class BackendAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;

    private BackendAwayException(String what, Throwable cause) {
        super("the " + what + " is away: " + reason(cause), cause);
        this.what = what;
    }

    /** Kafka. */
    public static BackendAwayException broker(Throwable cause) {
        return new BackendAwayException("broker", cause);
    }

    /** MongoDB, when it did not answer; what else may be wrong there {@link MongoTrouble} tells apart. */
    static BackendAwayException store(Throwable cause) {
        return new BackendAwayException("store", cause);
    }

    /** The right to poll a feed, which another instance may have by now. */
    public static BackendAwayException lease() {
        return new BackendAwayException("lease of its host", new IllegalStateException("another instance may have it"));
    }

    /** The turn of a feed among those of its owner, and among all, of which others do not come to their end. */
    public static BackendAwayException turn() {
        return new BackendAwayException(
                "turn to be taken in", new IllegalStateException("other feeds take long to be taken in"));
    }

    /** {@code broker}, {@code store}, {@code turn to be taken in} or {@code lease of its host}. */
    public String what() {
        return what;
    }

    static String reason(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        // The store's driver goes on with its whole view of the cluster after the first sentence.
        return message.lines().findFirst().orElse(message).split("\\. ", 2)[0];
    }
}
