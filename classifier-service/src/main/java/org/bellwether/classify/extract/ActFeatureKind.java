package org.bellwether.classify.extract;

import org.bellwether.classify.linear.FeatureKey;

/** What a feature of an act may be. Weights were chosen by cross-validation on items that no rule was written against. */
enum ActFeatureKind {
    /** A family of words that shows an act, by where it stands. */
    WORDS(1),
    TITLE_TERM(1),
    TITLE_PAIR(0.8),
    TERM(1),
    PAIR(0.7),
    /** First and last terms of the title, last ones of the sentences: there Korean has its verb. */
    EDGE(0.8),
    /** What analysis drops: how words of the title end, where a clause of it ends most of all. */
    TITLE_ENDING(0.8),
    ENDING(0.6),
    FORM(0.8),
    ACTOR(0.7),
    CONCEPT(0.7);

    private final double weight;
    private final long key;

    ActFeatureKind(double weight) {
        this.weight = weight;
        this.key = FeatureKey.of("act " + name());
    }

    /** Length (Euclid) of the features of the kind that an item has. */
    double weight() {
        return weight;
    }

    /** Keeps the same word of two kinds apart. */
    long key() {
        return key;
    }

    long key(long feature) {
        return FeatureKey.of(key, feature);
    }
}
