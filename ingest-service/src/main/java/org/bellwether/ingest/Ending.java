package org.bellwether.ingest;

import java.time.Duration;

/** Ends a thread of the service. */
final class Ending {

    private Ending() {}

    /**
     * Interrupts it and waits for it.
     *
     * @param patience longest wait
     * @return whether it has ended, or had never begun
     */
    static boolean of(Thread thread, Duration patience) {
        thread.interrupt();
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
