package org.bellwether.standalone.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.bellwether.standalone.process.Leftover;
import org.jspecify.annotations.Nullable;

/** Where one running stack keeps everything; locked, so that no second one writes into it. */
public final class DataDirectory implements AutoCloseable {

    static final String LOCK = "lock";

    private static final String TEMPORARY_PREFIX = "bellwether-demo-";
    static final String PIDS = "run";

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;
    private boolean temporary;

    /**
     * Opens one that is kept.
     *
     * @throws Refusal when it cannot be written or another stack has it
     */
    public static DataDirectory open(Path path) {
        return open(path.toAbsolutePath().normalize(), false);
    }

    /** Opens a new one that {@link #close()} removes, and removes those that killed launchers could not. */
    public static DataDirectory temporary() {
        return temporary(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static DataDirectory temporary(Path parent) {
        Path own;
        try {
            own = Files.createTempDirectory(parent, TEMPORARY_PREFIX);
        } catch (IOException e) {
            throw new Refusal("no temporary directory can be made in " + parent + "; name one with --data-dir", e);
        }
        DataDirectory data = open(own, true);
        AbandonedDirectories.remove(parent, TEMPORARY_PREFIX + "*", own);
        return data;
    }

    private static DataDirectory open(Path path, boolean temporary) {
        FileChannel channel = openLockFile(path);
        boolean opened = false;
        try {
            @Nullable FileLock lock = tryLock(channel);
            if (lock == null) {
                throw new Refusal("the data directory " + path
                        + " is in use by another Bellwether; stop that one or name another with --data-dir");
            }
            if (temporary) {
                AbandonedDirectories.mark(channel, path);
            }
            opened = true;
            return new DataDirectory(path, channel, lock, temporary);
        } finally {
            if (!opened) {
                closeQuietly(channel);
            }
        }
    }

    private DataDirectory(Path path, FileChannel channel, FileLock lock, boolean temporary) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
        this.temporary = temporary;
    }

    private static FileChannel openLockFile(Path path) {
        try {
            Files.createDirectories(path);
            return FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new Refusal("the data directory " + path + " cannot be written; name another with --data-dir", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            throw new Refusal("the data directory cannot be locked: " + e.getMessage(), e);
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new Refusal("the data directory's lock cannot be closed: " + e.getMessage(), e);
        }
    }

    /** Kills services that an earlier launcher left running on this directory, and says which. */
    public List<String> stopLeftovers() {
        try {
            return Leftover.stopAll(pids());
        } catch (IOException e) {
            throw new Refusal(
                    "the data directory " + path + " cannot be taken over: " + e.getMessage()
                            + "; name another with --data-dir",
                    e);
        }
    }

    /** Its absolute path. */
    public Path path() {
        return path;
    }

    /** Of the broker. */
    public Path kafka() {
        return path.resolve("kafka");
    }

    /** Of the store. */
    public Path store() {
        return path.resolve("store");
    }

    /** Of the logs. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** Of a service's own files. */
    public Path work(String service) {
        return path.resolve("work").resolve(service);
    }

    /** Of the files that say which process a service is. */
    public Path pids() {
        return path.resolve(PIDS);
    }

    /** Whether {@link #close()} removes it. */
    public synchronized boolean isTemporary() {
        return temporary;
    }

    /** From here on its files stay, temporary or not, for somebody to look into: no later demo removes them either. */
    public synchronized void keep() {
        if (!temporary || !channel.isOpen()) {
            return;
        }
        temporary = false;
        try {
            AbandonedDirectories.unmark(channel);
        } catch (IOException e) {
            throw new Refusal("the next demo removes " + path + ": its mark cannot be taken off", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (temporary) {
                AbandonedDirectories.remove(path);
            }
        } catch (IOException e) {
            throw new Refusal(path + " cannot be removed now; the next demo removes it", e);
        } finally {
            letGo();
        }
    }

    /** Lets the lock go and nothing else, as the end of this JVM does. */
    void letGo() {
        try {
            lock.release();
        } catch (IOException e) {
            throw new Refusal("the data directory's lock cannot be released: " + e.getMessage(), e);
        } finally {
            closeQuietly(channel);
        }
    }
}
