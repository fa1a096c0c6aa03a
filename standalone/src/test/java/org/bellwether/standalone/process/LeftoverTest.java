package org.bellwether.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LeftoverTest {

    @TempDir
    Path directory;

    @Test
    void isRecognisedAndStopped() throws Exception {
        Process left = sleeping();
        Process stranger = sleeping();
        try {
            Path run = directory.resolve("run");
            Leftover.record(run.resolve("left.pid"), left.toHandle());
            // The same number, given to another process since.
            Path reused = run.resolve("reused.pid");
            Leftover.record(reused, stranger.toHandle());
            Files.writeString(reused, Files.readString(reused).replaceFirst(" \\d+ ", " 1 "));

            assertThat(Leftover.stopAll(run)).containsExactly("left");

            assertThat(left.isAlive()).isFalse();
            assertThat(stranger.isAlive()).isTrue();
            assertThat(run).isEmptyDirectory();
        } finally {
            left.destroyForcibly();
            stranger.destroyForcibly();
        }
    }

    @Test
    void isNotWhatACopiedFileNames() throws Exception {
        Process running = sleeping();
        try {
            Path file = directory.resolve("run/service.pid");
            Leftover.record(file, running.toHandle());
            Path copies = Files.createDirectories(directory.resolve("copy/run"));
            Files.copy(file, copies.resolve("service.pid"));

            assertThat(Leftover.stopAll(copies)).isEmpty();

            assertThat(running.isAlive()).isTrue();
        } finally {
            running.destroyForcibly();
        }
    }

    @Test
    void isFoundThroughALinkToItsDirectory() throws Exception {
        Process left = sleeping();
        try {
            Leftover.record(directory.resolve("run/left.pid"), left.toHandle());
            Path link = Files.createSymbolicLink(directory.resolve("link"), directory);

            assertThat(Leftover.stopAll(link.resolve("run"))).containsExactly("left");
        } finally {
            left.destroyForcibly();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void countsAsEndedWhenItsParentDoesNotAskForIt() throws Exception {
        // The shell's child stays with a parent that knows of none. It is tail that says the number: the shell asks for
        // a child that ends before it has become tail.
        Path number = directory.resolve("number");
        Process parent = new ProcessBuilder(
                        "sh", "-c", "sleep 300 & echo $! > \"$0\"; exec tail -n +1 -f \"$0\"", number.toString())
                .start();
        try {
            long pid = Long.parseLong(parent.inputReader().readLine());
            ProcessHandle left = ProcessHandle.of(pid).orElseThrow();
            Path run = directory.resolve("run");
            Leftover.record(run.resolve("left.pid"), left);

            assertThat(CompletableFuture.supplyAsync(() -> stopAll(run)))
                    .succeedsWithin(Duration.ofSeconds(5))
                    .isEqualTo(List.of("left"));

            assertThat(left.isAlive()).as("a zombie").isTrue();
            Leftover.record(run.resolve("left.pid"), left);
            assertThat(Leftover.stopAll(run)).isEmpty();
        } finally {
            parent.destroyForcibly();
        }
    }

    private static Process sleeping() throws IOException {
        return new ProcessBuilder("sleep", "300").start();
    }

    private static List<String> stopAll(Path run) {
        try {
            return Leftover.stopAll(run);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
