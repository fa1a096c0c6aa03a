package org.bellwether.ingest.backend;

/**
 * The store is there and will not have what it is given, or not do what it is asked: a document that is too large, a command it does not
 * know or has no right to, a full disk. It would say the same again at once, so this is worth another try only after a while, and
 * somebody's attention now.
 */
public final class StoreRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean full;

    StoreRefusedException(Throwable cause, boolean full) {
        super("the store refuses: " + BackendAwayException.reason(cause), cause);
        this.full = full;
    }

    /** Whether it has no room for anything. */
    public boolean isFull() {
        return full;
    }
}
