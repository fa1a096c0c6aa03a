package org.bellwether.classify.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.bellwether.classify.text.AnalysedText;

/**
 * Patterns compiled for matching, immutable and safe for any number of threads. A text's words enliven the patterns that
 * have enough of their parts in it, and only those are evaluated.
 */
public final class Matcher {

    private static final Hits NOTHING = new Hits(new int[0], new Spans[0]);

    private final List<Node> nodes;
    private final Wholes wholes;
    private final Leaves leaves;
    /** The node of each pattern. */
    private final int[] roots;
    /** Numbers of the patterns that a node is the whole of; of most nodes, none. */
    private final int[][] patternsByNode;

    private Matcher(NodeTable table, List<Node> roots) {
        this.nodes = table.nodes();
        this.wholes = new Wholes(nodes, roots);
        this.leaves = new Leaves(table.words(), table.prefixes());
        this.roots = roots.stream().mapToInt(Node::id).toArray();
        this.patternsByNode = index(roots, nodes.size());
    }

    /** Compiles; the index of a pattern in the list is its number in the hits. */
    public static Matcher compile(List<Pattern> patterns) {
        NodeTable table = new NodeTable();
        List<Node> roots = new ArrayList<>(patterns.size());
        for (Pattern pattern : patterns) {
            roots.add(table.node(pattern));
        }
        return new Matcher(table, roots);
    }

    private static int[][] index(List<Node> roots, int nodeCount) {
        int[][] patterns = new int[nodeCount][];
        Arrays.fill(patterns, new int[0]);
        for (int pattern = 0; pattern < roots.size(); pattern++) {
            int node = roots.get(pattern).id();
            int[] more = Arrays.copyOf(patterns[node], patterns[node].length + 1);
            more[more.length - 1] = pattern;
            patterns[node] = more;
        }
        return patterns;
    }

    /** All spans of all patterns in one field. */
    public Hits match(AnalysedText text) {
        if (text.size() == 0) {
            return NOTHING;
        }
        Alive alive = new Alive(nodes, wholes, leaves, text);
        BitSet candidates = candidates(alive);
        Evaluation evaluation = new Evaluation(nodes, wholes, text, alive);
        int[] patterns = new int[candidates.cardinality()];
        Spans[] spans = new Spans[patterns.length];
        int count = 0;
        for (int pattern = candidates.nextSetBit(0); pattern >= 0; pattern = candidates.nextSetBit(pattern + 1)) {
            Spans found = evaluation.spans(roots[pattern]);
            if (!found.isEmpty()) {
                patterns[count] = pattern;
                spans[count++] = found;
            }
        }
        return new Hits(Arrays.copyOf(patterns, count), Arrays.copyOf(spans, count));
    }

    private BitSet candidates(Alive alive) {
        BitSet candidates = new BitSet(roots.length);
        Places places = alive.places();
        for (int place = 0; place < places.size(); place++) {
            for (int pattern : patternsByNode[places.node(place)]) {
                candidates.set(pattern);
            }
        }
        return candidates;
    }
}
