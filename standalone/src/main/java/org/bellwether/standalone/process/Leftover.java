package org.bellwether.standalone.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process that outlived the launcher which started it. A process id is given again in time, and its file may be copied
 * with all beside it: the moment of the start and the file's own place must agree too before anybody is stopped.
 */
public final class Leftover {

    private static final Duration LONGEST_DEATH = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private Leftover() {}

    static void record(Path file, ProcessHandle process) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        long started = startOf(process).orElse(Instant.EPOCH).toEpochMilli();
        Files.writeString(file, process.pid() + " " + started + " " + place(file) + "\n");
    }

    static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        }
    }

    /**
     * Kills what earlier launchers left behind and says which services it were.
     *
     * @param directory of the pid files
     * @throws IOException when it cannot be read, or a process does not end
     */
    public static List<String> stopAll(Path directory) throws IOException {
        List<String> stopped = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return stopped;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.pid")) {
            for (Path file : files) {
                Optional<ProcessHandle> left = running(file);
                if (left.isPresent()) {
                    end(left.get());
                    stopped.add(file.getFileName().toString().replace(".pid", ""));
                }
                Files.deleteIfExists(file);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return stopped;
    }

    private static Optional<ProcessHandle> running(Path file) throws IOException {
        String[] parts = Files.readString(file).strip().split(" ", 3);
        if (parts.length < 3 || !parts[2].equals(place(file))) {
            return Optional.empty();
        }
        try {
            long started = Long.parseLong(parts[1]);
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(Leftover::isAlive)
                    .filter(process -> startOf(process)
                            .filter(at -> at.toEpochMilli() == started)
                            .isPresent());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void end(ProcessHandle left) throws IOException {
        left.destroyForcibly();
        long deadline = System.nanoTime() + LONGEST_DEATH.toNanos();
        while (isAlive(left)) {
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("process " + left.pid() + " does not end although it was killed");
            }
            try {
                TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while process " + left.pid() + " ends");
            }
        }
    }

    /** A zombie has ended, but counts as alive for as long as its parent does not ask: for ever, in many a container. */
    private static boolean isAlive(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    /** By proc(5): the state follows the command, which stands in parentheses and may hold any character. */
    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            return stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (IOException e) {
            // It has ended meanwhile, or this is not Linux.
            return false;
        }
    }

    /** Where the file really is, whatever links lead there. */
    private static String place(Path file) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent(), "the root is no file");
        return directory.toRealPath().resolve(file.getFileName()).toString();
    }

    private static Optional<Instant> startOf(ProcessHandle process) {
        return process.info().startInstant();
    }
}
