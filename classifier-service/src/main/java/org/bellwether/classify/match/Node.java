package org.bellwether.classify.match;

import java.util.List;

/** A compiled pattern. Equal patterns share one node, and so one evaluation per text. */
sealed interface Node {

    /** Number of this node; greater than those of its parts. */
    int id();

    /** What a span of it is made of: of a list one of them, of any other whole all. */
    List<Node> parts();

    /** A word or prefix. */
    record Leaf(int id) implements Node {
        @Override
        public List<Node> parts() {
            return List.of();
        }
    }

    /** Any of the parts. */
    record Any(int id, List<Node> parts) implements Node {}

    /** Parts side by side. */
    record Chain(int id, List<Node> parts) implements Node {}

    /** All within a window; of distances and orders the first says nothing. Arrays, as {@link Proximity} takes them. */
    // Compared by identity only: a NodeTable makes one node for equal patterns.
    @SuppressWarnings("ArrayRecordComponent")
    record Together(int id, List<Node> parts, int[] distances, boolean[] ordered) implements Node {}

    /** One without the other near; no span of it is made of what is unwanted. */
    record Without(int id, Node wanted, Node unwanted, int distance) implements Node {
        @Override
        public List<Node> parts() {
            return List.of(wanted);
        }
    }
}
