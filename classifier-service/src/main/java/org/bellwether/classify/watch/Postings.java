package org.bellwether.classify.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Watches by key, persistent: a change makes another one that shares all pages with this but those it touches, and of those all
 * slots but the ones it touches.
 *
 * <p>With many watches, memory that is not in the cache is what time is spent on. So a summary of 64 bits per slot says of most
 * keys that they are not there, slots are many and small, and a slot is one array of numbers, beside it an array of its watches
 * that only hits are read from:
 *
 * <ol>
 *   <li>how many postings there are;
 *   <li>for each, in ascending order, an entry: 30 bits of its key (the 14 below say page and slot) above its {@link Marks};
 *   <li>for each, where in the array its {@link QueryCode} begins; 0 where it is not filed;
 *   <li>the code of one after the other.
 * </ol>
 */
final class Postings {

    private static final int PAGE_BITS = 7;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int SLOT_BITS = 2 * PAGE_BITS;
    private static final long[] NO_NUMBERS = {0};
    private static final Watched[] NO_WATCHES = {};
    static final Postings EMPTY = empty();

    /** By page and slot. */
    private final long[][][] slots;

    private final Watched[][][] watches;
    /** For each slot the bits of the keys in it. */
    private final long[][] summaries;

    private Postings(long[][][] slots, Watched[][][] watches, long[][] summaries) {
        this.slots = slots;
        this.watches = watches;
        this.summaries = summaries;
    }

    /**
     * A watch filed under a key.
     *
     * @param marks that an item must have besides, as {@link Marks#all} gives them
     */
    record Posting(long key, long marks, Watched watch) {

        private long entry() {
            return Postings.first(key) | marks;
        }
    }

    private static Postings empty() {
        long[][] slots = new long[PAGE][];
        Watched[][] watches = new Watched[PAGE][];
        long[][][] slotPages = new long[PAGE][][];
        Watched[][][] watchPages = new Watched[PAGE][][];
        long[][] summaries = new long[PAGE][];
        Arrays.fill(slots, NO_NUMBERS);
        Arrays.fill(watches, NO_WATCHES);
        Arrays.fill(slotPages, slots);
        Arrays.fill(watchPages, watches);
        Arrays.fill(summaries, new long[PAGE]);
        return new Postings(slotPages, watchPages, summaries);
    }

    /**
     * These and those of one watch.
     *
     * @param code of its query, to be filed with each; empty where it is left with the watch or never run from here
     */
    Postings with(List<Posting> postings, long[] code) {
        Postings changed = copy();
        postings.forEach(posting -> changed.insert(posting, code));
        return changed;
    }

    Postings without(List<Posting> postings) {
        Postings changed = copy();
        postings.forEach(changed::remove);
        return changed;
    }

    private Postings copy() {
        return new Postings(slots.clone(), watches.clone(), summaries.clone());
    }

    /** Puts other contents in place of a slot's. */
    private void replace(long key, long[] numbers, Watched[] watched) {
        int page = page(key);
        int slot = slot(key);
        slots[page] = slots[page].clone();
        slots[page][slot] = numbers;
        watches[page] = watches[page].clone();
        watches[page][slot] = watched;
        summaries[page] = summaries[page].clone();
        summaries[page][slot] = 0;
        for (int i = 1; i <= watched.length; i++) {
            summaries[page][slot] |= 1L << (numbers[i] >>> Marks.ALL_BITS);
        }
    }

    private void insert(Posting posting, long[] code) {
        long[] known = slots[page(posting.key())][slot(posting.key())];
        Watched[] watched = watches[page(posting.key())][slot(posting.key())];
        int count = watched.length;
        int at = from(known, posting.entry());
        long[] larger = new long[known.length + 2 + code.length];
        larger[0] = count + 1L;
        larger[at] = posting.entry();
        larger[count + 1 + at] = code.length == 0 ? 0 : known.length + 2L;
        for (int i = 1; i <= count; i++) {
            int to = i < at ? i : i + 1;
            larger[to] = known[i];
            larger[count + 1 + to] = known[count + i] == 0 ? 0 : known[count + i] + 2;
        }
        System.arraycopy(known, 2 * count + 1, larger, 2 * count + 3, known.length - 2 * count - 1);
        System.arraycopy(code, 0, larger, known.length + 2, code.length);
        Watched[] more = Arrays.copyOf(watched, count + 1);
        System.arraycopy(watched, at - 1, more, at, count - at + 1);
        more[at - 1] = posting.watch();
        replace(posting.key(), larger, more);
    }

