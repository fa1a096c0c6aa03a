package org.bellwether.ingest.poll;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

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

    /** Does the work in turn. */
    <T> T take(String owner, Supplier<T> work) {
        Lock lock = owners.get(Math.floorMod(owner.hashCode(), LOCKS));
        lock.lock();
        try {
            places.acquireUninterruptibly();
            try {
                return work.get();
            } finally {
                places.release();
            }
        } finally {
            lock.unlock();
        }
    }
}
