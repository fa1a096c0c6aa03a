package org.bellwether.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.bellwether.standalone.Startup.Started;
import org.bellwether.standalone.narration.Narrator;
import org.bellwether.standalone.process.Death;
import org.bellwether.standalone.process.ServiceProcesses;
import org.bellwether.standalone.stack.DataDirectory;
import org.bellwether.standalone.stack.FileChecks;
import org.bellwether.standalone.stack.Refusal;
import org.bellwether.standalone.stack.Services;

/** Runs the whole stack from start to stop. */
final class Launcher {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(5);
    private static final Duration HEARD_LATE = Duration.ofMillis(300);

    private final Plan plan;
    private final Progress progress;
    private final PrintStream errors;
    private final InstantSource clock;
    private final Closing closing = new Closing();
    private final ReentrantLock starting = new ReentrantLock();

    Launcher(Plan plan, Progress progress, PrintStream errors, InstantSource clock) {
        this.plan = plan;
        this.progress = progress;
        this.errors = errors;
        this.clock = clock;
    }

    /**
     * Starts everything and stays until a service ends or {@link #stop()} is called from another thread.
     *
     * @return the exit code
     * @throws Refusal when it cannot start, with the way out
     */
    int run() throws InterruptedException {
        try {
            Services.NAMES.forEach(plan.installation()::jar);
            plan.ports().requireFree();
            new FileChecks(plan.installation()).require(plan.settings());
            return watch(startAll());
        } catch (RuntimeException e) {
            if (isStopping()) {
                return 0;
            }
            throw e;
        }
    }

    /** Stops everything in order: services, broker, store, feeds, inbox. Calls after the first do nothing. */
    void stop() {
        if (!closing.begin()) {
            return;
        }
        // At once, before a start that is under way is waited for; not where nothing is to be stopped.
        if (starting.isLocked() || !closing.isEmpty()) {
            progress.sayStopping("stopping");
        }
        progress.hush();
        boolean alone = false;
        try {
            // What is just being started is closed too, and nothing is started in what has been closed.
            alone = starting.tryLock(Startup.LONGEST_STEP.toSeconds(), TimeUnit.SECONDS);
            closing.run(e -> errors.println("bellwether: while stopping: " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (alone) {
                starting.unlock();
            }
        }
    }

    private Started startAll() {
        starting.lock();
        try {
            return new Startup(plan, progress, clock, closing).start();
        } finally {
            starting.unlock();
        }
    }

    private int watch(Started started) throws InterruptedException {
        Optional<Death> death = awaitReady(started);
        if (death.isPresent()) {
            return ended(death.get(), false, started.data());
        }
        progress.say("ready");
        progress.table(Whereabouts.of(plan, started.inbox(), started.data()));
        startNarrator(started.data());
        return ended(started.services().awaitDeath(), true, started.data());
    }

    /** Whatever fails while stopping was asked for; a Ctrl-C may end a child a moment before it is heard of here. */
    private boolean isStopping() throws InterruptedException {
        return closing.beginsWithin(HEARD_LATE);
    }

    private Optional<Death> awaitReady(Started started) throws InterruptedException {
        try {
            return awaitAll(started);
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw refusal("Kafka or the store does not start: " + cause.getMessage(), e, started.data());
        } catch (TimeoutException e) {
            String reason = "not ready within " + LONGEST_START.toMinutes() + " minutes: " + e.getMessage();
            throw refusal(reason, e, started.data());
        }
    }

    private Optional<Death> awaitAll(Started started) throws InterruptedException, TimeoutException {
        Instant deadline = clock.instant().plus(LONGEST_START);
        ServiceProcesses services = started.services();
        Optional<Death> early = services.awaitDone(started.backbone(), "Kafka and the store", LONGEST_START);
        if (early.isPresent()) {
            return early;
        }
        started.backbone().join();
        progress.say("Kafka and the store are ready");
        return services.awaitReady(Duration.between(clock.instant(), deadline), BETWEEN_WORDS, clock, new Waiting());
    }

    /** Why it does not start, with the files that may tell more. */
    private Refusal refusal(String reason, Exception cause, DataDirectory data) throws InterruptedException {
        if (!isStopping()) {
            data.keep();
        }
        return new Refusal(reason + " (logs: " + data.logs() + ")", cause);
    }

    private void startNarrator(DataDirectory data) {
        Narrator narrator = Narrator.start(plan.ports().kafka().reachable(), data.isTemporary(), progress::say);
        closing.add(narrator::close);
    }

    private int ended(Death death, boolean lastLines, DataDirectory data) throws InterruptedException {
        if (isStopping()) {
            return 0;
        }
        errors.println("bellwether: " + death.service() + " ended with exit code " + death.exitCode() + ": "
                + death.reason() + " (log: " + death.log() + ")");
        if (lastLines) {
            death.lastLines().forEach(line -> errors.println("  | " + line));
        }
        data.keep();
        return 1;
    }

    private final class Waiting implements ServiceProcesses.Witness {

        @Override
        public void ready(String service) {
            progress.say(service + " is ready");
        }

        @Override
        public void waiting(Map<String, String> reasons) {
            progress.say(reasons.entrySet().stream()
                    .map(entry -> entry.getKey() + " (" + entry.getValue().toLowerCase(Locale.ROOT) + ")")
                    .collect(Collectors.joining(", ", "waiting for ", "")));
        }
    }
}
