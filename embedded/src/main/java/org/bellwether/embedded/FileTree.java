package org.bellwether.embedded;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A file or a directory with all that is in it, which a server may still be writing. */
public final class FileTree {

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private FileTree() {}

    /**
     * Removes it. Files may vanish meanwhile, and new ones come for up to two seconds; links are not followed. One that is
     * not there is removed already.
     *
     * @throws IOException when something cannot be removed
     */
    public static void remove(Path root) throws IOException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                Files.walkFileTree(root, new Removal());
                return;
            } catch (DirectoryNotEmptyException e) {
                // Something was written into a directory after it had been read.
                if (System.nanoTime() - deadline > 0) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            return unlessVanished(e);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
            if (e != null) {
                return unlessVanished(e);
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }

        private static FileVisitResult unlessVanished(IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }
    }
}
