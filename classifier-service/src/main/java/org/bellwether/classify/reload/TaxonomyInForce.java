package org.bellwether.classify.reload;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.bellwether.classify.Classifier;
import org.bellwether.classify.TaxonomyFile;
import org.bellwether.classify.taxonomy.Taxonomy;

/**
 * The classifier everyone in the process uses. Whoever works on several items takes it once for all of them: it may be
 * another one the next time.
 */
@Startup
@Singleton
public class TaxonomyInForce {

    private final AtomicReference<Classifier> classifier;

    /** By the operator's file, or the shipped one, which was read once before and found right. */
    @Inject
    TaxonomyInForce(TaxonomySettings settings) {
        this(TaxonomyFile.read(settings.taxonomy()));
    }

    /** By a taxonomy that was read elsewhere. */
    public TaxonomyInForce(Taxonomy taxonomy) {
        this.classifier = new AtomicReference<>(by(taxonomy));
    }

    /** The classifier by the taxonomy in force. */
    public Classifier classifier() {
        return classifier.get();
    }

    /** Content hash of the taxonomy in force, {@code sha256:<hex>}. */
    public String version() {
        return classifier().taxonomy().version();
    }

    /** A classifier by another taxonomy, otherwise like the one in force. */
    public static Classifier by(Taxonomy taxonomy) {
        return new Classifier(taxonomy);
    }

    void replace(Classifier next) {
        classifier.set(next);
    }
}
