package org.bellwether.classify.match;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What hangs on each node, by numbers of nodes: on each choice of a list the list, on the rarest part of any other whole that
 * whole. A text that lacks the rarest part spends nothing on the whole. Of the other parts, which are looked at only when the
 * rarest is there, short lists and what is in them hang on nothing. Immutable.
 */
final class Wholes {

    /** Looking at each choice of a longer list costs more than being told of those that are there. */
    private static final int LONGEST_LOOKED_THROUGH = 12;

    /** Where the wholes of each node begin among all, and after the last node's where they end. */
    private final int[] starts;

    private final int[] wholes;
    private final BitSet lists = new BitSet();
    private final BitSet told;

    /**
     * Of all nodes.
     *
     * @param nodes by number, each after its parts
     * @param patterns the nodes that are whole patterns
     */
    Wholes(List<Node> nodes, List<Node> patterns) {
        nodes.stream().filter(node -> node instanceof Node.Any).forEach(list -> lists.set(list.id()));
        double[] commonness = commonness(nodes);
        this.told = told(nodes, patterns, commonness);
        this.starts = new int[nodes.size() + 1];
        told.stream().forEach(node -> hungOn(nodes.get(node), commonness).forEach(part -> starts[part + 1]++));
        for (int node = 0; node < nodes.size(); node++) {
            starts[node + 1] += starts[node];
        }
        this.wholes = new int[starts[nodes.size()]];
        int[] next = Arrays.copyOf(starts, nodes.size());
        told.stream().forEach(node -> hungOn(nodes.get(node), commonness).forEach(part -> wholes[next[part]++] = node));
    }

    /** A word is about as common in news as patterns ask for it; a list is all of its choices, another whole its rarest part. */
    private static double[] commonness(List<Node> nodes) {
        double[] commonness = new double[nodes.size()];
        for (Node node : nodes) {
            node.parts().stream().filter(part -> part instanceof Node.Leaf).forEach(leaf -> commonness[leaf.id()]++);
        }
        for (Node node : nodes) {
            if (node instanceof Node.Any) {
                commonness[node.id()] = node.parts().stream()
                        .mapToDouble(part -> commonness[part.id()])
                        .sum();
            } else if (!(node instanceof Node.Leaf)) {
                commonness[node.id()] = commonness[rarest(node, commonness)];
            }
        }
        return commonness;
    }

    private static int rarest(Node whole, double[] commonness) {
        return whole.parts().stream()
                .map(Node::id)
                .min(Comparator.comparingDouble(part -> commonness[part]))
                .orElseThrow();
    }

    /** Leaves, patterns, long lists, and what these hang on. */
    private static BitSet told(List<Node> nodes, List<Node> patterns, double[] commonness) {
        BitSet told = new BitSet(nodes.size());
        patterns.forEach(pattern -> told.set(pattern.id()));
        for (int number = nodes.size() - 1; number >= 0; number--) {
            Node node = nodes.get(number);
            boolean isLong = node instanceof Node.Any && node.parts().size() > LONGEST_LOOKED_THROUGH;
            if (node instanceof Node.Leaf || isLong) {
                told.set(number);
            }
            if (told.get(number)) {
                hungOn(node, commonness).forEach(told::set);
            }
        }
        return told;
    }

    private static IntStream hungOn(Node node, double[] commonness) {
        if (node instanceof Node.Leaf) {
            return IntStream.empty();
        }
        return node instanceof Node.Any
                ? node.parts().stream().mapToInt(Node::id).distinct()
                : IntStream.of(rarest(node, commonness));
    }

    /** Whether one of its parts is enough for a node. */
    boolean isList(int node) {
        return lists.get(node);
    }

    /** Whether a node comes alive by what it hangs on, and has no span unless it does. */
    boolean isTold(int node) {
        return told.get(node);
    }

    /** Index of the first that hangs on a node. */
    int start(int node) {
        return starts[node];
    }

    /** Index after the last. */
    int end(int node) {
        return starts[node + 1];
    }

    /** The whole at an index. */
    int at(int index) {
        return wholes[index];
    }
}
