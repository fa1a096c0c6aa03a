package org.bellwether.classify;

import java.util.Optional;
import org.bellwether.classify.taxonomy.Taxonomy;

/** The taxonomy the service ships, read once for all tests. */
public final class ShippedTaxonomy {

    private static final Taxonomy TAXONOMY = TaxonomyFile.read(Optional.empty());
    private static final Classifier CLASSIFIER = new Classifier(TAXONOMY, Learned.shipped());

    private ShippedTaxonomy() {}

    public static Taxonomy taxonomy() {
        return TAXONOMY;
    }

    public static Classifier classifier() {
        return CLASSIFIER;
    }
}
