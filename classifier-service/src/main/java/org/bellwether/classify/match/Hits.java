package org.bellwether.classify.match;

import java.util.AbstractSet;
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

    /** Whether the pattern matched. */
    public boolean has(int pattern) {
        return Arrays.binarySearch(patterns, pattern) >= 0;
    }

    /** The pattern's spans, in reading order; empty where it did not match. */
    public List<Span> spans(int pattern) {
        int index = Arrays.binarySearch(patterns, pattern);
        return index < 0 ? Spans.NONE : spans[index];
    }
}