    /** By identity: it is the very watch that was filed which goes, and no other that says the same. */
    @SuppressWarnings("ReferenceEquality")
    private void remove(Posting posting) {
        long[] known = slots[page(posting.key())][slot(posting.key())];
        Watched[] watched = watches[page(posting.key())][slot(posting.key())];
        int at = from(known, posting.entry());
        while (at <= watched.length && watched[at - 1] != posting.watch()) {
            at++;
        }
        if (at > watched.length) {
            throw new IllegalStateException(
                    "a watch is gone that was filed: " + posting.watch().id());
        }
        Watched[] fewer = Arrays.copyOf(watched, watched.length - 1);
        System.arraycopy(watched, at, fewer, at - 1, watched.length - at);
        replace(posting.key(), without(known, at), fewer);
    }

    /** The numbers of a slot without those of one posting. */
    private static long[] without(long[] known, int at) {
        int count = (int) known[0];
        int code = (int) known[count + at];
        int codeSize = code == 0 ? 0 : QueryCode.size(known[code]);
        long[] smaller = new long[known.length - 2 - codeSize];
        smaller[0] = count - 1L;
        for (int i = 1; i <= count; i++) {
            int to = i < at ? i : i - 1;
            if (i != at) {
                long offset = known[count + i];
                smaller[to] = known[i];
                smaller[count - 1 + to] = offset == 0 ? 0 : offset - 2 - (offset > code ? codeSize : 0);
            }
        }
        int before = code == 0 ? known.length : code;
        System.arraycopy(known, 2 * count + 1, smaller, 2 * count - 1, before - 2 * count - 1);
        System.arraycopy(known, before + codeSize, smaller, before - 2, known.length - before - codeSize);
        return smaller;
    }

    /** The watches that the item matches, one that is found on several ways as often. */
    List<Watched> match(WatchedItem item) {
        long[] keys = present(item.held());
        long[][] found = new long[keys.length][];
        for (int i = 0; i < keys.length; i++) {
            found[i] = slots[page(keys[i])][slot(keys[i])];
        }
        // Asked for in a row, so that the processor fetches many slots from memory at once.
        int postings = 0;
        for (long[] known : found) {
            postings += (int) known[0];
        }
        List<Watched> matched = new ArrayList<>(Math.min(postings, 64));
        QueryRun run = new QueryRun(item);
        for (int i = 0; i < keys.length; i++) {
            match(keys[i], found[i], item, run, matched);
        }
        return matched;
    }

    /** Of the keys those that a watch may be filed under. */
    private long[] present(HeldKeys held) {
        long[] present = new long[held.size()];
        int count = 0;
        for (int i = 0; i < present.length; i++) {
            long key = held.get(i);
            if ((summaries[page(key)][slot(key)] & bit(key)) != 0) {
                present[count++] = key;
            }
        }
        return Arrays.copyOf(present, count);
    }

    private void match(long key, long[] known, WatchedItem item, QueryRun run, List<Watched> matched) {
        int count = (int) known[0];
        long first = first(key);
        for (int i = from(known, first); i <= count && (known[i] & ~Marks.MASK) == first; i++) {
            if (item.marks().hasAll(known[i])) {
                int code = (int) known[count + i];
                if (code == 0 ? run.holds(watch(key, i).kept(), 0) : run.holds(known, code)) {
                    matched.add(watch(key, i));
                }
            }
        }
    }

    private Watched watch(long key, int index) {
        return watches[page(key)][slot(key)][index - 1];
    }

    /** The watches under a key. */
    List<Watched> find(long key) {
        long[] known = slots[page(key)][slot(key)];
        Watched[] watched = watches[page(key)][slot(key)];
        List<Watched> found = new ArrayList<>(1);
        long first = first(key);
        for (int i = from(known, first); i <= watched.length && (known[i] & ~Marks.MASK) == first; i++) {
            found.add(watched[i - 1]);
        }
        return found;
    }

    /** Visits every posting. */
    void each(Consumer<Watched> visitor) {
        for (Watched[][] page : watches) {
            for (Watched[] slot : page) {
                for (Watched watch : slot) {
                    visitor.accept(watch);
                }
            }
        }
    }

    /** Index of the first entry that is not less, or after the last. */
    private static int from(long[] known, long entry) {
        int low = 1;
        int high = (int) known[0] + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            // Keys may have their uppermost bit set.
            if (Long.compareUnsigned(known[middle], entry) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int page(long key) {
        return (int) key & PAGE - 1;
    }

    private static int slot(long key) {
        return (int) (key >>> PAGE_BITS) & PAGE - 1;
    }

    /** By the six bits of the key above the slot's, the lowest of what an entry keeps. */
    private static long bit(long key) {
        return 1L << (key >>> SLOT_BITS);
    }

    /** The least entry of a key. */
    private static long first(long key) {
        return key >>> SLOT_BITS << Marks.ALL_BITS;
    }
}
