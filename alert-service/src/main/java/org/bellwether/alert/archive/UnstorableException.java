package org.bellwether.alert.archive;

/** A record that is what it should be, and that the store cannot hold all the same; the message says what of it, and where. */
final class UnstorableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnstorableException(String reason) {
        super("the archive cannot hold it: " + reason);
    }

    UnstorableException(String reason, Throwable cause) {
        super("the archive cannot hold it: " + reason, cause);
    }
}
