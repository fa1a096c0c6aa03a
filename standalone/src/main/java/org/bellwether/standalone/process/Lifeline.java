package org.bellwether.standalone.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Ties a child's life to this process's.
 *
 * <p>A terminal sends Ctrl-C to every process of its group. Children ignore it, so that the launcher alone decides in
 * which order they stop. Should the launcher be killed so that it cannot stop anybody, Linux does it
 * (prctl(2), {@code PR_SET_PDEATHSIG}); elsewhere the next start finds what was left by its pid file.
 */
final class Lifeline {

    // The kernel watches the thread that forked, not its process: all children come from one thread that never ends.
    private static final ExecutorService FORKING = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "forking");
        thread.setDaemon(true);
        return thread;
    });

    private static final boolean KERNEL_HELPS = succeeds("setpriv", "--pdeathsig", "KILL", "true");

    private Lifeline() {}

    /** Starts it; the process id is the command's own. */
    static Process start(ProcessBuilder builder) throws IOException {
        List<String> tied = new ArrayList<>(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        if (KERNEL_HELPS) {
            tied.addAll(List.of("setpriv", "--pdeathsig", "KILL"));
        }
        tied.addAll(builder.command());
        return onForkingThread(builder.command(tied)::start);
    }

    private static Process onForkingThread(Callable<Process> start) throws IOException {
        try {
            return FORKING.submit(start).get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting a process", e);
        }
    }

    private static boolean succeeds(String... command) {
        try {
            Process probe = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor(5, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
