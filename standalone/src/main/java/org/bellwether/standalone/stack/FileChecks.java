package org.bellwether.standalone.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Has each service judge the file it was given, before anything starts: only a service knows what its file may say. */
public final class FileChecks {

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
        ProcessBuilder check = new ProcessBuilder(
                        Java.PROGRAM,
                        Java.FAST_START,
                        "-jar",
                        installation.jar(service).toString(),
                        "check",
                        file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            Process running = check.start();
            try (InputStream faults = running.getErrorStream()) {
                String told = new String(faults.readAllBytes(), StandardCharsets.UTF_8).strip();
                if (running.waitFor() != 0) {
                    throw new Refusal(told.isEmpty() ? file + ": " + service + " cannot read it" : oneLine(told));
                }
            } finally {
                running.destroyForcibly();
            }
        } catch (IOException e) {
            throw new Refusal(service + " cannot be run to check " + file + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted while checking " + file, e);
        }
    }

    private static String oneLine(String lines) {
        return String.join("; ", lines.lines().toList());
    }
}
