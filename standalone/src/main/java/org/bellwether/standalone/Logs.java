package org.bellwether.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Keeps the log of broker, store and inbox off the console and in a file. */
final class Logs {

    private static final int LARGEST_FILE = 10 * 1024 * 1024;

    // Held, as the log manager forgets the level of a logger that nobody holds.
    private static final Logger ROOT = Logger.getLogger("");
    private static final List<Logger> TALKATIVE = List.of(
            Logger.getLogger("kafka"),
            Logger.getLogger("org.apache.kafka"),
            Logger.getLogger("state"),
            Logger.getLogger("com.icegreen"));

    private Logs() {}

    /** Silences the console, for threads that end by a failure too. */
    static void offTheConsole() {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> ROOT.log(Level.SEVERE, "Thread " + thread.getName() + " has ended", failure));
        // The broker's library brings a log system of its own, which complains when it is first asked for while this
        // JVM ends.
        System.setProperty("log4j.shutdownHookEnabled", "false");
        System.setProperty("log4j2.StatusLogger.level", "OFF");
        for (Handler handler : ROOT.getHandlers()) {
            ROOT.removeHandler(handler);
        }
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    /**
     * Writes to two files of bounded size.
     *
     * @return ends it; the lock file beside them stays otherwise
     */
    static Runnable to(Path directory) throws IOException {
        Files.createDirectories(directory);
        String pattern = directory.resolve("stack.log").toString().replace("%", "%%");
        FileHandler handler = new FileHandler(pattern, LARGEST_FILE, 2, true);
        handler.setFormatter(new SimpleFormatter());
        handler.setEncoding("UTF-8");
        ROOT.addHandler(handler);
        return () -> {
            ROOT.removeHandler(handler);
            handler.close();
        };
    }
}
