package org.bellwether.classify.match;

import java.util.Arrays;

/** Grows into {@link Spans}. */
final class Collected {

    private long[] packed = new long[4];
    private int size;
    private boolean ascending = true;

    boolean isEmpty() {
        return size == 0;
    }

    void add(int first, int last) {
        add(Spans.pack(first, last));
    }

    void addAll(long[] spans) {
        for (long span : spans) {
            add(span);
        }
    }

    private void add(long span) {
        if (size > 0 && span <= packed[size - 1]) {
            if (span == packed[size - 1]) {
                return;
            }
            ascending = false;
        }
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, size * 2);
        }
        packed[size++] = span;
    }

    /** All that were added. */
    Spans spans() {
        sort();
        return sorted();
    }

    /** Of those added, the ones that have no other within themselves. */
    Spans tightest() {
        sort();
        int kept = size;
        for (int i = size - 1; i >= 0; i--) {
            boolean sameStart = kept < size && Spans.first(packed[kept]) == Spans.first(packed[i]);
            if (kept == size || Spans.last(packed[i]) < Spans.last(packed[kept])) {
                kept = sameStart ? kept : kept - 1;
                packed[kept] = packed[i];
            }
        }
        packed = Arrays.copyOfRange(packed, kept, size);
        size = packed.length;
        return sorted();
    }

    private void sort() {
        if (ascending) {
            return;
        }
        Arrays.sort(packed, 0, size);
        int distinct = 1;
        for (int i = 1; i < size; i++) {
            if (packed[i] != packed[distinct - 1]) {
                packed[distinct++] = packed[i];
            }
        }
        size = distinct;
        ascending = true;
    }

    private Spans sorted() {
        if (size == 0) {
            return Spans.NONE;
        }
        int longest = 0;
        for (int i = 0; i < size; i++) {
            longest = Math.max(longest, Spans.last(packed[i]) - Spans.first(packed[i]) + 1);
        }
        return new Spans(Arrays.copyOf(packed, size), longest);
    }
}
