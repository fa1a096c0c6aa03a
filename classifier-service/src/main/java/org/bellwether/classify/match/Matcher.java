package org.bellwether.classify.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.classify.text.AnalysedText;

/**
 * Patterns compiled for matching, immutable and safe for any number of threads. Each pattern hangs on the leaves it
 * cannot do without, the rarest such set among all patterns; a text evaluates only those whose leaves it holds.
 */
public final class Matcher {

    private final List<Node> roots;
    private final int nodeCount;
    private final int leafCount;
    private final Map<String, Integer> words;
    private final Map<String, Integer> prefixes;
    private final int[] prefixLengths;
    private final int[][] rootsByLeaf;

    private Matcher(NodeTable table, List<Node> roots) {
        this.roots = roots;
        this.nodeCount = table.nodeCount();
        this.words = Map.copyOf(table.words());
        this.prefixes = Map.copyOf(table.prefixes());
        this.leafCount = table.leafCount();
        this.prefixLengths = prefixes.keySet().stream()
                .mapToInt(String::length)
                .distinct()
                .sorted()
                .toArray();
        this.rootsByLeaf = index(roots, leafCount);
    }

    /** Compiles; the index of a pattern in the list is its number in the hits. */
    public static Matcher compile(List<Pattern> patterns) {
        NodeTable table = new NodeTable();
        List<Node> roots = new ArrayList<>(patterns.size());
        for (Pattern pattern : patterns) {
            roots.add(table.node(pattern));
        }
        return new Matcher(table, List.copyOf(roots));
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
        Occurrences occurrences = occurrences(text);
        Evaluation evaluation = new Evaluation(nodeCount, text, occurrences);
        Map<Integer, List<Span>> hits = new HashMap<>();
        for (int leaf : occurrences.present()) {
            for (int root : rootsByLeaf[leaf]) {
                if (!hits.containsKey(root)) {
                    hits.put(root, evaluation.spans(roots.get(root)));
                }
            }
        }
        hits.values().removeIf(List::isEmpty);
        return new Hits(hits);
    }

    private Occurrences occurrences(AnalysedText text) {
        Occurrences occurrences = new Occurrences(leafCount);
        Map<String, int[]> seen = new HashMap<>();
        for (int position = 0; position < text.size(); position++) {
            int[] leaves = seen.computeIfAbsent(text.term(position), this::leaves);
            for (int leaf : leaves) {
                occurrences.add(leaf, position);
            }
        }
        return occurrences;
    }

    private int[] leaves(String term) {
        int[] leaves = new int[prefixLengths.length + 1];
        int count = 0;
        Integer word = words.get(term);
        if (word != null) {
            leaves[count++] = word;
        }
        for (int length : prefixLengths) {
            if (length > term.length()) {
                break;
            }
            Integer prefix = prefixes.get(term.substring(0, length));
            if (prefix != null) {
                leaves[count++] = prefix;
            }
        }
        return Arrays.copyOf(leaves, count);
    }
}
