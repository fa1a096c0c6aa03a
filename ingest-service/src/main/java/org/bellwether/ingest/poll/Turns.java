package org.bellwether.ingest.poll;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bellwether.ingest.backend.BackendAwayException;

/**
 * Who takes in what was read, and when: the feeds of one owner one after the other, since two of them may bring the same article, and all in
 * all so many at once, as hundreds may be asked at once, and the store, and whoever else needs it, is not to drown in what they bring.
 */
final class Turns {

    private static final int AT_ONCE = 16;

    /** Owners share a lock by chance, which costs them a short wait. */
    private static final int LOCKS = 256;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final List<Lock> owners =
            Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();
    private final Duration patience;

    /**
     * @param patience how long to wait for other feeds of the owner, and once more for a place among all
     */
    Turns(Duration patience) {
        this.patience = patience;
    }

    /**
     * Does the work in turn.
     *
     * @throws BackendAwayException when the turn does not come, or the service stops meanwhile: with a broker that does not answer, hundreds
     *     would wait for one another
     */
    <T> T take(String owner, Supplier<T> work) {
        Lock lock = owners.get(Math.floorMod(owner.hashCode(), LOCKS));
        await(() -> lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS));
        try {
            await(() -> places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS));
            try {
                return work.get();
            } finally {
                places.release();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Something to wait for; says whether it came. */
    private interface Wait {
        boolean ends() throws InterruptedException;
    }

    private static void await(Wait wait) {
        try {
            if (!wait.ends()) {
                throw BackendAwayException.turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw BackendAwayException.turn();
        }
    }
}
