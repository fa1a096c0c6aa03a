package org.bellwether.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessesTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private final ServiceProcesses services = new ServiceProcesses();
    private final CompletableFuture<String> other = new CompletableFuture<>();

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void tellADeathThatComesBeforeWhatElseIsAwaited() throws Exception {
        services.start(List.of(service("lasting", "sleep 300"), service("dying", "echo ERROR no disk; exit 3")));

        Optional<Death> death = services.awaitDone(other, "the broker", LONG);

        assertThat(death).hasValueSatisfying(found -> {
            assertThat(found.service()).isEqualTo("dying");
            assertThat(found.exitCode()).isEqualTo(3);
        });
    }

    @Test
    void nameWhatIsNotDoneInTime() throws Exception {
        services.start(List.of(service("lasting", "sleep 300")));

        assertThatThrownBy(() -> services.awaitDone(other, "the broker", Duration.ofMillis(100)))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("the broker");
    }

    @Test
    void leaveItToTheOtherToTellHowItFailed() throws Exception {
        services.start(List.of(service("lasting", "sleep 300")));
        other.completeAsync(() -> {
            throw new IllegalStateException("failed");
        });

        assertThat(services.awaitDone(other, "the broker", LONG)).isEmpty();

        assertThat(other).isCompletedExceptionally();
    }

    private ServiceSpec service(String name, String script) {
        return new ServiceSpec(
                name,
                List.of("sh", "-c", script),
                Map.of(),
                directory.resolve("work").resolve(name),
                directory.resolve("logs").resolve(name + ".log"),
                directory.resolve("run").resolve(name + ".pid"),
                URI.create("http://127.0.0.1:1/q/health/ready"));
    }
}
