package org.bellwether.classify.match;

import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.bellwether.classify.text.AnalysedText;
import org.jspecify.annotations.Nullable;

/**
 * Finds the spans of nodes in one text, each node once. Every span of a node finds at most one partner per side, the
 * nearest, so that the work stays linear in the text (times a logarithm) whatever repeats in it.
 */
final class Evaluation {

    private final AnalysedText text;
    private final Occurrences occurrences;
    private final @Nullable List<Span>[] known;

    // Java cannot make an array of a generic type; this one never leaves the class.
    @SuppressWarnings({"unchecked", "rawtypes"})
    Evaluation(int nodeCount, AnalysedText text, Occurrences occurrences) {
        this.text = text;
        this.occurrences = occurrences;
        this.known = new List[nodeCount];
    }

    /** In reading order, none twice. */
    List<Span> spans(Node node) {
        List<Span> spans = known[node.id()];
        if (spans == null) {
            spans = find(node);
            known[node.id()] = spans;
        }
        return spans;
    }

    private List<Span> find(Node node) {
        if (node instanceof Node.Leaf leaf) {
            return occurrences.of(leaf.leaf());
        }
        if (node instanceof Node.Any any) {
            return union(any);
        }
        if (node instanceof Node.Chain chain) {
            return chained(chain);
        }
        if (node instanceof Node.Both both) {
            return within(both);
        }
        return without((Node.Without) node);
    }

    private List<Span> union(Node.Any any) {
        TreeSet<Span> all = new TreeSet<>();
        for (Node choice : any.choices()) {
            all.addAll(spans(choice));
        }
        return List.copyOf(all);
    }

    private List<Span> chained(Node.Chain chain) {
        List<Span> left = spans(chain.parts().get(0));
        for (Node part : chain.parts().subList(1, chain.parts().size())) {
            if (left.isEmpty()) {
                return left;
            }
            left = adjacent(left, spans(part));
        }
        return left;
    }

    private static List<Span> adjacent(List<Span> left, List<Span> right) {
        TreeSet<Span> joined = new TreeSet<>();
        for (Span span : left) {
            int next = span.last() + 1;
            for (int i = firstFrom(right, next);
                    i < right.size() && right.get(i).first() == next;
                    i++) {
                joined.add(new Span(span.first(), right.get(i).last()));
            }
        }
        return List.copyOf(joined);
    }

    private List<Span> within(Node.Both both) {
        List<Span> left = spans(both.left());
        List<Span> right = left.isEmpty() ? left : spans(both.right());
        TreeSet<Span> joined = new TreeSet<>();
        for (Span span : left) {
            int after = firstFrom(right, span.last() + 1);
            if (after < right.size()
                    && right.get(after).first() - span.last() - 1 <= both.distance()
                    && isOneSentence(span, right.get(after))) {
                joined.add(span.join(right.get(after)));
            }
            int before = both.ordered() ? -1 : lastBefore(right, span);
            if (before >= 0
                    && span.distance(right.get(before)) <= both.distance()
                    && isOneSentence(right.get(before), span)) {
                joined.add(span.join(right.get(before)));
            }
        }
        return List.copyOf(joined);
    }

    /** What stands in two sentences is not said of each other. */
    private boolean isOneSentence(Span left, Span right) {
        return text.sentence(left.first()) == text.sentence(right.last());
    }

    private List<Span> without(Node.Without without) {
        List<Span> unwanted = spans(without.unwanted());
        return spans(without.wanted()).stream()
                .filter(span -> !isNear(span, unwanted, without.distance()))
                .toList();
    }

    /** Whether any of the sorted spans lies within the distance; one that covers the span counts as near. */
    static boolean isNear(Span span, List<Span> others, int distance) {
        int from = firstFrom(others, span.first() - distance - 1);
        for (int i = Math.max(0, from - 3); i < others.size(); i++) {
            Span other = others.get(i);
            if (other.first() - span.last() - 1 > distance) {
                return false;
            }
            if (span.distance(other) <= distance) {
                return true;
            }
        }
        return false;
    }

    /** The nearest span that ends before this one starts; a pattern's spans are short, so few steps find it. */
    private static int lastBefore(List<Span> spans, Span span) {
        int i = firstFrom(spans, span.first()) - 1;
        for (int steps = 0; i >= 0 && steps < 8; i--, steps++) {
            if (spans.get(i).last() < span.first()) {
                return i;
            }
        }
        return -1;
    }

    /** Index of the first span that starts at the position or after it. */
    private static int firstFrom(List<Span> spans, int position) {
        int index = Collections.binarySearch(spans, new Span(position, -1));
        return index < 0 ? -index - 1 : index;
    }
}
