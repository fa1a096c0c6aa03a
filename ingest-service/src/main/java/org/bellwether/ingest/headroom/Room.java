package org.bellwether.ingest.headroom;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The room that one document takes: it grows with the body, lasts while that is read, and is given back by closing. For one thread. */
public final class Room implements AutoCloseable {

    private final Headroom headroom;
    private final long own;
    private final boolean placed;
    private @Nullable Long patienceNanos;
    private int size;
    private int beside;

    /**
     * @param own bytes that need no leave
     * @param placed whether the place for a body of any size is this one's
     * @param patience to wait in all; null for none while the body grows and no end when it is to be read
     */
    Room(Headroom headroom, long own, boolean placed, @Nullable Duration patience) {
        this.headroom = headroom;
        this.own = own;
        this.placed = placed;
        this.patienceNanos = patience == null ? null : patience.toNanos();
    }

    /**
     * Takes room for more of the body.
     *
     * @throws NoRoomException when there is none (in time); what is held so far stays held until closing
     */
    public void grow(int bytes) throws NoRoomException {
        long needed = Math.max(0, size + (long) bytes - own) - beside;
        if (needed > 0) {
            takeBeside((int) needed);
        }
        size += bytes;
        headroom.came(bytes);
    }

    /**
     * Takes the document apart once there is room for that. A poll waits for it without end, holding its body: room is
     * given back by readings alone, which take none and end by themselves.
     *
     * @throws NoRoomException when there is none in time
     * @throws InterruptedException when the service stops meanwhile
     */
    public <T> T reading(Supplier<T> work) throws NoRoomException, InterruptedException {
        int taken = headroom.takeForReading(size, patienceNanos);
        if (taken == 0) {
            throw new NoRoomException();
        }
        try {
            return work.get();
        } finally {
            headroom.giveBackReading(taken);
        }
    }

    @Override
    public void close() {
        headroom.went(size);
        headroom.giveBackBeside(beside);
        size = 0;
        beside = 0;
        if (placed) {
            headroom.leavePlace();
        }
    }

    private void takeBeside(int bytes) throws NoRoomException {
        long begun = System.nanoTime();
        try {
            if (!headroom.takeBeside(bytes, patienceNanos == null ? 0 : patienceNanos)) {
                throw new NoRoomException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoRoomException();
        }
        beside += bytes;
        if (patienceNanos != null) {
            patienceNanos = Math.max(0, patienceNanos - (System.nanoTime() - begun));
        }
    }
}
