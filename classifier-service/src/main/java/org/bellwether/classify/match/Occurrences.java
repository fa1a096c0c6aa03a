package org.bellwether.classify.match;

import java.util.Arrays;
import org.bellwether.classify.text.AnalysedText;

/** Where each leaf stands in a text: for each leaf a list of positions, chained through arrays that all leaves share. */
final class Occurrences {

    private final int[] heads;
    private int[] positions;
    private int[] next;
    private int[] present = new int[64];
    private int size = 1;
    private int presentSize;

    Occurrences(Leaves leaves, int leafCount, AnalysedText text) {
        this.heads = new int[leafCount];
        this.positions = new int[text.size() + 16];
        this.next = new int[text.size() + 16];
        int[] found = new int[leaves.most()];
        // From the end, so that each list, which grows at its head, is in reading order.
        for (int position = text.size() - 1; position >= 0; position--) {
            int count = leaves.of(text.term(position), found);
            for (int i = 0; i < count; i++) {
                add(found[i], position);
            }
        }
    }

    private void add(int leaf, int position) {
        if (heads[leaf] == 0) {
            if (presentSize == present.length) {
                present = Arrays.copyOf(present, presentSize * 2);
            }
            present[presentSize++] = leaf;
        }
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, size * 2);
            next = Arrays.copyOf(next, size * 2);
        }
        positions[size] = position;
        next[size] = heads[leaf];
        heads[leaf] = size++;
    }

    /** How many leaves occur. */
    int presentCount() {
        return presentSize;
    }

    /** One of the leaves that occur. */
    int present(int index) {
        return present[index];
    }

    boolean has(int leaf) {
        return heads[leaf] != 0;
    }

    Spans of(int leaf) {
        int count = 0;
        for (int at = heads[leaf]; at != 0; at = next[at]) {
            count++;
        }
        if (count == 0) {
            return Spans.NONE;
        }
        long[] spans = new long[count];
        int index = 0;
        for (int at = heads[leaf]; at != 0; at = next[at]) {
            spans[index++] = Spans.pack(positions[at], positions[at]);
        }
        return new Spans(spans, 1);
    }
}
