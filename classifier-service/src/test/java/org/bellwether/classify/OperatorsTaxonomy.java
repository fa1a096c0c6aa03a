package org.bellwether.classify;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.bellwether.testkit.TemporaryDirectory;
import org.jspecify.annotations.Nullable;

/** Gives the service a file of the operator's, which says what the shipped one does until a test writes to it. */
public final class OperatorsTaxonomy implements QuarkusTestResourceLifecycleManager {

    private static @Nullable TemporaryDirectory directory;

    @Override
    public Map<String, String> start() {
        directory = TemporaryDirectory.create("bellwether-taxonomy");
        write(shipped());
        return Map.of("bellwether.taxonomy", file().toString(), "bellwether.taxonomy-check", "off");
    }

    /** The taxonomy that comes with the service, as YAML. */
    public static String shipped() {
        try (InputStream in = Objects.requireNonNull(OperatorsTaxonomy.class.getResourceAsStream("/taxonomy.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped one and an issue of the tests' own, with these patterns: said once, a tag, which a threshold of 1 makes uncertain. */
    public static String with(String issue, String threshold, String patterns) {
        return shipped() + """
              - id: %s
                name: {en: Of the tests, ko: 시험}
                definition: {en: What tests are about., ko: 시험 사항.}
                threshold: {default: %s}
                title-weight: 1
                concepts:
                  - {id: word, weight: 4, patterns: [%s]}
            """.formatted(issue, threshold, patterns);
    }

    /** Puts it into the operator's file; it is read when the service is told to. */
    public static void write(String yaml) {
        try {
            Files.writeString(file(), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file() {
        return Objects.requireNonNull(directory, "the test lacks @QuarkusTestResource(OperatorsTaxonomy.class)")
                .path()
                .resolve("taxonomy.yaml");
    }

    @Override
    public void stop() {
        if (directory != null) {
            directory.close();
        }
    }
}
