package org.bellwether.classify.reload;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.bellwether.classify.Classifier;
import org.bellwether.classify.Learned;
import org.bellwether.classify.TaxonomyFile;
import org.bellwether.classify.taxonomy.Taxonomy;

/**
 * The classifier everyone in the process uses. Whoever works on several items takes it once for all of them: it may be
 * another one the next time.
 */
@Startup
@Singleton
public class TaxonomyInForce {

    private final Optional<Learned> learned;
    private volatile Classifier classifier;

    /** By the operator's file, or the shipped one, which was read once before and found right. */
    @Inject
    TaxonomyInForce(TaxonomySettings settings) {
        this(TaxonomyFile.read(settings.taxonomy()), settings.learnedOpinion() ? Learned.shipped() : Optional.empty());
    }

    /** By a taxonomy that was read elsewhere, its rules alone. */
    public TaxonomyInForce(Taxonomy taxonomy) {
        this(taxonomy, Optional.empty());
    }

    private TaxonomyInForce(Taxonomy taxonomy, Optional<Learned> learned) {
        this.learned = learned;
        this.classifier = new Classifier(taxonomy, learned);
    }

    /** The classifier by the taxonomy in force. */
    public Classifier classifier() {
        return classifier;
    }

    /** Content hash of the taxonomy in force, {@code sha256:<hex>}. */
    public String version() {
        return classifier().taxonomy().version();
    }

    /** A classifier by another taxonomy, otherwise like the one in force. */
    public final Classifier by(Taxonomy taxonomy) {
        return new Classifier(taxonomy, learned);
    }

    void replace(Classifier next) {
        classifier = next;
    }
}
