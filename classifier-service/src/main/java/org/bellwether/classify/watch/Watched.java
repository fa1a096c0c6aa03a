package org.bellwether.classify.watch;

/** A query and the id it is told by. */
final class Watched {

    /** A query that can be found on many ways is filed as often; longer code than this is not, and stays with the watch. */
    private static final int LONGEST_FILED = 32;

    private static final long[] NONE = {};

    private final String id;
    private final WatchQuery query;
    private final long[] kept;

    private Watched(String id, WatchQuery query, long[] kept) {
        this.id = id;
        this.query = query;
        this.kept = kept;
    }

    /** Of a query that has this code. */
    static Watched of(String id, WatchQuery query, long[] code) {
        return new Watched(id, query, code.length > LONGEST_FILED ? code : NONE);
    }

    String id() {
        return id;
    }

    WatchQuery query() {
        return query;
    }

    /** Its {@link QueryCode} where that is not filed; else nothing. */
    long[] kept() {
        return kept;
    }

    /** Of its code as much as is filed: all or nothing. */
    long[] filed(long[] code) {
        return kept.length == 0 ? code : NONE;
    }
}
