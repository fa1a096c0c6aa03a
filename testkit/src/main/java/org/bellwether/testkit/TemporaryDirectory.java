package org.bellwether.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bellwether.embedded.FileTree;

/**
 * A directory of the system's for temporary files, removed with all that is in it when closed, though a server may still write into it.
 *
 * @param path where it is
 */
public record TemporaryDirectory(Path path) implements AutoCloseable {

    /** Makes one whose name begins so. */
    public static TemporaryDirectory create(String prefix) {
        try {
            return new TemporaryDirectory(Files.createTempDirectory(prefix));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            FileTree.remove(path);
        } catch (IOException e) {
            throw new UncheckedIOException("what is left cannot be removed: " + path, e);
        }
    }
}
