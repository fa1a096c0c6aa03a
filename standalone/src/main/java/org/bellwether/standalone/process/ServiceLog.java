package org.bellwether.standalone.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes what a process prints to a file, keeps that file bounded, and remembers the last lines. */
final class ServiceLog {

    private static final int REMEMBERED_LINES = 200;
    private static final int LONGEST_LINE = 4_000;
    private static final long LARGEST_FILE = 10L * 1024 * 1024;

    private final Path file;
    private final Deque<String> last = new ArrayDeque<>();

    ServiceLog(Path file) {
        this.file = file;
    }

    /** Reads until the process closes its output, in a thread of its own. */
    Thread follow(String name, InputStream output) {
        Thread thread = new Thread(() -> copy(output), "log-" + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** The last lines it printed, oldest first. */
    List<String> lastLines() {
        synchronized (last) {
            return List.copyOf(last);
        }
    }

    private void copy(InputStream output) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                line = writeUntilFull(line, lines);
            }
        } catch (IOException e) {
            remember("(its output could not be followed: " + e.getMessage() + ")");
        }
    }

    /** Returns the line that no longer found room; null at the end. */
    private @org.jspecify.annotations.Nullable String writeUntilFull(String first, BufferedReader lines)
            throws IOException {
        long written = Files.exists(file) ? Files.size(file) : 0;
        try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            String line = first;
            while (line != null && written < LARGEST_FILE) {
                remember(line);
                out.write(line);
                out.write('\n');
                written += line.length() + 1L;
                if (!lines.ready()) {
                    out.flush();
                }
                line = lines.readLine();
            }
            if (line == null) {
                return null;
            }
            first = line;
        }
        Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        return first;
    }

    private void remember(String line) {
        synchronized (last) {
            last.addLast(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line);
            if (last.size() > REMEMBERED_LINES) {
                last.removeFirst();
            }
        }
    }
}
