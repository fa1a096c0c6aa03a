package org.bellwether.messaging;

/**
 * Bytes on a topic that are not the record they should be; the message says what, where, and what was expected there. It
 * has no cause: dead letters and health would show what the parser says of its own classes.
 */
public final class MalformedEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedEventException(String message) {
        super(message);
    }
}
