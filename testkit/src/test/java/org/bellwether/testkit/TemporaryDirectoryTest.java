package org.bellwether.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TemporaryDirectoryTest {

    @Test
    void mindsNoFileThatVanishesWhileItIsRemoved() throws Exception {
        TemporaryDirectory temporary = TemporaryDirectory.create("bellwether-test");
        for (int n = 0; n < 2_000; n++) {
            Path directory = Files.createDirectories(temporary.path().resolve("d" + n % 200));
            Files.createFile(directory.resolve("f" + n));
        }
        CompletableFuture<Void> other = CompletableFuture.runAsync(temporary::close);

        temporary.close();

        other.join();
        assertThat(temporary.path()).doesNotExist();
    }
}
