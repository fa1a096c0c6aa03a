package org.bellwether.classify.match;

import java.util.Arrays;
import java.util.List;
import org.bellwether.classify.text.AnalysedText;
import org.jspecify.annotations.Nullable;

/** Finds the spans of nodes in one text, each node at most once. */
final class Evaluation {

    /** As many as mostly are looked at beside those alive. */
    private static final int MORE_NODES = 64;

    private final List<Node> nodes;
    private final Wholes wholes;
    private final AnalysedText text;
    private final Alive alive;
    /** By place among those alive. */
    private @Nullable Spans[] known;

    Evaluation(List<Node> nodes, Wholes wholes, AnalysedText text, Alive alive) {
        this.nodes = nodes;
        this.wholes = wholes;
        this.text = text;
        this.alive = alive;
        this.known = new Spans[alive.places().size() + MORE_NODES];
    }

    Spans spans(int node) {
        int place = alive.places().of(node);
        if (place < 0) {
            if (wholes.isTold(node)) {
                return Spans.NONE;
            }
            place = alive.places().add(node);
            if (place >= known.length) {
                known = Arrays.copyOf(known, place * 2);
            }
        }
        Spans spans = known[place];
        if (spans == null) {
            spans = find(nodes.get(node), place);
            known[place] = spans;
        }
        return spans;
    }

    private Spans find(Node node, int place) {
        if (node instanceof Node.Leaf) {
            return Spans.at(alive.chain(place));
        }
        if (node instanceof Node.Any any) {
            return wholes.isTold(any.id()) ? union(alive.chain(place)) : union(any.parts());
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
        Spans wanted = spans(without.wanted().id());
        return wanted.isEmpty()
                ? wanted
                : wanted.awayFrom(spans(without.unwanted().id()), without.distance());
    }

    private Spans union(List<Node> choices) {
        Spans[] found = new Spans[choices.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = spans(choices.get(i).id());
        }
        return Spans.union(found);
    }

    private Spans union(int[] choices) {
        Spans[] found = new Spans[choices.length];
        for (int i = 0; i < choices.length; i++) {
            found[i] = spans(choices[i]);
        }
        return Spans.union(found);
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
            if (nodes.get(i) instanceof Node.Leaf leaf && alive.places().of(leaf.id()) < 0) {
                return new Spans[0];
            }
        }
        Spans[] parts = new Spans[nodes.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = spans(nodes.get(i).id());
            if (parts[i].isEmpty()) {
                return new Spans[0];
            }
        }
        return parts;
    }
}
