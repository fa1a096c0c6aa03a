package org.bellwether.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bellwether.standalone.stack.DataDirectory;
import org.bellwether.standalone.stack.Installation;
import org.bellwether.standalone.stack.Ports;
import org.bellwether.standalone.stack.Refusal;
import org.bellwether.standalone.stack.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher with real broker, store and inbox, and three processes that stand for the services. */
class LauncherTest {

    private static final Duration START = Duration.ofSeconds(60);
    private static final String TEMPORARIES = "java.io.tmpdir";

    @TempDir
    Path root;

    private final Ports ports = FreePorts.row();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private Optional<Path> feeds = Optional.empty();
    private boolean demoFeeds;
    private Optional<Path> dataDirectory = Optional.empty();
    private InstantSource clock = InstantSource.system();
    private Launcher launcher;
    private String temporaries;

    @BeforeEach
    void installFakes() throws IOException {
        FakeService.install(root);
        dataDirectory = Optional.of(root.resolve("data"));
        temporaries = System.getProperty(TEMPORARIES);
        System.setProperty(
                TEMPORARIES, Files.createDirectory(root.resolve("tmp")).toString());
    }

    @AfterEach
    void stop() {
        if (launcher != null) {
            launcher.stop();
        }
        System.setProperty(TEMPORARIES, temporaries);
    }

