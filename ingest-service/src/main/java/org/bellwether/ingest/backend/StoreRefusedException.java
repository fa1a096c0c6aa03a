package org.bellwether.ingest.backend;

/** Of MongoDB: a document that is too large, a command it does not know or this service has no right to, a full disk. */
public final class StoreRefusedException extends RefusedException {
    private static final long serialVersionUID = 1L;

    private final boolean full;

    StoreRefusedException(Throwable cause, boolean full) {
        super("store", "the store's disk, version and rights", cause);
        this.full = full;
    }

    /** Whether it has no room for anything. */
    public boolean isFull() {
        return full;
    }
}
