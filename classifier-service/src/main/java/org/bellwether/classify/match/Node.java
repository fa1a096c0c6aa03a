package org.bellwether.classify.match;

import java.util.List;
import java.util.function.IntConsumer;

/** A compiled pattern. Equal patterns share one node, and so one evaluation per text. */
sealed interface Node {

    /** Number of this node, for remembering its spans. */
    int id();

    /** Visits every leaf below that a hit may contain. */
    void eachLeaf(IntConsumer visitor);

    /** Leaves one of which any hit must contain; of several such sets, the one used least by all patterns. */
    List<Integer> required(int[] uses);

    /** A word or prefix. */
    record Leaf(int id, int leaf) implements Node {
        @Override
        public void eachLeaf(IntConsumer visitor) {
            visitor.accept(leaf);
        }

        @Override
        public List<Integer> required(int[] uses) {
            return List.of(leaf);
        }
    }

    /** Any of the choices: each of them may be the one, so all their sets together. */
    record Any(int id, List<Node> choices) implements Node {
        @Override
        public void eachLeaf(IntConsumer visitor) {
            choices.forEach(choice -> choice.eachLeaf(visitor));
        }

        @Override
        public List<Integer> required(int[] uses) {
            return choices.stream()
                    .flatMap(choice -> choice.required(uses).stream())
                    .distinct()
                    .toList();
        }
    }

    /** Parts side by side. */
    record Chain(int id, List<Node> parts) implements Node {
        @Override
        public void eachLeaf(IntConsumer visitor) {
            parts.forEach(part -> part.eachLeaf(visitor));
        }

        @Override
        public List<Integer> required(int[] uses) {
            return rarest(parts, uses);
        }
    }

    /** All within a window; of distances and orders the first says nothing. Arrays, as {@link Proximity} takes them. */
    // Compared by identity only: a NodeTable makes one node for equal patterns.
    @SuppressWarnings("ArrayRecordComponent")
    record Together(int id, List<Node> parts, int[] distances, boolean[] ordered) implements Node {
        @Override
        public void eachLeaf(IntConsumer visitor) {
            parts.forEach(part -> part.eachLeaf(visitor));
        }

        @Override
        public List<Integer> required(int[] uses) {
            return rarest(parts, uses);
        }
    }

    /** One without the other near; what is unwanted is not required and so no leaf to hang on. */
    record Without(int id, Node wanted, Node unwanted, int distance) implements Node {
        @Override
        public void eachLeaf(IntConsumer visitor) {
            wanted.eachLeaf(visitor);
        }

        @Override
        public List<Integer> required(int[] uses) {
            return wanted.required(uses);
        }
    }

    private static List<Integer> rarest(List<Node> parts, int[] uses) {
        List<Integer> best = List.of();
        long least = Long.MAX_VALUE;
        for (Node part : parts) {
            List<Integer> leaves = part.required(uses);
            long cost = leaves.stream().mapToLong(leaf -> uses[leaf]).sum();
            if (cost < least) {
                least = cost;
                best = leaves;
            }
        }
        return best;
    }
}
