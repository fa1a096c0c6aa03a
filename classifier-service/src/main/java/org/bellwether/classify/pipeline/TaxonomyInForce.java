package org.bellwether.classify.pipeline;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.bellwether.classify.Classifier;
import org.bellwether.classify.TaxonomyFile;

/** The classifier everyone in the process uses, made of a file that was read once before and found right. */
@Startup
@Singleton
public class TaxonomyInForce {

    private final Classifier classifier;

    TaxonomyInForce(ClassifierSettings settings) {
        this.classifier = new Classifier(TaxonomyFile.read(settings.taxonomy()));
    }

    /** The classifier by the taxonomy in force. */
    public Classifier classifier() {
        return classifier;
    }
}
