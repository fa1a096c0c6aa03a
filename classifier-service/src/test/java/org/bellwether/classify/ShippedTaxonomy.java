package org.bellwether.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.bellwether.classify.taxonomy.InvalidTaxonomyException;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.TaxonomyReader;

/** The taxonomy the service ships, read once for all tests. */
public final class ShippedTaxonomy {

    private static final Taxonomy TAXONOMY = read();
    private static final Classifier CLASSIFIER = new Classifier(TAXONOMY);

    private ShippedTaxonomy() {}

    public static Taxonomy taxonomy() {
        return TAXONOMY;
    }

    public static Classifier classifier() {
        return CLASSIFIER;
    }

    private static Taxonomy read() {
        try (InputStream in = ShippedTaxonomy.class.getResourceAsStream("/taxonomy.yaml")) {
            return TaxonomyReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidTaxonomyException e) {
            throw new AssertionError(
                    e.violations()
                            .toString()
                            .replace("Violation", "\nViolation")
                            .replace(", line", "\nline"),
                    e);
        }
    }
}
