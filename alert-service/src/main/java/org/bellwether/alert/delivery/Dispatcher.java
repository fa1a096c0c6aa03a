package org.bellwether.alert.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bellwether.alert.channel.ChannelKind;

/**
 * Has deliveries carried side by side, a bounded number per channel, so that a slow mail server holds up no Slack
 * message. A delivery that finds the queue full is not lost: its row is open, and the next sweep brings it again.
 */
public final class Dispatcher implements AutoCloseable {

    private static final int QUEUE = 2_000;
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    private final Consumer<String> carry;
    private final Map<ChannelKind, ThreadPoolExecutor> workers = new EnumMap<>(ChannelKind.class);
    private final Set<String> underway = ConcurrentHashMap.newKeySet();

    /**
     * @param carry carries the delivery of that id; must not throw
     * @param perChannel deliveries of one channel at a time
     */
    public Dispatcher(Consumer<String> carry, int perChannel) {
        this.carry = carry;
        for (ChannelKind channel : ChannelKind.values()) {
            workers.put(channel, worker(channel, perChannel));
        }
    }

    /** Returns at once. */
    public void dispatch(Collection<Delivery> deliveries) {
        deliveries.forEach(this::dispatch);
    }

    private void dispatch(Delivery delivery) {
        if (!underway.add(delivery.id())) {
            return;
        }
        try {
            Objects.requireNonNull(workers.get(delivery.channel())).execute(() -> {
                try {
                    carry.accept(delivery.id());
                } finally {
                    underway.remove(delivery.id());
                }
            });
        } catch (RejectedExecutionException e) {
            underway.remove(delivery.id());
        }
    }

    /** Lets what is being sent end; what is queued stays open in the ledger. */
    @Override
    public void close() {
        workers.values().forEach(worker -> {
            worker.getQueue().clear();
            worker.shutdown();
        });
        long end = System.nanoTime() + PATIENCE_AT_STOP.toNanos();
        try {
            for (ThreadPoolExecutor worker : workers.values()) {
                if (!worker.awaitTermination(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    worker.shutdownNow();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadPoolExecutor worker(ChannelKind channel, int threads) {
        ThreadPoolExecutor worker = new ThreadPoolExecutor(
                threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(QUEUE), task -> {
                    Thread thread = new Thread(task, "delivery-" + channel.id());
                    thread.setDaemon(true);
                    return thread;
                });
        worker.allowCoreThreadTimeOut(true);
        return worker;
    }
}
