package org.bellwether.classify.watch;

import java.util.List;

/** Whether an item may hold a thing, told at once and never wrongly denied: a Bloom filter with one hash. */
final class Marks {

    /** How many things one number names, for {@link #hasAll}. */
    static final int MOST = 3;

    private static final int BITS = 14;

    /** Lower bits of a number that names things. */
    static final int ALL_BITS = MOST * BITS;

    static final long MASK = (1L << ALL_BITS) - 1;

    private final long[] marks = new long[1 << (BITS - 6)];

    void set(long key) {
        int bit = bit(key);
        marks[bit >>> 6] |= 1L << bit;
    }

    /** One to three things in one number. */
    static long all(List<Long> keys) {
        long all = 0;
        for (int i = 0; i < MOST; i++) {
            all = all << BITS | bit(keys.get(Math.min(i, keys.size() - 1)));
        }
        return all;
    }

    /** Whether it may hold all of what the number names; its upper bits are not looked at. */
    boolean hasAll(long all) {
        return has((int) all) && has((int) (all >>> BITS)) && has((int) (all >>> (2 * BITS)));
    }

    private boolean has(int bits) {
        int bit = bits & (1 << BITS) - 1;
        return (marks[bit >>> 6] >>> bit & 1) != 0;
    }

    /** The upper bits; the lower ones choose the slot in {@link Postings}. */
    private static int bit(long key) {
        return (int) (key >>> (64 - BITS));
    }
}
