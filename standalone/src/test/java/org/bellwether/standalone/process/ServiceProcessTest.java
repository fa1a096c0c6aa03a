package org.bellwether.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bellwether.embedded.Address;
import org.bellwether.standalone.FakeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {

    private static final Duration START = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @Test
    void startsAgainAfterACrash() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(fake(directory))) {
            awaitReady(service);
            long first = service.pid();

            service.kill();
            assertThat(service.isAlive()).isFalse();
            assertThat(service.death().exitCode()).isEqualTo(128 + 9);
            service.restart();

            awaitReady(service);
            assertThat(service.pid()).isNotEqualTo(first);
        }
        assertThat(directory.resolve("work/stopped.txt")).hasContent("service");
        assertThat(directory.resolve("run/service.pid")).doesNotExist();
        assertThat(directory.resolve("logs/service.log")).content().contains("started");
    }

    @Test
    void killsTheOneThatDoesNotStop() throws Exception {
        Files.createDirectories(directory.resolve("work/service"));
        Files.createFile(directory.resolve("work/service").resolve(FakeService.STUBBORN));
        ServiceProcess service = ServiceProcess.start(fake(directory));
        awaitReady(service);

        service.stop(Duration.ofMillis(300));

        assertThat(service.isAlive()).isFalse();
        assertThat(service.death().exitCode()).isEqualTo(128 + 9);
    }

    @Test
    void ignoresTheTerminalsInterruptSoThatTheLauncherDecidesTheOrder() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(fake(directory))) {
            awaitReady(service);

            assertThat(new ProcessBuilder("kill", "-INT", Long.toString(service.pid()))
                            .start()
                            .waitFor())
                    .isZero();

            await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(5)).until(service::isAlive);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void diesWithAKilledLauncher() throws Exception {
        Process launcher = new ProcessBuilder(
                        java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LaunchAndWait.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("launcher.log").toFile())
                .start();
        Path pid = directory.resolve("run/service.pid");
        await().atMost(START)
                .until(() -> Files.exists(pid) && !Files.readString(pid).isEmpty());
        ProcessHandle child = ProcessHandle.of(
                        Long.parseLong(Files.readString(pid).split(" ", -1)[0]))
                .orElseThrow();
        assertThat(child.isAlive()).isTrue();

        launcher.destroyForcibly().waitFor(5, TimeUnit.SECONDS);

        await().atMost(Duration.ofSeconds(5)).until(() -> !child.isAlive());
    }

    private static void awaitReady(ServiceProcess service) {
        await().atMost(START).until(() -> service.readiness() instanceof Readiness.Ready);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static ServiceSpec fake(Path directory) {
        int port = Address.free().port();
        return new ServiceSpec(
                "service",
                List.of(java(), "-cp", System.getProperty("java.class.path"), FakeService.class.getName()),
                Map.of("QUARKUS_HTTP_PORT", Integer.toString(port)),
                directory.resolve("work/service"),
                directory.resolve("logs/service.log"),
                directory.resolve("run/service.pid"),
                java.net.URI.create("http://127.0.0.1:" + port + "/q/health/ready"));
    }

    /** A launcher that can be killed. */
    public static final class LaunchAndWait {

        private LaunchAndWait() {}

        public static void main(String[] args) throws Exception {
            ServiceProcess service = ServiceProcess.start(fake(Path.of(args[0])));
            service.ended().join();
        }
    }
}
