package org.bellwether.ingest.backend;

/**
 * The store is there and will not have what it is given, or not do what it is asked: a document that is too large, a command it does not
 * know, a full disk. It would say the same again at once, so this is worth another try only after a while, and somebody's attention now.
 */
public final class StoreRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreRefusedException(Throwable cause) {
        super("the store refuses: " + BackendAwayException.reason(cause), cause);
    }
}
