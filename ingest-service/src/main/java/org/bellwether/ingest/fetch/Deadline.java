package org.bellwether.ingest.fetch;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an exchange off when its time is up. Socket timeouts cannot do this: each byte of a server that sends one a second starts them anew.
 */
final class Deadline implements AutoCloseable {

    private final ScheduledFuture<?> alarm;
    private final long endNanos;
    private @Nullable HttpGet current;
    private boolean expired;

    Deadline(Duration total, ScheduledExecutorService alarms) {
        endNanos = System.nanoTime() + total.toNanos();
        alarm = alarms.schedule(this::cut, total.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** From now on this request is the one to cut off. */
    synchronized void watch(HttpGet request) {
        current = request;
        if (expired) {
            request.cancel();
        }
    }

    /** Time left; zero when none is. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    synchronized boolean expired() {
        return expired;
    }

    /** Cuts off what is under way now, and what is tried after. */
    synchronized void cut() {
        expired = true;
        if (current != null) {
            current.cancel();
        }
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }
}
