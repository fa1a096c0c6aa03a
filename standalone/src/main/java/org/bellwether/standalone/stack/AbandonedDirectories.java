package org.bellwether.standalone.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.embedded.FileTree;
import org.bellwether.standalone.process.Leftover;
import org.jspecify.annotations.Nullable;

/**
 * Temporary directories whose launcher was killed before it could remove them. Only what is proven to be one goes: a real
 * directory of this user's, whose lock file says that a demo made this very directory, and whose lock nobody holds. A copy,
 * or one that somebody gave another name, is somebody's.
 */
final class AbandonedDirectories {

    private AbandonedDirectories() {}

    /** Says in a lock file, by whom holds the lock, that the directory may go when nobody does any more. */
    static void mark(FileChannel lockFile, Path directory) {
        try {
            lockFile.write(markOf(directory), 0);
        } catch (IOException e) {
            throw new Refusal("the temporary directory cannot be written: " + e.getMessage(), e);
        }
    }

    /** Takes that back. */
    static void unmark(FileChannel lockFile) throws IOException {
        lockFile.truncate(0);
    }

    private static ByteBuffer markOf(Path directory) throws IOException {
        String mark = "Made by a demo of Bellwether as " + directory.toRealPath()
                + "; to be removed when nobody holds this lock.\n";
        return ByteBuffer.wrap(mark.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Removes those that are there; what cannot be read or removed is left for the next time, as it is no reason not to
     * start.
     *
     * @param names that they have, as a glob
     * @param own just made, which tells who this user is
     */
    static void remove(Path parent, String names, Path own) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, names)) {
            UserPrincipal user = Files.getOwner(own);
            for (Path path : found) {
                if (!path.equals(own)) {
                    removeIfAbandoned(path, user);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Many a system's directory for temporary files can be written but not listed.
            return;
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
                if (lock != null && isMarked(channel, path)) {
                    Leftover.stopAll(path.resolve(DataDirectory.PIDS));
                    remove(path);
                }
            }
        } catch (IOException | OverlappingFileLockException e) {
            // Removed by another demo meanwhile, in use, with a process that does not end, or not this user's to
            // remove.
            return;
        }
    }

    private static boolean isMarked(FileChannel lockFile, Path directory) throws IOException {
        ByteBuffer mark = markOf(directory);
        ByteBuffer read = ByteBuffer.allocate(mark.remaining() + 1);
        return lockFile.read(read, 0) == mark.remaining() && read.flip().equals(mark);
    }

    /** Removes a data directory with all in it, its lock last: until then it can still be told for what it is. */
    static void remove(Path directory) throws IOException {
        Path lockFile = directory.resolve(DataDirectory.LOCK);
        for (Path child : besides(lockFile, directory)) {
            FileTree.remove(child);
        }
        if (!besides(lockFile, directory).isEmpty()) {
            throw new DirectoryNotEmptyException(directory.toString());
        }
        Files.deleteIfExists(lockFile);
        Files.deleteIfExists(directory);
    }

    private static List<Path> besides(Path lockFile, Path directory) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory, child -> !child.equals(lockFile))) {
            children.forEach(found::add);
            return found;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }
}
