package org.bellwether.classify.watch;

/** A query that cannot be read, or that would match without holding anything; the message says where and what to do. */
public final class WatchSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int column;

    WatchSyntaxException(int column, String message) {
        super("Column " + column + ": " + message);
        this.column = column;
    }

    /** The UTF-16 unit of the query it is about, counted from 1. */
    public int column() {
        return column;
    }
}
