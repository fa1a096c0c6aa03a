package org.bellwether.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        abandoned.closeAndKeep();

        DataDirectory next = DataDirectory.temporary(parent);

        assertThat(abandoned.path()).doesNotExist();
        assertThat(used.path()).exists();
        used.close();
        next.close();
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
        abandoned.closeAndKeep();
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
}
