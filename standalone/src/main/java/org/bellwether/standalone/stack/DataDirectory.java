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
    private final boolean temporary;

    /**
     * Opens one that is kept.
     *
     * @throws Refusal when it cannot be written or another stack has it
     */
    public static DataDirectory open(Path path) {
        return new DataDirectory(path.toAbsolutePath().normalize(), false);
    }

    /** Opens a new one that {@link #close()} removes, and removes those that killed launchers could not. */
    public static DataDirectory temporary() {
        return temporary(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static DataDirectory temporary(Path parent) {
        try {
            Path own = Files.createTempDirectory(parent, TEMPORARY_PREFIX);
            AbandonedDirectories.remove(parent, TEMPORARY_PREFIX + "*", own);
            return new DataDirectory(own, true);
        } catch (IOException e) {
            throw new Refusal("no temporary directory can be made in " + parent + "; name one with --data-dir", e);
        }
    }

    private DataDirectory(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
        try {
            Files.createDirectories(path);
            this.channel = FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new Refusal("the data directory " + path + " cannot be written; name another with --data-dir", e);
        }
        @Nullable FileLock taken = tryLock(channel);
        if (taken == null) {
            closeQuietly(channel);
            throw new Refusal("the data directory " + path
                    + " is in use by another Bellwether; stop that one or name another with --data-dir");
        }
        this.lock = taken;
        if (temporary) {
            AbandonedDirectories.mark(channel);
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
            throw new Refusal("the data directory " + path + " cannot be read; name another with --data-dir", e);
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
    public boolean isTemporary() {
        return temporary;
    }

    @Override
    public void close() {
        try {
            if (temporary) {
                AbandonedDirectories.remove(path);
            }
        } catch (IOException e) {
            throw new Refusal(path + " cannot be removed now; the next demo removes it", e);
        } finally {
            closeAndKeep();
        }
    }

    /** Lets it go and keeps its files, temporary or not, for somebody to look into. */
    public void closeAndKeep() {
        try {
            lock.release();
        } catch (IOException e) {
            throw new Refusal("the data directory's lock cannot be released: " + e.getMessage(), e);
        } finally {
            closeQuietly(channel);
        }
    }
}
