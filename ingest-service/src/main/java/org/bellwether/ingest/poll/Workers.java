package org.bellwether.ingest.poll;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Threads that do what comes in turn: as many as are needed at the moment, up to a bound. A piece of work is taken only when
 * there is a thread for it.
 *
 * @param <T> piece of work
 */
final class Workers<T> {

    private final int most;
    private final Source<T> source;
    private final Consumer<T> work;
    private final Semaphore free;
    private final ExecutorService threads;
    private final Thread dispatcher = new Thread(this::dispatch, "poll-dispatcher");

    /** Where work comes from. */
    @FunctionalInterface
    interface Source<T> {

        /** Waits for the next piece. */
        T take() throws InterruptedException;
    }

    /**
     * @param most pieces in work at once
     * @param work lets nothing escape
     */
    Workers(int most, Source<T> source, Consumer<T> work) {
        this.most = most;
        this.source = source;
        this.work = work;
        this.free = new Semaphore(most);
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "poll-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    void start() {
        dispatcher.setDaemon(true);
        dispatcher.start();
    }

    /**
     * Takes no more, lets what is in work come to its end, and interrupts what does not.
     *
     * @param patience for the one and again for the other, in milliseconds
     * @return whether all has ended
     */
    boolean end(long patience) throws InterruptedException {
        dispatcher.interrupt();
        if (free.tryAcquire(most, patience, TimeUnit.MILLISECONDS)) {
            free.release(most);
        }
        threads.shutdownNow();
        return threads.awaitTermination(patience, TimeUnit.MILLISECONDS);
    }

    private void dispatch() {
        try {
            while (!threads.isShutdown()) {
                free.acquire();
                dispatchNext();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** When the machine has no more threads the piece is done here: slower, and never lost. */
    private void dispatchNext() throws InterruptedException {
        T piece;
        try {
            piece = source.take();
        } catch (InterruptedException e) {
            free.release();
            throw e;
        }
        try {
            threads.execute(() -> doAndFree(piece));
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            doAndFree(piece);
        }
    }

    private void doAndFree(T piece) {
        try {
            work.accept(piece);
        } finally {
            free.release();
        }
    }
}
