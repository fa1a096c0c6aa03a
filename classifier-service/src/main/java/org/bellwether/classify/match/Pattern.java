package org.bellwether.classify.match;

import java.util.List;

/** What to look for, over terms. Equal patterns are one pattern: a matcher evaluates each once per text. */
public sealed interface Pattern {

    /** One analysed term. */
    record Word(String term) implements Pattern {}

    /** Any term that starts so. */
    record Prefix(String start) implements Pattern {}

    /** Any of the choices. */
    record AnyOf(List<Pattern> choices) implements Pattern {
        public AnyOf {
            choices = List.copyOf(choices);
        }
    }

    /** All parts side by side, in this order. */
    record Sequence(List<Pattern> parts) implements Pattern {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Both, with at most {@code distance} terms between them.
     *
     * @param ordered whether the left one must come first
     */
    record Near(Pattern left, Pattern right, int distance, boolean ordered) implements Pattern {}

    /** The one, where the other is not within {@code distance} terms of it. */
    record Unless(Pattern wanted, Pattern unwanted, int distance) implements Pattern {}
}
