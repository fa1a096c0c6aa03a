package org.bellwether.standalone;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What has been started, to be closed once, last started first, whatever happens on the way. */
final class Closing {

    private final Deque<Runnable> open = new ArrayDeque<>();
    private final CountDownLatch begun = new CountDownLatch(1);

    /** Takes note of what was started; if the closing has begun meanwhile, it is closed at once. */
    void add(Runnable close) {
        synchronized (this) {
            if (!hasBegun()) {
                open.push(close);
                return;
            }
        }
        close.run();
    }

    /** From here on nothing more is to be started; false when that was so already. */
    synchronized boolean begin() {
        boolean first = !hasBegun();
        begun.countDown();
        return first;
    }

    boolean hasBegun() {
        return begun.getCount() == 0;
    }

    /** Waits whether it begins in that time. */
    boolean beginsWithin(Duration most) throws InterruptedException {
        return begun.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized boolean isEmpty() {
        return open.isEmpty();
    }

    /** Closes all. */
    void run(Consumer<RuntimeException> failures) {
        begin();
        while (!isEmpty()) {
            try {
                next().run();
            } catch (RuntimeException e) {
                // One that does not close must not keep the others open.
                failures.accept(e);
            }
        }
    }

    private synchronized Runnable next() {
        return open.pop();
    }
}
