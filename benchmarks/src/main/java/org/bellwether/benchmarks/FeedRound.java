package org.bellwether.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedBroker;
import org.bellwether.embedded.EmbeddedStore;
import org.bellwether.standalone.stack.Installation;
import org.bellwether.testkit.TemporaryDirectory;

/**
 * A round over thousands of feeds by the real ingest-service in a process of its own, in a 512 MB heap on two cores; broker,
 * store and feeds are in this one. {@code round [feeds …]}, by default 1000 and 10000.
 */
public final class FeedRound {

    private static final Duration INTERVAL = Duration.ofMinutes(1);
    /** As Prometheus asks for the metrics; to ask oftener costs what is measured. */
    private static final Duration SCRAPED_EVERY = Duration.ofSeconds(5);

    private static final Duration LOOKED_EVERY = Duration.ofMillis(250);
    private static final Duration AT_MOST = Duration.ofMinutes(8);
    private static final int STEADY_ROUNDS = 2;
    private static final Pattern POLLS =
            Pattern.compile("bellwether_feed_polls_total\\{outcome=\"(?:read|unchanged|failed)\"} ([\\d.E]+)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final FeedFarm farm;
    private final int feeds;
    private final Path directory;
    private final int port = Address.free(1).port();
    private final EmbeddedBroker broker;
    private final EmbeddedStore store;

    private FeedRound(Path directory, FeedFarm farm, int feeds) throws IOException {
        this.directory = directory;
        this.farm = farm;
        this.feeds = feeds;
        this.broker = EmbeddedBroker.start(
                directory.resolve("kafka"), Address.free(1), Address.free(1).port());
        this.store = EmbeddedStore.start(directory.resolve("store"), Address.free(1));
    }

    public static void main(String[] args) throws Exception {
        List<Integer> sizes = args.length == 0
                ? List.of(1_000, 10_000)
                : Arrays.stream(args).map(Integer::valueOf).toList();
        for (int feeds : sizes) {
            try (TemporaryDirectory scratch = TemporaryDirectory.create("bellwether-round");
                    FeedFarm farm = new FeedFarm(feeds)) {
                FeedRound round = new FeedRound(scratch.path(), farm, feeds);
                try {
                    round.run();
                } finally {
                    round.store.close();
                    round.broker.close();
                }
            }
        }
    }

    private void run() throws Exception {
        Path catalogue = Files.writeString(directory.resolve("catalogue.yaml"), catalogue());
        Process first = service(catalogue);
        long began = System.nanoTime();
        try {
            await("a first reading of all", () -> farm.askedFeeds() == feeds);
            say("%d feeds, each read for the first time: %.1f s after the start", feeds, since(began));
            steady(first);
        } finally {
            stop(first);
        }
        TimeUnit.MILLISECONDS.sleep(INTERVAL.toMillis());
        farm.beMixed();
        Process second = service(catalogue);
        try {
            mixed();
        } finally {
            stop(second);
        }
    }

    /** Rounds in which nothing has changed, in a process that runs for a while. */
    private void steady(Process service) throws Exception {
        double polls = polls();
        await("a round of unchanged feeds", () -> polls() >= polls + feeds, SCRAPED_EVERY);
        double before = polls();
        Duration cpu = cpu(service);
        Instant from = Instant.now();
        await("rounds of unchanged feeds", () -> polls() >= before + (double) STEADY_ROUNDS * feeds, SCRAPED_EVERY);
        double perPoll = cpu(service).minus(cpu).toNanos() / 1e6 / (polls() - before);
        say(
                "%d feeds, %d rounds of 304 in %.0f s: %.2f ms of CPU per poll; heap in use %d MB, resident %d MB",
                feeds,
                STEADY_ROUNDS,
                Duration.between(from, Instant.now()).toMillis() / 1e3,
                perPoll,
                liveHeapMegabytes(service),
                residentMegabytes(service));
    }

    /** From the first request of a round to the end of its last, hanging feeds included. */
    private void mixed() throws Exception {
        await("the first poll of the round", () -> farm.askedFeeds() > 0);
        long began = System.nanoTime();
        await("a poll of each", () -> farm.askedFeeds() == feeds);
        await("the end of all polls", () -> polls() >= feeds);
        say(
                "%d feeds, 80 %% unchanged, 10 %% changed, 5 %% failing, 5 %% hanging: %.1f s; the last that does not hang"
                        + " was asked after %.1f s, the last that hangs after %.1f s",
                feeds, since(began), (farm.lastAsked(false) - began) / 1e9, (farm.lastAsked(true) - began) / 1e9);
    }

    private Process service(Path catalogue) throws IOException {
        Path app = Installation.ofThisBuild().root().resolve("ingest-service/target/quarkus-app/quarkus-run.jar");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:ActiveProcessorCount=2",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(List.of("-jar", app.toString()));
        ProcessBuilder service = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("ingest.log").toFile()));
        service.environment().put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        service.environment()
                .put("QUARKUS_MONGODB_CONNECTION_STRING", store.connectionString() + "/?retryWrites=false");
        service.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        service.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        service.environment().put("BELLWETHER_CATALOGUE", catalogue.toString());
        service.environment().put("BELLWETHER_FETCH_ALLOW", "127.0.0.0/8");
        return service.start();
    }

    private String catalogue() {
        StringBuilder yaml = new StringBuilder("feeds:\n");
        for (int feed = 0; feed < feeds; feed++) {
            yaml.append("  - {id: farm-").append(feed).append(", url: '").append(farm.url(feed));
            yaml.append("', owner: farm-")
                    .append(feed)
                    .append(", interval: ")
                    .append(INTERVAL)
                    .append("}\n");
        }
        return yaml.toString();
    }

    private double polls() {
        try {
            HttpRequest ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/metrics"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            String metrics =
                    HTTP.send(ask, HttpResponse.BodyHandlers.ofString()).body();
            Matcher lines = POLLS.matcher(metrics);
            double polls = 0;
            while (lines.find()) {
                polls += Double.parseDouble(lines.group(1));
            }
            return polls;
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static Duration cpu(Process service) {
        return service.info().totalCpuDuration().orElseThrow();
    }

    /** After a collection. */
    private static long liveHeapMegabytes(Process service) throws IOException, InterruptedException {
        String histogram = jcmd(service, "GC.class_histogram");
        Matcher total = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)").matcher(histogram);
        return total.find() ? Long.parseLong(total.group(1)) >> 20 : -1;
    }

    private static String jcmd(Process service, String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder("jcmd", Long.toString(service.pid()), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said;
    }

    private static long residentMegabytes(Process service) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + service.pid() + "/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                        .findFirst()
                        .orElse(0)
                / 1024;
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        await(what, condition, LOOKED_EVERY);
    }

    private static void await(String what, BooleanSupplier condition, Duration every) throws InterruptedException {
        Instant deadline = Instant.now().plus(AT_MOST);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("no " + what + " within " + AT_MOST);
            }
            TimeUnit.NANOSECONDS.sleep(every.toNanos());
        }
    }

    private static void stop(Process service) throws InterruptedException {
        service.destroy();
        if (!service.waitFor(20, TimeUnit.SECONDS)) {
            service.destroyForcibly().waitFor();
        }
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void say(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format + "%n", arguments);
    }
}
