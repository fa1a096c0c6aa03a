package org.bellwether.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bellwether.standalone.stack.Installation;

/** Time from {@code ./bellwether demo} to every service ready, and the resident memory of all its processes (Linux). */
public final class StackFootprint {

    private static final int PORT_BASE = 18_200;
    private static final Duration DEMO_RUNS = Duration.ofSeconds(150);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private StackFootprint() {}

    public static void main(String[] args) throws Exception {
        Path root = Installation.ofThisBuild().root();
        Instant began = Instant.now();
        Process demo = new ProcessBuilder(
                        root.resolve("bellwether").toString(), "demo", "--port-base", Integer.toString(PORT_BASE))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            for (int service : List.of(0, 1, 2)) {
                awaitReady(PORT_BASE + service);
            }
            double ready = Duration.between(began, Instant.now()).toMillis() / 1e3;
            System.out.printf(Locale.ROOT, "ready after %.1f s, resident %d MB%n", ready, residentMegabytes(demo));
            long highest = 0;
            while (Instant.now().isBefore(began.plus(DEMO_RUNS))) {
                highest = Math.max(highest, residentMegabytes(demo));
                Thread.sleep(1_000);
            }
            System.out.printf(
                    Locale.ROOT, "highest resident in the first %d s: %d MB%n", DEMO_RUNS.toSeconds(), highest);
        } finally {
            demo.destroy();
            demo.waitFor(20, TimeUnit.SECONDS);
        }
    }

    private static void awaitReady(int port) throws InterruptedException {
        HttpRequest ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        Instant deadline = Instant.now().plusSeconds(120);
        while (Instant.now().isBefore(deadline)) {
            try {
                if (HTTP.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not listening yet.
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("nothing ready on port " + port);
    }

    private static long residentMegabytes(Process demo) {
        return Stream.concat(Stream.of(demo.toHandle()), demo.descendants())
                        .mapToLong(process -> residentKilobytes(process.pid()))
                        .sum()
                / 1024;
    }

    private static long residentKilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
