package org.bellwether.standalone.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
            check(service, file);
        } catch (IOException e) {
            throw new Refusal(service + " cannot be run to check " + file + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted while checking " + file, e);
        }
    }

    private void check(String service, Path file) throws IOException, InterruptedException {
        String jar = installation.jar(service).toString();
        Process running = new ProcessBuilder(Java.PROGRAM, Java.FAST_START, "-jar", jar, "check", file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        // Read meanwhile: a pipe holds little. A file would stay behind when Ctrl-C ends the launcher just now.
        CompletableFuture<String> told = CompletableFuture.supplyAsync(() -> read(running));
        if (!running.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            running.destroyForcibly();
            throw new Refusal(service + " has not checked " + file + " within " + LONGEST.toSeconds() + " s");
        }
        if (running.exitValue() != 0) {
            throw new Refusal(faults(told.join()).orElse(file + ": " + service + " cannot read it"));
        }
    }

    private static String read(Process running) {
        try (InputStream errors = running.getErrorStream()) {
            return new String(errors.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> faults(String told) {
        return told.lines()
                // The JVM names the options it takes from its environment there, too.
                .filter(line -> !line.startsWith("Picked up "))
                .reduce((one, other) -> one + "; " + other);
    }
}
