package org.bellwether.ingest.opml;

/** A document that is no OPML, or one that is not read here. */
public final class MalformedOpmlException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * @param line where it is wrong, counted from 1
     * @param reason what is wrong and what would be right
     */
    MalformedOpmlException(int line, String reason) {
        super(reason);
        this.line = line;
    }

    /** Where it is wrong, counted from 1. */
    public int line() {
        return line;
    }
}
