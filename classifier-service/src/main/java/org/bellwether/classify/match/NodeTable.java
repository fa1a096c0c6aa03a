package org.bellwether.classify.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.classify.match.Pattern.AnyOf;
import org.bellwether.classify.match.Pattern.Further;
import org.bellwether.classify.match.Pattern.Near;
import org.bellwether.classify.match.Pattern.Prefix;
import org.bellwether.classify.match.Pattern.Sequence;
import org.bellwether.classify.match.Pattern.Unless;
import org.bellwether.classify.match.Pattern.Word;

/** Compiles patterns to nodes, each distinct pattern to one. */
final class NodeTable {

    private final Map<Pattern, Node> nodes = new HashMap<>();
    private final List<Node> byNumber = new ArrayList<>();
    private final Map<String, Integer> words = new HashMap<>();
    private final Map<String, Integer> prefixes = new HashMap<>();

    Node node(Pattern pattern) {
        Node known = nodes.get(pattern);
        if (known != null) {
            return known;
        }
        Node compiled = compile(pattern);
        nodes.put(pattern, compiled);
        byNumber.add(compiled);
        return compiled;
    }

    /** Parts come first: their nodes are numbered before the whole is. */
    private Node compile(Pattern pattern) {
        if (pattern instanceof Word word) {
            words.put(word.term(), nodes.size());
            return new Node.Leaf(nodes.size());
        }
        if (pattern instanceof Prefix prefix) {
            prefixes.put(prefix.start(), nodes.size());
            return new Node.Leaf(nodes.size());
        }
        if (pattern instanceof AnyOf any) {
            List<Node> choices = any.choices().stream().map(this::node).toList();
            return new Node.Any(nodes.size(), choices);
        }
        if (pattern instanceof Sequence sequence) {
            List<Node> parts = sequence.parts().stream().map(this::node).toList();
            return new Node.Chain(nodes.size(), parts);
        }
        if (pattern instanceof Near near) {
            return together(near);
        }
        Unless unless = (Unless) pattern;
        Node wanted = node(unless.wanted());
        Node unwanted = node(unless.unwanted());
        return new Node.Without(nodes.size(), wanted, unwanted, unless.distance());
    }

    private Node together(Near near) {
        List<Node> parts = new ArrayList<>();
        parts.add(node(near.first()));
        int[] distances = new int[near.others().size() + 1];
        boolean[] ordered = new boolean[distances.length];
        for (Further further : near.others()) {
            distances[parts.size()] = further.distance();
            ordered[parts.size()] = further.ordered();
            parts.add(node(further.part()));
        }
        return new Node.Together(nodes.size(), List.copyOf(parts), distances, ordered);
    }

    /** All nodes, by number. */
    List<Node> nodes() {
        return List.copyOf(byNumber);
    }

    /** Numbers of the leaves that are words. */
    Map<String, Integer> words() {
        return words;
    }

    /** Numbers of the leaves that are beginnings of words. */
    Map<String, Integer> prefixes() {
        return prefixes;
    }
}
