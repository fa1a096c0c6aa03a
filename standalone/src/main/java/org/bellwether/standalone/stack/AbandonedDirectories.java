package org.bellwether.standalone.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import org.bellwether.standalone.process.Leftover;
import org.jspecify.annotations.Nullable;

/**
 * Temporary directories whose launcher was killed before it could remove them. Only what is proven to be one goes: a real
 * directory of this user's, whose lock file says that a demo made it, and whose lock nobody holds.
 */
final class AbandonedDirectories {

    private static final byte[] MARK = "Made by a demo of Bellwether; to be removed when nobody holds this lock.\n"
            .getBytes(StandardCharsets.UTF_8);

    private AbandonedDirectories() {}

    /** Says in a lock file, by whom holds the lock, that the directory may go when nobody does any more. */
    static void mark(FileChannel lockFile) {
        try {
            lockFile.write(ByteBuffer.wrap(MARK), 0);
        } catch (IOException e) {
            throw new Refusal("the temporary directory cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Removes those that are there; one that cannot be removed is left for the next time.
     *
     * @param names that they have, as a glob
     * @param own just made, which tells who this user is
     * @throws IOException when the directory they stand in cannot be read
     */
    static void remove(Path parent, String names, Path own) throws IOException {
        UserPrincipal user = Files.getOwner(own);
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, names)) {
            for (Path path : found) {
                if (!path.equals(own)) {
                    removeIfAbandoned(path, user);
                }
            }
        }
    }

    private static void removeIfAbandoned(Path path, UserPrincipal user) {
        Path lockFile = path.resolve(DataDirectory.LOCK);
        try {
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                    || !Files.isRegularFile(lockFile, LinkOption.NOFOLLOW_LINKS)
                    || !Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(user)) {
                return;
            }
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    @Nullable FileLock lock = channel.tryLock()) {
                if (lock != null && isMarked(channel)) {
                    Leftover.stopAll(path.resolve(DataDirectory.PIDS));
                    remove(path);
                }
            }
        } catch (IOException | OverlappingFileLockException e) {
            // Removed by another demo meanwhile, in use, or not for this user to remove.
            return;
        }
    }

    private static boolean isMarked(FileChannel lockFile) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(MARK.length + 1);
        return lockFile.read(read, 0) == MARK.length && read.flip().equals(ByteBuffer.wrap(MARK));
    }

    /** Removes a data directory with all in it, its lock last: until then it can still be told for what it is. */
    static void remove(Path directory) throws IOException {
        Path lockFile = directory.resolve(DataDirectory.LOCK);
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            for (Path child : children) {
                if (!child.equals(lockFile)) {
                    removeTree(child);
                }
            }
        }
        Files.deleteIfExists(lockFile);
        Files.deleteIfExists(directory);
    }

    /** Also while files in it still come and go; links are not followed. */
    private static void removeTree(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
