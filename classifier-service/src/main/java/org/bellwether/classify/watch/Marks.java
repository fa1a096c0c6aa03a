package org.bellwether.classify.watch;

import java.util.List;

/** Whether an item may hold a thing, told at once and never wrongly denied: a Bloom filter with one hash. */
final class Marks {

    /** How many things one number names, for {@link #hasAll}. */
    static final int MOST = 2;

    private static final int BITS = 17;

    /** Of an item that holds few things: so many bits are as empty as the others would be, and made sooner. */
    private static final int FEWER_BITS = 14;

    private static final int FEW = 400;

    /** Lower bits of a number that names things. */
    static final int ALL_BITS = MOST * BITS;

    static final long MASK = (1L << ALL_BITS) - 1;

    private final long[] marks;
    private final int mask;

    /** For about so many things. */
    Marks(int things) {
        int bits = things <= FEW ? FEWER_BITS : BITS;
        marks = new long[1 << (bits - 6)];
        mask = (1 << bits) - 1;
    }

    void set(long key) {
        int bit = bit(key) & mask;
        marks[bit >>> 6] |= 1L << bit;
    }

    /** One or two things in one number. */
    static long all(List<Long> keys) {
        return (long) bit(keys.get(0)) << BITS | bit(keys.get(keys.size() - 1));
    }

    /** Whether it may hold all of what the number names; its upper bits are not looked at. */
    boolean hasAll(long all) {
        return has((int) all) && has((int) (all >>> BITS));
    }

    private boolean has(int bits) {
        int bit = bits & mask;
        return (marks[bit >>> 6] >>> bit & 1) != 0;
    }

    /** The upper bits; lower ones choose the slot in {@link Postings}. */
    private static int bit(long key) {
        return (int) (key >>> (64 - BITS));
    }
}
