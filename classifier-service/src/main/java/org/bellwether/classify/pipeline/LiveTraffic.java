package org.bellwether.classify.pipeline;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Whether news is being tagged just now, so that what can wait lets it go first. */
@Singleton
public final class LiveTraffic {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition quiet = lock.newCondition();
    private int batches;

    void begun() {
        lock.lock();
        try {
            batches++;
        } finally {
            lock.unlock();
        }
    }

    void ended() {
        lock.lock();
        try {
            batches--;
            quiet.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when no batch of news is under way, or after so long: who waits must not wait for ever. */
    public void letPass(Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lockInterruptibly();
        try {
            while (batches > 0 && left > 0) {
                left = quiet.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
