package org.bellwether.classify.pipeline;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bellwether.classify.Classifier;
import org.bellwether.classify.taxonomy.InvalidTaxonomyException;
import org.bellwether.classify.taxonomy.TaxonomyReader;
import org.bellwether.classify.taxonomy.Violation;
import org.jspecify.annotations.Nullable;

/** The classifier everyone in the process uses. A taxonomy that cannot be used ends the process before it serves. */
@ApplicationScoped
public class TaxonomyInForce {

    private static final String SHIPPED = "taxonomy.yaml";

    private final Optional<Path> file;
    private volatile @Nullable Classifier classifier;

    TaxonomyInForce(ClassifierSettings settings) {
        this.file = settings.taxonomy();
    }

    /** First of all observers, so that nothing has been started that would need to be stopped. */
    void load(@Observes @Priority(1) StartupEvent event) {
        try {
            classifier = new Classifier(TaxonomyReader.read(yaml()));
        } catch (InvalidTaxonomyException e) {
            refuse(describe(e.violations().get(0), e.violations().size()));
        } catch (IOException e) {
            refuse(name() + ": cannot be read: " + e.getMessage());
        }
    }

    /** The classifier by the taxonomy in force. */
    public Classifier classifier() {
        Classifier loaded = classifier;
        if (loaded == null) {
            throw new IllegalStateException("asked before the taxonomy is loaded");
        }
        return loaded;
    }

    private String describe(Violation first, int count) {
        return name() + ", " + first + (count > 1 ? " (and " + (count - 1) + " more)" : "");
    }

    private String name() {
        return file.map(Path::toString).orElse(SHIPPED);
    }

    private String yaml() throws IOException {
        if (file.isPresent()) {
            return Files.readString(file.get());
        }
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IOException("not on the classpath");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** One line and no stack trace; halting, because an orderly exit would wait for the start this stops. */
    private static void refuse(String line) {
        System.err.println(line);
        System.err.flush();
        Runtime.getRuntime().halt(1);
    }
}
