package org.bellwether.ingest.parse;

/** How much of a broken text may be read in vain, in characters: objects within objects are each tried, and a hostile text has many. */
final class Tries {

    private static final long MOST_READINGS = 8;

    /** A parser, its buffer and an exception. */
    private static final long COST = 1_000;

    /** Of a short text, too. */
    private static final long FEWEST = 1_000;

    private final long most;
    private long spent;

    Tries(String text) {
        this.most = MOST_READINGS * text.length() + FEWEST * COST;
    }

    boolean areLeft() {
        return spent <= most;
    }

    /** One that has read so far. */
    void count(long read) {
        spent += COST + read;
    }

    /** Looked at without a parser. */
    void look(long read) {
        spent += read;
    }

    long spent() {
        return spent;
    }

    /** As before one that was not in vain. */
    void backTo(long before) {
        spent = before;
    }
}
