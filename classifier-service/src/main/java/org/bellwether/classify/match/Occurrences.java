package org.bellwether.classify.match;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where each leaf stands in a text. */
final class Occurrences {

    private final @Nullable List<Span>[] byLeaf;
    private final List<Integer> present = new ArrayList<>();

    // Java cannot make an array of a generic type; this one never leaves the class.
    @SuppressWarnings({"unchecked", "rawtypes"})
    Occurrences(int leafCount) {
        this.byLeaf = new List[leafCount];
    }

    void add(int leaf, int position) {
        List<Span> spans = byLeaf[leaf];
        if (spans == null) {
            spans = new ArrayList<>();
            byLeaf[leaf] = spans;
            present.add(leaf);
        }
        spans.add(new Span(position, position));
    }

    /** Leaves that occur, in the order they first do. */
    List<Integer> present() {
        return present;
    }

    List<Span> of(int leaf) {
        List<Span> spans = byLeaf[leaf];
        return spans == null ? List.of() : spans;
    }
}
