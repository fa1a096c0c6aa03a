package org.bellwether.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
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
    void removesATemporaryOne() throws Exception {
        DataDirectory data = DataDirectory.temporary();
        Files.createDirectories(data.kafka());
        Files.writeString(data.kafka().resolve("file"), "content");

        data.close();

        assertThat(data.path()).doesNotExist();
    }

    @Test
    void removesTheTemporaryOnesOfKilledLaunchers() {
        DataDirectory abandoned = DataDirectory.temporary();
        DataDirectory used = DataDirectory.temporary();
        abandoned.closeAndKeep();

        DataDirectory next = DataDirectory.temporary();

        assertThat(abandoned.path()).doesNotExist();
        assertThat(used.path()).exists();
        used.close();
        next.close();
    }
}
