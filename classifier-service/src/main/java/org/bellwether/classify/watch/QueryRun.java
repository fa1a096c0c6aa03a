package org.bellwether.classify.watch;

import org.bellwether.classify.match.Proximity;
import org.bellwether.classify.match.Spans;

/** Runs {@link QueryCode} over one item. */
final class QueryRun {

    private final WatchedItem item;

    QueryRun(WatchedItem item) {
        this.item = item;
    }

    /** Whether the query holds that is written at a place. */
    boolean holds(long[] code, int at) {
        long head = code[at];
        return switch (QueryCode.operation(head)) {
            case ALL -> every(code, at + 1, at + QueryCode.size(head));
            case ANY -> some(code, at + 1, at + QueryCode.size(head));
            case NOT -> !holds(code, at + 1);
            case HELD -> item.has(code[at + 1]);
            case TERM -> item.hasTerm(code[at + 1], QueryCode.scope(head));
            case START ->
                item.mayHaveStart(code[at + 1], QueryCode.number(head))
                        && item.hasStart(code[at + 2], QueryCode.number(head), QueryCode.scope(head));
            case PHRASE -> item.hasPhrase(keys(code, at + 1, QueryCode.number(head)), QueryCode.scope(head));
            case NEAR_TERMS ->
                item.hasNear(
                        code[at + 3],
                        code[at + 5],
                        (int) (code[at + 1] >>> 1),
                        (code[at + 1] & 1) != 0,
                        QueryCode.scope(head));
            // Places are asked for only where all parts are there at all.
            case SEQUENCE ->
                every(code, at + 1, at + QueryCode.size(head))
                        && !spans(code, at).isEmpty();
            case NEAR ->
                every(code, at + QueryCode.number(head), at + QueryCode.size(head))
                        && !spans(code, at).isEmpty();
            case UNLESS -> holds(code, at + 1) && !spans(code, at).isEmpty();
        };
    }

    /** Of terms one after the other. */
    private static long[] keys(long[] code, int from, int count) {
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = code[from + 2 * i + 1];
        }
        return keys;
    }

    private boolean every(long[] code, int from, int to) {
        for (int at = from; at < to; at += QueryCode.size(code[at])) {
            if (!holds(code, at)) {
                return false;
            }
        }
        return true;
    }

    private boolean some(long[] code, int from, int to) {
        for (int at = from; at < to; at += QueryCode.size(code[at])) {
            if (holds(code, at)) {
                return true;
            }
        }
        return false;
    }

    private Spans spans(long[] code, int at) {
        long head = code[at];
        return switch (QueryCode.operation(head)) {
            case TERM -> item.term(code[at + 1], QueryCode.scope(head));
            case START -> item.starting(code[at + 2], QueryCode.number(head), QueryCode.scope(head));
            case ANY -> Spans.union(parts(code, at + 1, QueryCode.number(head)));
            case SEQUENCE, PHRASE -> sideBySide(code, at + 1, at + QueryCode.size(head));
            case NEAR, NEAR_TERMS -> together(code, at, QueryCode.number(head));
            case UNLESS -> unless(code, at + 1, QueryCode.number(head));
            case ALL, NOT, HELD -> throw new IllegalStateException("stands nowhere: " + QueryCode.operation(head));
        };
    }

    private Spans[] parts(long[] code, int from, int count) {
        Spans[] parts = new Spans[count];
        for (int at = from, i = 0; i < count; at += QueryCode.size(code[at]), i++) {
            parts[i] = spans(code, at);
        }
        return parts;
    }

    private Spans sideBySide(long[] code, int from, int to) {
        Spans joined = spans(code, from);
        for (int at = from + QueryCode.size(code[from]); at < to && !joined.isEmpty(); at += QueryCode.size(code[at])) {
            joined = joined.followedBy(spans(code, at));
        }
        return joined;
    }

    private Spans together(long[] code, int at, int count) {
        int[] distances = new int[count];
        boolean[] ordered = new boolean[count];
        for (int i = 1; i < count; i++) {
            distances[i] = (int) (code[at + i] >>> 1);
            ordered[i] = (code[at + i] & 1) != 0;
        }
        return Proximity.join(parts(code, at + count, count), distances, ordered, position -> 0);
    }

    private Spans unless(long[] code, int wanted, int distance) {
        return spans(code, wanted).awayFrom(spans(code, wanted + QueryCode.size(code[wanted])), distance);
    }
}
