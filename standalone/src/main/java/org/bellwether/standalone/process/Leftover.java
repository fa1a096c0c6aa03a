package org.bellwether.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A process that outlived the launcher which started it. A process id is given again in time, so the moment of the start
 * must agree too before anybody is stopped.
 */
public final class Leftover {

    private Leftover() {}

    static void record(Path file, ProcessHandle process) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                process.pid() + " " + startOf(process).orElse(Instant.EPOCH).toEpochMilli() + "\n");
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
     * @throws IOException when it cannot be read
     */
    public static List<String> stopAll(Path directory) throws IOException {
        List<String> stopped = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return stopped;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.pid")) {
            for (Path file : files) {
                Optional<ProcessHandle> left = running(Files.readString(file).strip());
                if (left.isPresent()) {
                    left.get().destroyForcibly();
                    left.get().onExit().join();
                    stopped.add(file.getFileName().toString().replace(".pid", ""));
                }
                forget(file);
            }
        }
        return stopped;
    }

    private static Optional<ProcessHandle> running(String record) {
        int space = record.indexOf(' ');
        try {
            long pid = Long.parseLong(record.substring(0, Math.max(0, space)));
            long started = Long.parseLong(record.substring(space + 1));
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startOf(process)
                            .filter(at -> at.toEpochMilli() == started)
                            .isPresent());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> startOf(ProcessHandle process) {
        return process.info().startInstant();
    }
}
