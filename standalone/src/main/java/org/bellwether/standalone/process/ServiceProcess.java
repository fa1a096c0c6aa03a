package org.bellwether.standalone.process;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One service as a process of its own, as long as this process lives. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(3);

    private final ServiceSpec spec;
    private volatile Process process;
    private volatile ServiceLog log;
    private volatile Thread following;

    /**
     * Starts it; it is not ready yet.
     *
     * @throws IOException when the program or its files are not usable
     */
    public static ServiceProcess start(ServiceSpec spec) throws IOException {
        return new ServiceProcess(spec);
    }

    private ServiceProcess(ServiceSpec spec) throws IOException {
        this.spec = spec;
        this.process = fork(spec);
        this.log = new ServiceLog(spec.log());
        this.following = log.follow(spec.name(), process.getInputStream());
    }

    private static Process fork(ServiceSpec spec) throws IOException {
        Files.createDirectories(spec.directory());
        Files.createDirectories(spec.log().toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(spec.command())
                .directory(spec.directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        builder.environment().putAll(spec.environment());
        Process started = Lifeline.start(builder);
        Leftover.record(spec.pid(), started.toHandle());
        return started;
    }

    /** The name of what runs. */
    public String name() {
        return spec.name();
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it can do its work, asked now. */
    public Readiness readiness() {
        return isAlive() ? ReadinessProbe.ask(spec.readiness()) : new Readiness.NotReady("has ended");
    }

    /** Done when it has ended. */
    CompletableFuture<Process> ended() {
        return process.onExit();
    }

    /** How it ended: to be asked after it has. */
    public Death death() {
        try {
            // What it said last may still be on its way through the pipe.
            following.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<String> lines = log.lastLines();
        String reason = LastWords.reason(process.exitValue(), lines);
        return new Death(name(), process.exitValue(), reason, LastWords.tail(lines, 12), spec.log());
    }

    /** Asks it to stop (SIGTERM), and kills it when it has not within the grace. */
    public void stop(Duration grace) {
        process.destroy();
        if (!waitFor(grace)) {
            kill();
        }
    }

    /** Kills it on the spot (SIGKILL), as a crash would. */
    public void kill() {
        process.destroyForcibly();
        waitFor(GRACE);
    }

    /** Starts it again after it has ended, with the same specification. */
    public void restart() throws IOException {
        if (isAlive()) {
            throw new IllegalStateException(name() + " still runs");
        }
        process = fork(spec);
        log = new ServiceLog(spec.log());
        following = log.follow(spec.name(), process.getInputStream());
    }

    @Override
    public void close() {
        stop(GRACE);
    }

    private boolean waitFor(Duration most) {
        try {
            boolean ended = process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                Leftover.forget(spec.pid());
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
