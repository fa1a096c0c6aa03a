package org.bellwether.classify.match;

import java.util.List;
import org.bellwether.classify.text.AnalysedText;
import org.jspecify.annotations.Nullable;

/** Finds the spans of nodes in one text, each node at most once. */
final class Evaluation {

    private final AnalysedText text;
    private final Occurrences occurrences;
    private final @Nullable Spans[] known;

    Evaluation(int nodeCount, AnalysedText text, Occurrences occurrences) {
        this.text = text;
        this.occurrences = occurrences;
        this.known = new Spans[nodeCount];
    }

    Spans spans(Node node) {
        Spans spans = known[node.id()];
        if (spans == null) {
            spans = find(node);
            known[node.id()] = spans;
        }
        return spans;
    }

    private Spans find(Node node) {
        if (node instanceof Node.Leaf leaf) {
            return occurrences.of(leaf.leaf());
        }
        if (node instanceof Node.Any any) {
            return union(any);
        }
        if (node instanceof Node.Chain chain) {
            return sideBySide(chain.parts());
        }
        if (node instanceof Node.Together together) {
            Spans[] parts = all(together.parts());
            return parts.length == 0
                    ? Spans.NONE
                    : Proximity.join(parts, together.distances(), together.ordered(), text::sentence);
        }
        Node.Without without = (Node.Without) node;
        Spans wanted = spans(without.wanted());
        return wanted.isEmpty() ? wanted : wanted.awayFrom(spans(without.unwanted()), without.distance());
    }

    private Spans union(Node.Any any) {
        Spans[] choices = new Spans[any.choices().size()];
        for (int i = 0; i < choices.length; i++) {
            choices[i] = spans(any.choices().get(i));
        }
        return Spans.union(choices);
    }

    private Spans sideBySide(List<Node> nodes) {
        Spans[] parts = all(nodes);
        Spans joined = parts.length == 0 ? Spans.NONE : parts[0];
        for (int i = 1; i < parts.length && !joined.isEmpty(); i++) {
            joined = joined.followedBy(parts[i]);
        }
        return joined;
    }

    /** Spans of all parts, or no part where one has none: single words first, as asking for those costs least. */
    private Spans[] all(List<Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Node.Leaf leaf && !occurrences.has(leaf.leaf())) {
                return new Spans[0];
            }
        }
        Spans[] parts = new Spans[nodes.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = spans(nodes.get(i));
            if (parts[i].isEmpty()) {
                return new Spans[0];
            }
        }
        return parts;
    }
}
