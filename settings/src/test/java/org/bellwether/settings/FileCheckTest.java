package org.bellwether.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckTest {

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final FileCheck check = new FileCheck(
            file -> SettingsFile.of(file, "shipped.yaml").read(root -> root.required("size", Setting::number)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8));
    private Path right;
    private Path wrong;

    @BeforeEach
    void write() throws IOException {
        right = Files.writeString(directory.resolve("right.yaml"), "size: 4\n");
        wrong = Files.writeString(directory.resolve("wrong.yaml"), "size: large\n");
    }

    @Test
    void theProgramStartsWithTheFileItIsConfiguredWithOrTheShippedOne() {
        assertThat(check.exitCode(Optional.of(right))).isEmpty();
        assertThat(check.exitCode(Optional.empty())).isEmpty();
        assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void theProgramLeavesWhenItsFileIsRefused() {
        assertThat(check.exitCode(Optional.of(wrong))).isEqualTo(OptionalInt.of(1));
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines(wrong + ", line 1, size: 'large' is no number");
    }

    @Test
    void aFileCanBeCheckedWithoutStartingAnything() {
        assertThat(check.exitCode(Optional.empty(), "check", right.toString())).isEqualTo(OptionalInt.of(0));
        assertThat(check.exitCode(Optional.empty(), "check", wrong.toString())).isEqualTo(OptionalInt.of(1));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines(right + " is right");
    }

    @Test
    void aDirectoryIsCalledADirectory() {
        assertThat(check.exitCode(Optional.of(directory))).isEqualTo(OptionalInt.of(1));
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines(
                        directory + ", line 1, file: cannot be read: it is a directory; name the file in it");
    }

    @Test
    void aFileThatCannotBeReadIsAFaultToo() throws IOException {
        Path latin = Files.write(directory.resolve("latin.yaml"), new byte[] {'a', ':', (byte) 0xe9});

        assertThat(check.exitCode(Optional.of(directory.resolve("none.yaml")))).isPresent();
        assertThat(check.exitCode(Optional.of(latin))).isPresent();
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("none.yaml, line 1, file: cannot be read: there is no such file")
                .contains("latin.yaml, line 1, file: cannot be read: it is not UTF-8");
    }

    @Test
    void otherArgumentsAreRefused() {
        assertThat(check.exitCode(Optional.empty(), "verify")).isEqualTo(OptionalInt.of(2));
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("check FILE");
    }
}
