package org.bellwether.classify.match;

import java.util.Arrays;
import java.util.Map;

/** Finds the leaves a term stands for: itself, and each prefix it starts with. Open addressing, no object per look-up. */
final class Leaves {

    private final Table words;
    private final Table prefixes;
    private final int[] prefixLengths;

    Leaves(Map<String, Integer> words, Map<String, Integer> prefixes) {
        this.words = new Table(words);
        this.prefixes = new Table(prefixes);
        this.prefixLengths = prefixes.keySet().stream()
                .mapToInt(String::length)
                .distinct()
                .sorted()
                .toArray();
    }

    /** Most leaves one term can stand for. */
    int most() {
        return prefixLengths.length + 1;
    }

    /** Writes the term's leaves into the array and says how many they are. */
    int of(String term, int[] leaves) {
        int count = 0;
        int word = words.find(term, term.length(), term.hashCode());
        if (word >= 0) {
            leaves[count++] = word;
        }
        int hash = 0;
        int hashed = 0;
        for (int length : prefixLengths) {
            if (length > term.length()) {
                break;
            }
            for (; hashed < length; hashed++) {
                hash = 31 * hash + term.charAt(hashed);
            }
            int prefix = prefixes.find(term, length, hash);
            if (prefix >= 0) {
                leaves[count++] = prefix;
            }
        }
        return count;
    }

    /** Texts by the hash that {@link String#hashCode} defines, which can be reckoned letter by letter. */
    private static final class Table {
        private static final int BITS_PER_SLOT = 4;

        private final String[] texts;
        private final int[] leaves;
        private final int mask;

        /** A bit for each text, by its hash: most of what is asked for is in no table, and few bits stay close at hand. */
        private final long[] mayHave;

        Table(Map<String, Integer> entries) {
            int size = Integer.highestOneBit(Math.max(1, entries.size())) * 4;
            this.mask = size - 1;
            this.texts = new String[size];
            this.leaves = new int[size];
            this.mayHave = new long[Math.max(1, size * BITS_PER_SLOT / Long.SIZE)];
            Arrays.fill(texts, "");
            entries.forEach((text, leaf) -> {
                int slot = slot(text.hashCode());
                while (!texts[slot].isEmpty()) {
                    slot = (slot + 1) & mask;
                }
                texts[slot] = text;
                mayHave[bit(text.hashCode()) >>> 6] |= 1L << bit(text.hashCode());
                leaves[slot] = leaf;
            });
        }

        private int bit(int hash) {
            int spread = hash * 0x9e3779b9;
            return (spread >>> 7) & (mayHave.length * Long.SIZE - 1);
        }

        private int slot(int hash) {
            return (hash ^ hash >>> 15) & mask;
        }

        /** The leaf of the term's first letters, or -1. */
        int find(String term, int length, int hash) {
            int bit = bit(hash);
            if ((mayHave[bit >>> 6] >>> bit & 1) == 0) {
                return -1;
            }
            for (int slot = slot(hash); ; slot = (slot + 1) & mask) {
                String text = texts[slot];
                if (text.isEmpty()) {
                    return -1;
                }
                if (text.length() == length && term.startsWith(text)) {
                    return leaves[slot];
                }
            }
        }
    }
}
