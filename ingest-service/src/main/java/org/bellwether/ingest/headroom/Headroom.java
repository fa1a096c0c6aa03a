package org.bellwether.ingest.headroom;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many bytes of documents are in memory at once, from the first byte that comes in to the end of the reading.
 * Two shares of the heap: one for bodies as they come in and wait, one for those that are being taken apart, each many
 * times its size then.
 *
 * <p>Bodies come in side by side as long as the first share lasts. A poll that finds it used up lets go of all it has
 * and asks again in the place that is kept for one body of any size: who waits for that place holds nothing, not even a
 * connection, and who has it lacks nothing.
 */
public final class Headroom {

    /** A body while it comes in: its pieces and, at the end, all of them in one. */
    private static final int TIMES_WHEN_RECEIVED = 2;

    /** What a document becomes while it is taken apart: characters, a tree, and entries. */
    private static final int TIMES_WHEN_READ = 16;

    /** Most feeds are smaller; each poll has this much of its own, so that large bodies never hold up small ones. */
    private static final int OWN_BYTES = 64 << 10;

    private final int own;
    private final int shared;
    private final int readable;
    private final long largestBody;
    private final int polls;
    // All fair, or a large document would wait for as long as small ones come.
    private final Semaphore beside;
    private final Semaphore place = new Semaphore(1, true);
    private final Semaphore reading;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong mostReceived = new AtomicLong();

    /**
     * A quarter of the heap for what comes in (more where not even two largest bodies could come in otherwise), half
     * for what is taken apart.
     *
     * @param heapBytes of the process
     * @param largestBody that can come in, in bytes
     * @param polls at once at most
     */
    public Headroom(long heapBytes, long largestBody, int polls) {
        long incoming = heapBytes / 4 / TIMES_WHEN_RECEIVED;
        this.own = (int) Math.min(OWN_BYTES, incoming / 4 / polls);
        // The last piece of a body is seldom full.
        this.largestBody = largestBody + BodyBuffer.PIECE_BYTES;
        this.shared = clamped(Math.max(this.largestBody, incoming - this.largestBody - (long) polls * own));
        this.readable = Math.max(1, clamped(heapBytes / 2 / TIMES_WHEN_READ));
        this.polls = polls;
        this.beside = new Semaphore(shared, true);
        this.reading = new Semaphore(readable, true);
    }

    /** For the body of a poll, which hears at once when there is no room for more of it. */
    public Room ofPoll() {
        return new Room(this, own, false, null);
    }

    /**
     * For the body of a poll that found no room beside others; waits for its turn.
     *
     * @throws InterruptedException when the service stops meanwhile
     */
    public Room ofPollInTurn() throws InterruptedException {
        place.acquire();
        return new Room(this, Long.MAX_VALUE, true, null);
    }

    /**
     * For the body of a preview.
     *
     * @param patience how long it waits for room in all; of two that hold a part and wait for more one gives up then
     */
    public Room ofPreview(Duration patience) {
        return new Room(this, 0, false, patience);
    }

    /** Bytes of bodies in memory now, those being read included. */
    public long received() {
        return received.get();
    }

    /** The most that {@link #received} has been. */
    public long mostReceived() {
        return mostReceived.get();
    }

    /** What {@link #received} can never exceed. */
    public long bound() {
        return (long) polls * own + shared + largestBody;
    }

    void came(int bytes) {
        long now = received.addAndGet(bytes);
        mostReceived.accumulateAndGet(now, Math::max);
    }

    void went(long bytes) {
        received.addAndGet(-bytes);
    }

    boolean takeBeside(int bytes, long nanos) throws InterruptedException {
        return bytes <= shared && beside.tryAcquire(bytes, nanos, TimeUnit.NANOSECONDS);
    }

    void giveBackBeside(int bytes) {
        beside.release(bytes);
    }

    void leavePlace() {
        place.release();
    }

    /**
     * Takes room for a reading; a document larger than all room is read alone.
     *
     * @param nanos to wait, null for as long as it takes
     * @return what is to be given back, 0 when there was no room in time
     */
    int takeForReading(int bytes, @Nullable Long nanos) throws InterruptedException {
        int taken = Math.max(1, Math.min(readable, bytes));
        if (nanos == null) {
            reading.acquire(taken);
            return taken;
        }
        return reading.tryAcquire(taken, nanos, TimeUnit.NANOSECONDS) ? taken : 0;
    }

    void giveBackReading(int taken) {
        reading.release(taken);
    }

    private static int clamped(long bytes) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, bytes));
    }
}
