package org.bellwether.classify.match;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where patterns matched in one field: spans in reading order by pattern number. */
public final class Hits {

    private final Map<Integer, List<Span>> byPattern;

    Hits(Map<Integer, List<Span>> byPattern) {
        this.byPattern = Map.copyOf(byPattern);
    }

    /** Numbers of the patterns that matched at least once. */
    public Set<Integer> patterns() {
        return byPattern.keySet();
    }

    /** The pattern's spans, in reading order; empty where it did not match. */
    public List<Span> spans(int pattern) {
        return byPattern.getOrDefault(pattern, List.of());
    }
}
