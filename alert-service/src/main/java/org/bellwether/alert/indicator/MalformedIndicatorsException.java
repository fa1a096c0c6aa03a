package org.bellwether.alert.indicator;

/** An indicators file that is refused; the message is {@code file, line, path: reason}. */
public final class MalformedIndicatorsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedIndicatorsException(String message) {
        super(message);
    }
}
