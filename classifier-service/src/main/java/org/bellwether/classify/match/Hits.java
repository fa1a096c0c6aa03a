package org.bellwether.classify.match;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where patterns matched in one field: spans in reading order by pattern number. */
public final class Hits {

    private final int[] patterns;
    private final Spans[] spans;

    /** Numbers ascend; each has its spans at the same index. */
    Hits(int[] patterns, Spans[] spans) {
        this.patterns = patterns;
        this.spans = spans;
    }

    /** Numbers of the patterns that matched at least once, ascending. */
    public Set<Integer> patterns() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Integer> iterator() {
                return IntStream.of(patterns).iterator();
            }

            @Override
            public int size() {
                return patterns.length;
            }

            @Override
            public boolean contains(@Nullable Object pattern) {
                return pattern instanceof Integer number && has(number);
            }
        };
    }

    /** How many patterns matched. */
    public int size() {
        return patterns.length;
    }

    /** Number of the pattern that matched at an index, in ascending order. */
    public int pattern(int index) {
        return patterns[index];
    }

    /** Its spans, in reading order. */
    public Spans spansAt(int index) {
        return spans[index];
    }

    /** Whether the pattern matched. */
    public boolean has(int pattern) {
        return Arrays.binarySearch(patterns, pattern) >= 0;
    }

    /** Whether any of these patterns matched. */
    public boolean hasAny(PatternSet set) {
        return next(set, 0) < patterns.length;
    }

    /** The spans of all these patterns, by number and then in reading order. */
    public List<Span> spans(PatternSet set) {
        int first = next(set, 0);
        if (first == patterns.length) {
            return Spans.NONE;
        }
        int second = next(set, first + 1);
        if (second == patterns.length) {
            return spans[first];
        }
        List<Span> found = new ArrayList<>(spans[first]);
        for (int i = second; i < patterns.length; i = next(set, i + 1)) {
            found.addAll(spans[i]);
        }
        return found;
    }

    /** Index of the first of these patterns that matched, from an index on; the number of all that did for none. */
    private int next(PatternSet set, int from) {
        int index = from;
        if (from == 0) {
            int lowest = Arrays.binarySearch(patterns, set.lowest());
            index = lowest < 0 ? -lowest - 1 : lowest;
        }
        while (index < patterns.length && patterns[index] <= set.highest()) {
            if (set.has(patterns[index])) {
                return index;
            }
            index++;
        }
        return patterns.length;
    }

    /** The pattern's spans, in reading order; empty where it did not match. */
    public List<Span> spans(int pattern) {
        int index = Arrays.binarySearch(patterns, pattern);
        return index < 0 ? Spans.NONE : spans[index];
    }
}
