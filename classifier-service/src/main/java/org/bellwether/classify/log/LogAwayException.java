package org.bellwether.classify.log;

/** The broker cannot be read from now. */
public final class LogAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogAwayException(String message) {
        super(message);
    }

    public LogAwayException(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
