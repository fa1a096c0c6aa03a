package org.bellwether.ingest.poll;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Bounds how many bytes of documents are taken apart at once. Fetching is waiting, so many feeds are fetched together;
 * a document in hand is many times its size in memory, so those are taken in turn, a large one alone.
 */
public final class Headroom {

    /** What a document becomes while it is read: bytes, characters, a tree, entries, and the items made of them. */
    private static final int TIMES_ITS_SIZE = 16;

    private final int bytes;
    private final Semaphore free;

    /** As much as half of {@code heapBytes} takes. */
    public Headroom(long heapBytes) {
        this.bytes = (int) Math.min(Integer.MAX_VALUE, Math.max(1, heapBytes / 2 / TIMES_ITS_SIZE));
        // Fair, or a large document would wait for as long as small ones come.
        this.free = new Semaphore(bytes, true);
    }

    <T> T reading(int documentBytes, Supplier<T> work) {
        int taken = Math.min(bytes, documentBytes);
        free.acquireUninterruptibly(taken);
        try {
            return work.get();
        } finally {
            free.release(taken);
        }
    }
}
