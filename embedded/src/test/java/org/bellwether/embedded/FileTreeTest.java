package org.bellwether.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {

    private static final Duration WRITTEN = Duration.ofMillis(500);

    @TempDir
    Path parent;

    @Test
    void isRemovedWhileItIsStillWritten() throws Exception {
        Path log = Files.createDirectories(parent.resolve("tree/log"));
        Files.createFile(log.resolve("first"));
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(log));

        FileTree.remove(parent.resolve("tree"));

        writing.join();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void isRemovedWhileAnotherRemovesIt() throws Exception {
        Path tree = parent.resolve("tree");
        for (int n = 0; n < 2_000; n++) {
            Path directory = Files.createDirectories(tree.resolve("d" + n % 200));
            Files.createFile(directory.resolve("f" + n));
        }
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> remove(tree));

        FileTree.remove(tree);

        other.join();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void keepsWhatALinkInItPointsTo() throws Exception {
        Path kept = Files.writeString(parent.resolve("kept"), "content");
        Path tree = Files.createDirectory(parent.resolve("tree"));
        Files.createSymbolicLink(tree.resolve("out"), parent);

        FileTree.remove(tree);

        assertThat(tree).doesNotExist();
        assertThat(kept).hasContent("content");
    }

    @Test
    void mayBeGoneAlready() throws Exception {
        FileTree.remove(parent.resolve("none"));

        assertThat(parent).isEmptyDirectory();
    }

    /** As a server that has not heard yet: until the directory is gone, or it stops. */
    private static void write(Path directory) {
        long end = System.nanoTime() + WRITTEN.toNanos();
        try {
            for (int n = 0; System.nanoTime() < end; n++) {
                Files.createFile(directory.resolve("f" + n));
            }
        } catch (IOException e) {
            // The directory is gone: what the test waits for.
            return;
        }
    }

    private static void remove(Path tree) {
        try {
            FileTree.remove(tree);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
