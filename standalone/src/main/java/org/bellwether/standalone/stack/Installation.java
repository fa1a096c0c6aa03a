package org.bellwether.standalone.stack;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The built artifacts.
 *
 * @param root directory of the project
 */
public record Installation(Path root) {

    /** The project that this very class was built in ({@code <root>/standalone/target/…}). */
    public static Installation ofThisBuild() {
        try {
            Path classes = Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path root = classes.resolve("../../..").normalize();
            return new Installation(root);
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
