package org.bellwether.standalone.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Has each service judge the file it was given, before anything starts: only a service knows what its file may say. */
public final class FileChecks {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Installation installation;

    public FileChecks(Installation installation) {
        this.installation = installation;
    }

    /**
     * Passes files that are right.
     *
     * @throws Refusal with all faults of the first file that is not
     */
    public void require(Settings settings) {
        Map<String, Path> files = new LinkedHashMap<>();
        settings.feeds().ifPresent(file -> files.put("ingest-service", file));
        settings.taxonomy().ifPresent(file -> files.put("classifier-service", file));
        settings.indicators().ifPresent(file -> files.put("alert-service", file));
        files.forEach(this::require);
    }

    private void require(String service, Path file) {
        try {
            Path told = Files.createTempFile("bellwether-check", ".txt");
            try {
                check(service, file, told);
            } finally {
                Files.delete(told);
            }
        } catch (IOException e) {
            throw new Refusal(service + " cannot be run to check " + file + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted while checking " + file, e);
        }
    }

    private void check(String service, Path file, Path told) throws IOException, InterruptedException {
        String jar = installation.jar(service).toString();
        Process running = new ProcessBuilder(Java.PROGRAM, Java.FAST_START, "-jar", jar, "check", file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(told.toFile())
                .start();
        if (!running.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            running.destroyForcibly();
            throw new Refusal(service + " has not checked " + file + " within " + LONGEST.toSeconds() + " s");
        }
        if (running.exitValue() != 0) {
            throw new Refusal(faults(told).orElse(file + ": " + service + " cannot read it"));
        }
    }

    private static Optional<String> faults(Path told) throws IOException {
        return Files.readString(told)
                .lines()
                // The JVM names the options it takes from its environment there, too.
                .filter(line -> !line.startsWith("Picked up "))
                .reduce((one, other) -> one + "; " + other);
    }
}
