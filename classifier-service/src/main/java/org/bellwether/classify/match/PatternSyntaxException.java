package org.bellwether.classify.match;

/** A pattern that cannot be read or could never match; the message says why. */
public final class PatternSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    public PatternSyntaxException(String message) {
        super(message);
    }
}
