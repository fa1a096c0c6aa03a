package org.bellwether.ingest.fetch;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an exchange off when its time is up. Socket timeouts cannot do this: each byte of a server that sends one a second starts them anew.
 */
final class Deadline implements AutoCloseable {

    private final ScheduledExecutorService alarms;
    private ScheduledFuture<?> alarm;
    private long endNanos;
    private @Nullable HttpUriRequestBase current;
    private boolean expired;

    Deadline(Duration total, ScheduledExecutorService alarms) {
        this.alarms = alarms;
        endNanos = System.nanoTime() + total.toNanos();
        alarm = set(total.toNanos());
    }

    /** From now on this request is the one to cut off. */
    synchronized void watch(HttpUriRequestBase request) {
        current = request;
        if (expired) {
            request.cancel();
        }
    }

    /** Stops the clock, for a wait that is none of the server's doing; returns the time left, for {@link #resume}. */
    synchronized Duration pause() {
        alarm.cancel(false);
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    /** Sets the clock going again. */
    synchronized void resume(Duration left) {
        endNanos = System.nanoTime() + left.toNanos();
        alarm = set(left.toNanos());
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
    public synchronized void close() {
        alarm.cancel(false);
    }

    private ScheduledFuture<?> set(long nanos) {
        return alarms.schedule(this::cut, nanos, TimeUnit.NANOSECONDS);
    }
}
