package org.bellwether.classify.watch;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Watches by key, persistent: a change makes another one that shares all slots with this but those it touches.
 *
 * <p>A slot is an array of longs in ascending order, each the upper 20 bits of a posting's key (the lower 12 are the slot's
 * number) above its {@link Marks}, and beside it an array of their watches. With many watches, memory that is not in the cache is
 * what time is spent on: so a summary of 64 bits per slot says of most keys that they are not there, and a watch is
 * touched only where its marks hold.
 */
final class Postings {

    private static final int SLOT_BITS = 12;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final long[] NO_ENTRIES = {};
    private static final Watched[] NO_WATCHES = {};
    static final Postings EMPTY = empty();

    private final long[][] entries;
    private final Watched[][] watches;
    /** For each slot the bits of the keys in it. */
    private final long[] summaries;

    private Postings(long[][] entries, Watched[][] watches, long[] summaries) {
        this.entries = entries;
        this.watches = watches;
        this.summaries = summaries;
    }

    /**
     * A watch filed under a key.
     *
     * @param marks that an item must have besides, as {@link Marks#all} gives them
     */
    record Posting(int key, long marks, Watched watch) {

        private int slot() {
            return Postings.slot(key);
        }

        private long entry() {
            return Postings.first(key) | marks;
        }
    }

    private static Postings empty() {
        long[][] entries = new long[SLOTS][];
        Watched[][] watches = new Watched[SLOTS][];
        Arrays.fill(entries, NO_ENTRIES);
        Arrays.fill(watches, NO_WATCHES);
        return new Postings(entries, watches, new long[SLOTS]);
    }

    Postings with(List<Posting> postings) {
        Postings changed = copy();
        postings.forEach(changed::insert);
        return changed;
    }

    Postings without(List<Posting> postings) {
        Postings changed = copy();
        postings.forEach(changed::remove);
        return changed;
    }

    private Postings copy() {
        return new Postings(entries.clone(), watches.clone(), summaries.clone());
    }

    private void insert(Posting posting) {
        int slot = posting.slot();
        long[] known = entries[slot];
        int at = from(known, posting.entry());
        long[] larger = Arrays.copyOf(known, known.length + 1);
        Watched[] largerWatches = Arrays.copyOf(watches[slot], known.length + 1);
        System.arraycopy(known, at, larger, at + 1, known.length - at);
        System.arraycopy(watches[slot], at, largerWatches, at + 1, known.length - at);
        larger[at] = posting.entry();
        largerWatches[at] = posting.watch();
        entries[slot] = larger;
        watches[slot] = largerWatches;
        summaries[slot] |= bit(posting.key());
    }

    /** By identity: it is the very watch that was filed which goes, and no other that says the same. */
    @SuppressWarnings("ReferenceEquality")
    private void remove(Posting posting) {
        int slot = posting.slot();
        long[] known = entries[slot];
        int at = from(known, posting.entry());
        while (at < known.length && watches[slot][at] != posting.watch()) {
            at++;
        }
        if (at == known.length) {
            throw new IllegalStateException(
                    "a watch is gone that was filed: " + posting.watch().id());
        }
        long[] smaller = Arrays.copyOf(known, known.length - 1);
        Watched[] smallerWatches = Arrays.copyOf(watches[slot], known.length - 1);
        System.arraycopy(known, at + 1, smaller, at, smaller.length - at);
        System.arraycopy(watches[slot], at + 1, smallerWatches, at, smaller.length - at);
        entries[slot] = smaller;
        watches[slot] = smallerWatches;
        summaries[slot] = 0;
        for (long entry : smaller) {
            summaries[slot] |= 1L << (entry >>> Marks.ALL_BITS);
        }
    }

    /** Visits the watches under a key whose marks the item has. */
    void each(int key, Marks marks, Consumer<Watched> visitor) {
        int slot = slot(key);
        if ((summaries[slot] & bit(key)) == 0) {
            return;
        }
        long[] known = entries[slot];
        long first = first(key);
        for (int i = from(known, first); i < known.length && (known[i] & ~Marks.MASK) == first; i++) {
            if (marks.hasAll(known[i])) {
                visitor.accept(watches[slot][i]);
            }
        }
    }

    /** Visits every posting. */
    void each(Consumer<Watched> visitor) {
        for (Watched[] slot : watches) {
            for (Watched watch : slot) {
                visitor.accept(watch);
            }
        }
    }

    /** Index of the first entry that is not less. */
    private static int from(long[] entries, long entry) {
        int low = 0;
        int high = entries.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries[middle] < entry) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int slot(int key) {
        return key & SLOTS - 1;
    }

    /** By the six bits of the key above the slot's, the lowest of what an entry keeps. */
    private static long bit(int key) {
        return 1L << (key >>> SLOT_BITS);
    }

    /** The least entry of a key. */
    private static long first(int key) {
        return (long) (key >>> SLOT_BITS) << Marks.ALL_BITS;
    }
}
