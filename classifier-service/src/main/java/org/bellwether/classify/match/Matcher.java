package org.bellwether.classify.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.bellwether.classify.text.AnalysedText;

/**
 * Patterns compiled for matching, immutable and safe for any number of threads. Each pattern hangs on the leaves it
 * cannot do without, the rarest such set among all patterns; a text evaluates only those whose leaves it holds.
 */
public final class Matcher {

    private static final Hits NOTHING = new Hits(new int[0], new Spans[0]);

    private final Node[] roots;
    private final int nodeCount;
    private final int leafCount;
    private final Leaves leaves;
    private final int[][] rootsByLeaf;

    private Matcher(NodeTable table, List<Node> roots) {
        this.roots = roots.toArray(Node[]::new);
        this.nodeCount = table.nodeCount();
        this.leafCount = table.leafCount();
        this.leaves = new Leaves(table.words(), table.prefixes());
        this.rootsByLeaf = index(roots, leafCount);
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

    private static int[][] index(List<Node> roots, int leafCount) {
        int[] uses = new int[leafCount];
        for (Node root : roots) {
            root.eachLeaf(leaf -> uses[leaf]++);
        }
        List<List<Integer>> byLeaf = new ArrayList<>();
        for (int leaf = 0; leaf < leafCount; leaf++) {
            byLeaf.add(new ArrayList<>());
        }
        for (int root = 0; root < roots.size(); root++) {
            for (int leaf : roots.get(root).required(uses)) {
                byLeaf.get(leaf).add(root);
            }
        }
        return byLeaf.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** All spans of all patterns in one field. */
    public Hits match(AnalysedText text) {
        if (text.size() == 0) {
            return NOTHING;
        }
        Occurrences occurrences = new Occurrences(leaves, leafCount, text);
        BitSet candidates = new BitSet(roots.length);
        for (int i = 0; i < occurrences.presentCount(); i++) {
            for (int root : rootsByLeaf[occurrences.present(i)]) {
                candidates.set(root);
            }
        }
        Evaluation evaluation = new Evaluation(nodeCount, text, occurrences);
        int[] patterns = new int[candidates.cardinality()];
        Spans[] spans = new Spans[patterns.length];
        int count = 0;
        for (int root = candidates.nextSetBit(0); root >= 0; root = candidates.nextSetBit(root + 1)) {
            Spans found = evaluation.spans(roots[root]);
            if (!found.isEmpty()) {
                patterns[count] = root;
                spans[count++] = found;
            }
        }
        return new Hits(Arrays.copyOf(patterns, count), Arrays.copyOf(spans, count));
    }
}
