package org.bellwether.classify.watch;

/** A query that has been read ({@link WatchParser}). Immutable. */
public final class WatchQuery {

    private final String source;
    private final Clause clause;

    /** The clause must require something: {@link Required#isNothing} tells. */
    WatchQuery(String source, Clause clause) {
        this.source = source;
        this.clause = clause;
    }

    /** As it was written. */
    public String source() {
        return source;
    }

    /** As it was understood. */
    public Clause clause() {
        return clause;
    }

    /** Whether the item is what the query asks for; of many queries, a {@link WatchIndex} tells it in far less time. */
    public boolean matches(WatchedItem item) {
        return new QueryRun(item).holds(QueryCode.of(clause), 0);
    }
}
