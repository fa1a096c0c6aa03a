package org.bellwether.classify.match;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Spans in reading order, none twice, immutable. Each is kept as one long (first term above, last term below), so that
 * matching makes no object per span; {@link #get} makes one for who reads them.
 */
public final class Spans extends AbstractList<Span> implements RandomAccess {

    public static final Spans NONE = new Spans(new long[0], 0);

    private final long[] packed;
    private final int longest;

    Spans(long[] packed, int longest) {
        this.packed = packed;
        this.longest = longest;
    }

    /** One span of one term at each position; the positions ascend. */
    public static Spans at(int... positions) {
        long[] packed = new long[positions.length];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = pack(positions[i], positions[i]);
        }
        return new Spans(packed, 1);
    }

    static long pack(int first, int last) {
        return (long) first << 32 | last;
    }

    static int first(long packed) {
        return (int) (packed >>> 32);
    }

    static int last(long packed) {
        return (int) packed;
    }

    /** First term of the span at an index. */
    public int first(int index) {
        return first(packed[index]);
    }

    /** Last term of the span at an index. */
    public int last(int index) {
        return last(packed[index]);
    }

    /** Terms of the longest. */
    int longest() {
        return longest;
    }

    @Override
    public Span get(int index) {
        Objects.checkIndex(index, packed.length);
        return new Span(first(index), last(index));
    }

    @Override
    public int size() {
        return packed.length;
    }

    /** Index of the first span that starts at the position or after it. */
    int from(int position) {
        if (position <= 0) {
            return 0;
        }
        int index = Arrays.binarySearch(packed, pack(position, 0));
        return index < 0 ? -index - 1 : index;
    }

    /** Those of all. */
    public static Spans union(Spans... all) {
        Collected union = new Collected();
        Spans only = NONE;
        for (Spans spans : all) {
            if (!spans.isEmpty()) {
                only = union.isEmpty() ? spans : NONE;
                union.addAll(spans.packed);
            }
        }
        return only.isEmpty() ? union.spans() : only;
    }

    /** Each joined with every one of the others that starts right after it. */
    public Spans followedBy(Spans others) {
        Collected joined = new Collected();
        for (long span : packed) {
            int next = last(span) + 1;
            for (int i = others.from(next); i < others.size() && others.first(i) == next; i++) {
                joined.add(first(span), others.last(i));
            }
        }
        return joined.spans();
    }

    /** Those that have none of the others within so many terms; one that overlaps is within any number. */
    public Spans awayFrom(Spans others, int distance) {
        if (others.isEmpty()) {
            return this;
        }
        Collected away = new Collected();
        for (long span : packed) {
            if (!others.hasWithin(first(span), last(span), distance)) {
                away.add(first(span), last(span));
            }
        }
        return away.spans();
    }

    private boolean hasWithin(int first, int last, int distance) {
        for (int i = from(first - distance - longest); i < packed.length; i++) {
            if (first(i) - last - 1 > distance) {
                return false;
            }
            if (first - last(i) - 1 <= distance) {
                return true;
            }
        }
        return false;
    }
}
