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

    /** All of them near each other, as {@link Proximity} defines it. */
    record Near(Pattern first, List<Further> others) implements Pattern {
        public Near {
            others = List.copyOf(others);
        }
    }

    /**
     * A part of a chain.
     *
     * @param distance most terms between it and the nearest of the parts before it in the chain
     * @param ordered whether it must come after all of them
     */
    record Further(Pattern part, int distance, boolean ordered) {}

    /** The one, where the other is not within {@code distance} terms of it. */
    record Unless(Pattern wanted, Pattern unwanted, int distance) implements Pattern {}
}
