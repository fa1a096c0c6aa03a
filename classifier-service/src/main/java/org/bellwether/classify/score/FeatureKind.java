package org.bellwether.classify.score;

import org.bellwether.classify.linear.FeatureKey;

/** What a feature may be. Weights were chosen by cross-validation on items that no rule was written against. */
enum FeatureKind {
    TERM(1),
    TITLE_TERM(0.7),
    PAIR(0.7),
    SKIPPED_PAIR(0.4),
    CONCEPT(1.2),
    TITLE_CONCEPT(0.7),
    GATE(0.8),
    TITLE_GATE(0.5),
    ACTOR(0.7),
    TITLE_ACTOR(0.5),
    ACTOR_PAIR(0.5);

    private final double weight;
    private final long key;

    FeatureKind(double weight) {
        this.weight = weight;
        this.key = FeatureKey.of(name());
    }

    /** Shared by all features of the kind that an item has. */
    double weight() {
        return weight;
    }

    /** Keeps the same word of two kinds apart. */
    long key() {
        return key;
    }

    boolean isOfTitle() {
        return this == TITLE_TERM || this == TITLE_CONCEPT || this == TITLE_GATE || this == TITLE_ACTOR;
    }
}
