package org.bellwether.standalone.process;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The services together: start at once, become ready, end together, stop in the order of the items' way. */
public final class ServiceProcesses implements AutoCloseable {

    private static final Duration GRACE_OF_ALL = Duration.ofSeconds(11);
    private static final Duration LEAST_GRACE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(250);

    private final List<ServiceProcess> processes = new ArrayList<>();
    private boolean stopping;

    /**
     * Starts them all without waiting.
     *
     * @param specs in the order in which they are to be stopped
     */
    public synchronized void start(List<ServiceSpec> specs) throws IOException {
        for (ServiceSpec spec : specs) {
            if (!stopping) {
                processes.add(ServiceProcess.start(spec));
            }
        }
    }

    /** Says what happens while waiting. */
    public interface Witness {

        /** That service can work now. */
        void ready(String service);

        /**
         * Still waiting, said every few seconds.
         *
         * @param reasons by service
         */
        void waiting(Map<String, String> reasons);
    }

    /**
     * Waits until something else is done, well or not.
     *
     * @param other not of these processes
     * @param name what it is called
     * @return the death of the first that ended instead
     * @throws TimeoutException naming it when it is not done in time
     */
    public Optional<Death> awaitDone(CompletableFuture<?> other, String name, Duration most)
            throws TimeoutException, InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (!other.isDone()) {
            Optional<Death> death = firstDeath();
            if (death.isPresent()) {
                return death;
            }
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (left.isNegative()) {
                throw new TimeoutException(name);
            }
            awaitEnd(left, Stream.of(other));
        }
        return Optional.empty();
    }

    /**
     * Waits until all are ready.
     *
     * @return the death of the first that ended instead
     * @throws TimeoutException naming those that are not ready in time and why
     */
    public Optional<Death> awaitReady(Duration most, Duration betweenWords, InstantSource clock, Witness witness)
            throws TimeoutException, InterruptedException {
        Instant deadline = clock.instant().plus(most);
        Instant nextWords = clock.instant().plus(betweenWords);
        List<ServiceProcess> pending = new ArrayList<>(all());
        while (!pending.isEmpty()) {
            Optional<Death> death = firstDeath();
            if (death.isPresent()) {
                return death;
            }
            Map<String, String> reasons = probe(pending, witness);
            if (!reasons.isEmpty() && clock.instant().isAfter(deadline)) {
                throw new TimeoutException(reasons.toString());
            }
            if (!reasons.isEmpty() && clock.instant().isAfter(nextWords)) {
                witness.waiting(reasons);
                nextWords = clock.instant().plus(betweenWords);
            }
            if (!pending.isEmpty()) {
                awaitEnd(BETWEEN_PROBES, Stream.empty());
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> probe(List<ServiceProcess> pending, Witness witness) {
        Map<String, String> reasons = new LinkedHashMap<>();
        pending.removeIf(process -> {
            Readiness readiness = process.readiness();
            if (readiness instanceof Readiness.NotReady not) {
                reasons.put(process.name(), not.reason());
                return false;
            }
            witness.ready(process.name());
            return true;
        });
        return reasons;
    }

    /** Waits until one of them ends, which none does by itself. */
    public Death awaitDeath() throws InterruptedException {
        while (true) {
            Optional<Death> death = firstDeath();
            if (death.isPresent()) {
                return death.get();
            }
            awaitEnd(Duration.ofHours(1), Stream.empty());
        }
    }

    private Optional<Death> firstDeath() {
        return all().stream().filter(process -> !process.isAlive()).findFirst().map(ServiceProcess::death);
    }

    private void awaitEnd(Duration most, Stream<CompletableFuture<?>> others) throws InterruptedException {
        CompletableFuture<?>[] ends =
                Stream.concat(all().stream().map(ServiceProcess::ended), others).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.anyOf(ends).get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
            // None has ended: that is the rule. How another failed is its own to tell.
            return;
        }
    }

    /**
     * Stops them one after the other within a grace they share, or by force; later starts are refused. One that takes
     * its time, to see a mail through, may take what the others leave over.
     *
     * @param before told each one's name before it is stopped
     */
    public void stop(Consumer<String> before) {
        List<ServiceProcess> running;
        synchronized (this) {
            stopping = true;
            running = processes.stream().filter(ServiceProcess::isAlive).toList();
        }
        long deadline = System.nanoTime() + GRACE_OF_ALL.toNanos();
        for (int n = 0; n < running.size(); n++) {
            Duration keptForOthers = LEAST_GRACE.multipliedBy(running.size() - n - 1L);
            Duration left = Duration.ofNanos(deadline - System.nanoTime()).minus(keptForOthers);
            before.accept(running.get(n).name());
            running.get(n).stop(left.compareTo(LEAST_GRACE) > 0 ? left : LEAST_GRACE);
        }
    }

    /** All, in the order in which they are stopped. */
    public synchronized List<ServiceProcess> all() {
        return List.copyOf(processes);
    }

    @Override
    public void close() {
        stop(name -> {});
    }
}