    @Test
    void startsAllAndStopsTheServicesInTheOrderOfTheItemsWay() throws Exception {
        CompletableFuture<Integer> running = startInBackground();
        await().atMost(START).until(() -> said().contains("console"));
        List<ProcessHandle> children = children();
        assertThat(children).hasSize(3);

        launcher.stop();

        assertThat(running.join()).isZero();
        assertThat(Files.readAllLines(root.resolve("data/work/stopped.txt")))
                .containsExactly("ingest-service", "classifier-service", "alert-service");
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(errors()).isEmpty();
        assertThat(said()).contains("ready", "inbox", "/q/metrics (alert)", "stopped");
        try (var logs = Files.list(root.resolve("data/logs"))) {
            assertThat(logs).noneMatch(log -> log.toString().endsWith(".lck"));
        }
        ports.requireFree();
        DataDirectory.open(root.resolve("data")).close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inbox accepts mail",
                "demo feeds are served",
                "starting Kafka",
                "Kafka and the store are ready",
                "classifier-service is ready",
                "console"
            })
    void stopsQuietlyAndCompletelyAtWhateverMoment(String moment) throws Exception {
        demoFeeds = true;
        dataDirectory = Optional.empty();
        CompletableFuture<Integer> running = startInBackground();
        await().atMost(START).pollInterval(Duration.ofMillis(5)).until(() -> said().contains(moment));

        launcher.stop();

        assertThat(running.join()).isZero();
        assertThat(errors()).isEmpty();
        List<String> lines = said().lines().toList();
        int first = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("] stopping"))
                .findFirst()
                .orElseThrow();
        assertThat(lines.subList(first, lines.size())).allMatch(line -> line.contains("] stop"));
        assertThat(lines).last().asString().endsWith("] stopped");
        assertThat(temporaryDirectories()).isEmpty();
        ports.requireFree();
    }

    @Test
    void saysThatItStopsBeforeAStartThatIsUnderWayHasEnded() throws Exception {
        demoFeeds = true;
        CompletableFuture<Void> underWay = new CompletableFuture<>();
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        clock = stopped(underWay, goOn);
        CompletableFuture<Integer> running = startInBackground();
        underWay.join();

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(launcher::stop);

        try {
            await().atMost(Duration.ofSeconds(5)).until(() -> said().contains("] stopping"));
        } finally {
            goOn.complete(null);
        }
        stopping.join();
        assertThat(running.join()).isZero();
        assertThat(said().lines()).last().asString().endsWith("] stopped");
    }

    @Test
    void keepsTheFilesOfADemoWhoseStoreDoesNotStart() throws Exception {
        demoFeeds = true;
        dataDirectory = Optional.empty();
        CompletableFuture<Void> underWay = new CompletableFuture<>();
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        clock = stopped(underWay, goOn);
        CompletableFuture<Integer> running = startInBackground();
        underWay.join();

        // Free when it was looked at, taken a moment later.
        try (ServerSocket taken = new ServerSocket(ports.store().port(), 1, InetAddress.getLoopbackAddress())) {
            goOn.complete(null);
            assertThatThrownBy(running::join)
                    .as("port " + taken.getLocalPort())
                    .hasCauseInstanceOf(Refusal.class)
                    .hasMessageContaining("Kafka or the store does not start: the store does not start on ")
                    .hasMessageContaining("(logs: " + root.resolve("tmp"));
        }
        launcher.stop();
        DataDirectory.temporary().close();

        assertThat(temporaryDirectories())
                .singleElement()
                .satisfies(kept -> assertThat(kept.resolve("logs")).isNotEmptyDirectory());
    }

    @Test
    void keepsTheFilesOfADemoWhoseServiceDies() throws Exception {
        dataDirectory = Optional.empty();
        CompletableFuture<Integer> running = startInBackground();
        await().atMost(START).until(() -> said().contains("console"));
        Path data = temporaryDirectories().get(0);

        Files.createFile(data.resolve("work/alert-service").resolve(FakeService.DIE));

        assertThat(running.join()).isEqualTo(1);
        launcher.stop();
        DataDirectory.temporary().close();
        assertThat(errors()).contains("(log: " + data.resolve("logs/alert-service.log") + ")");
        assertThat(data.resolve("logs/alert-service.log")).exists();
    }

    @Test
    void endsWithTheLastWordsOfAServiceThatDies() throws Exception {
        CompletableFuture<Integer> running = startInBackground();
        await().atMost(START).until(() -> said().contains("console"));

        Files.createFile(root.resolve("data/work/classifier-service").resolve(FakeService.DIE));

        assertThat(running.join()).isEqualTo(1);
        assertThat(errors())
                .startsWith("bellwether: classifier-service ended with exit code 3: the disk is full (log: ")
                .contains("| java.io.IOException: no space")
                .doesNotContain("Somewhere.java");
    }

    @Test
    void startsNothingWhenAServiceRefusesItsFile() throws IOException {
        feeds = Optional.of(Files.writeString(root.resolve("catalogue.yaml"), "bad"));

        assertThatThrownBy(() -> launcher().run())
                .isInstanceOf(Refusal.class)
                .hasMessage("catalogue.yaml, line 3, feeds[0].url: not a URL; catalogue.yaml, line 9, feeds[4].id: is"
                        + " missing");
        assertThat(said()).isEmpty();
        assertThat(root.resolve("data")).doesNotExist();
    }

    @Test
    void namesTheTakenPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(ports.store().port(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> launcher().run())
                    .isInstanceOf(Refusal.class)
                    .hasMessage("port " + taken.getLocalPort() + " for the store is taken; stop what listens there or"
                            + " choose another row with --port-base");
        }
    }

    @Test
    void namesTheDirectoryThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(root.resolve("file"));

        dataDirectory = Optional.of(file.resolve("data"));

        assertThatThrownBy(() -> launcher().run())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot be written; name another with --data-dir");
    }

    @Test
    void namesWhatIsNotBuilt() throws IOException {
        Files.delete(root.resolve("alert-service/target/quarkus-app/quarkus-run.jar"));

        assertThatThrownBy(() -> launcher().run())
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("alert-service is not built");
    }

    private CompletableFuture<Integer> startInBackground() {
        launcher();
        return CompletableFuture.supplyAsync(() -> {
            try {
                return launcher.run();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Launcher launcher() {
        Settings settings =
                new Settings(feeds, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), true);
        Plan plan = new Plan(new Installation(root), ports, settings, dataDirectory, demoFeeds);
        launcher = new Launcher(
                plan,
                new Progress(new PrintStream(said, true, UTF_8), InstantSource.system()),
                new PrintStream(errors, true, UTF_8),
                clock);
        return launcher;
    }

    /** A clock that the start, once it has come as far as the demo's feeds, waits for. */
    private static InstantSource stopped(CompletableFuture<Void> reached, CompletableFuture<Void> goOn) {
        return () -> {
            reached.complete(null);
            goOn.join();
            return Instant.now();
        };
    }

    private List<Path> temporaryDirectories() throws IOException {
        try (var found = Files.list(root.resolve("tmp"))) {
            return found.filter(path -> path.getFileName().toString().startsWith("bellwether-demo-"))
                    .toList();
        }
    }

    private List<ProcessHandle> children() throws IOException {
        try (var pids = Files.list(root.resolve("data/run"))) {
            return pids.map(LauncherTest::process).toList();
        }
    }

    private static ProcessHandle process(Path pid) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pid).split(" ", -1)[0]))
                    .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String said() {
        return said.toString(UTF_8);
    }

    private String errors() {
        return errors.toString(UTF_8);
    }
}
