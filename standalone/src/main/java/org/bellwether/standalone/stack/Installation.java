package org.bellwether.standalone.stack;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The built artifacts.
 *
 * @param root directory of the project
 */
public record Installation(Path root) {

    /** The project in which this very class was built, in whatever module's {@code target} it lies. */
    public static Installation ofThisBuild() {
        try {
            Path classes = Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Stream.iterate(classes, Objects::nonNull, Path::getParent)
                    .filter(directory -> Files.isRegularFile(directory.resolve("ingest-service/pom.xml")))
                    .findFirst()
                    .map(Installation::new)
                    .orElseThrow(() -> new Refusal("no checkout of Bellwether around " + classes));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("this class comes from nowhere", e);
        }
    }

    /**
     * What runs a service.
     *
     * @throws Refusal when it has not been built
     */
    public Path jar(String service) {
        Path jar = root.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new Refusal(service + " is not built: " + jar + " is missing; run ./mvnw -DskipTests package");
        }
        return jar;
    }
}
