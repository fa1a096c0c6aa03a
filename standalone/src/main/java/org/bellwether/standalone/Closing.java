package org.bellwether.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** What has been started, to be closed once, last started first, whatever happens on the way. */
final class Closing {

    private final Deque<Runnable> open = new ArrayDeque<>();
    private boolean begun;

    /** Takes note of what was started; if the closing has begun meanwhile, it is closed at once. */
    void add(Runnable close) {
        synchronized (this) {
            if (!begun) {
                open.push(close);
                return;
            }
        }
        close.run();
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    /** Closes all; only the first call does anything. */
    void run(Consumer<RuntimeException> failures) {
        synchronized (this) {
            if (begun) {
                return;
            }
            begun = true;
        }
        while (!open.isEmpty()) {
            try {
                open.pop().run();
            } catch (RuntimeException e) {
                // One that does not close must not keep the others open.
                failures.accept(e);
            }
        }
    }
}
