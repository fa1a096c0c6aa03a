package org.bellwether.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @Test
    void belongsToOneStackAtATime(@TempDir Path parent) {
        Path path = parent.resolve("data");
        try (DataDirectory first = DataDirectory.open(path)) {
            assertThatThrownBy(() -> DataDirectory.open(path))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("the data directory " + first.path()
                            + " is in use by another Bellwether; stop that one or name another with --data-dir");
        }
        DataDirectory.open(path).close();
        assertThat(path).exists();
    }

    @Test
    void removesATemporaryOne(@TempDir Path parent) throws Exception {
        DataDirectory data = DataDirectory.temporary(parent);
        Files.createDirectories(data.kafka());
        Files.writeString(data.kafka().resolve("file"), "content");

        data.close();

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void removesTheTemporaryOnesOfKilledLaunchers(@TempDir Path parent) throws Exception {
        DataDirectory abandoned = DataDirectory.temporary(parent);
        Files.createDirectories(abandoned.logs());
        Files.writeString(abandoned.logs().resolve("stack.log"), "content");
        DataDirectory used = DataDirectory.temporary(parent);
        abandoned.letGo();

        DataDirectory next = DataDirectory.temporary(parent);

        assertThat(abandoned.path()).doesNotExist();
        assertThat(used.path()).exists();
        used.close();
        next.close();
    }

    @Test
    void keepsTheFilesOfATemporaryOneFromEveryLaterDemo(@TempDir Path parent) throws Exception {
        DataDirectory failed = DataDirectory.temporary(parent);
        Files.createDirectories(failed.logs());
        Path log = Files.writeString(failed.logs().resolve("stack.log"), "content");
        failed.keep();
        failed.close();

        DataDirectory.temporary(parent).close();

        assertThat(log).hasContent("content");
    }

    @Test
    void leavesAloneACopy(@TempDir Path parent) throws Exception {
        DataDirectory original = DataDirectory.temporary(parent);
        Path copy = Files.createDirectory(parent.resolve(original.path().getFileName() + ".kept"));
        Process copying = new ProcessBuilder("cp", "-a", original.path() + "/.", copy.toString()).start();
        assertThat(copying.waitFor()).isZero();

        DataDirectory.temporary(parent).close();

        assertThat(copy.resolve("lock")).exists();
        original.close();
    }

    @Test
    void startsWhereOthersCannotBeLookedFor(@TempDir Path parent) {
        try (DataDirectory data = DataDirectory.temporary(parent)) {
            assertThatCode(() -> AbandonedDirectories.remove(parent.resolve("unlisted"), "*", data.path()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void removesATemporaryOneThatIsStillWritten(@TempDir Path parent) throws Exception {
        DataDirectory data = DataDirectory.temporary(parent);
        Path log = Files.createDirectories(data.kafka().resolve("log"));
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writeForAWhile(log));

        data.close();

        writing.join();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void leavesAloneWhatItCannotProveToBeOne(@TempDir Path parent) throws Exception {
        Path unlocked = Files.createDirectory(parent.resolve("bellwether-demo-unlocked"));
        Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
        Path unmarked = Files.createDirectory(parent.resolve("bellwether-demo-unmarked"));
        Files.createFile(unmarked.resolve("lock"));
        Path somebodys = Files.createDirectory(parent.resolve("bellwether-demo-somebodys"));
        Files.writeString(somebodys.resolve("lock"), "my own notes on locks");
        DataDirectory abandoned = DataDirectory.temporary(elsewhere);
        abandoned.letGo();
        Path link = Files.createSymbolicLink(parent.resolve("bellwether-demo-link"), abandoned.path());

        DataDirectory.temporary(parent).close();

        assertThat(List.of(unlocked, unmarked, somebodys, link, link.resolve("lock")))
                .allSatisfy(path -> assertThat(path).exists());
    }

    @Test
    void doesNotFollowLinksOutOfADirectoryItRemoves(@TempDir Path parent) throws Exception {
        Path kept = Files.writeString(parent.resolve("kept"), "content");
        DataDirectory data = DataDirectory.temporary(parent);
        Files.createSymbolicLink(data.path().resolve("out"), kept.getParent());

        data.close();

        assertThat(data.path()).doesNotExist();
        assertThat(kept).hasContent("content");
    }

    private static void writeForAWhile(Path directory) {
        long end = System.nanoTime() + Duration.ofMillis(500).toNanos();
        try {
            for (int n = 0; System.nanoTime() < end; n++) {
                Files.createFile(directory.resolve("f" + n));
            }
        } catch (IOException e) {
            // The directory is gone.
            return;
        }
    }
}
