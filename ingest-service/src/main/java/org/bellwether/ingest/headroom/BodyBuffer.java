package org.bellwether.ingest.headroom;

import java.util.ArrayDeque;
import java.util.Deque;

/** A body as it comes in, in pieces for which room is taken before they are made. */
public final class BodyBuffer {

    static final int PIECE_BYTES = 32 << 10;

    private final Room room;
    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private int free;
    private int size;

    public BodyBuffer(Room room) {
        this.room = room;
    }

    /**
     * Appends the first bytes of an array.
     *
     * @throws NoRoomException when there is no room for them
     */
    public void write(byte[] from, int length) throws NoRoomException {
        int written = 0;
        while (written < length) {
            if (free == 0) {
                room.grow(PIECE_BYTES);
                pieces.addLast(new byte[PIECE_BYTES]);
                free = PIECE_BYTES;
            }
            int part = Math.min(free, length - written);
            System.arraycopy(from, written, pieces.getLast(), PIECE_BYTES - free, part);
            free -= part;
            written += part;
        }
        size += length;
    }

    /** How many bytes came so far. */
    public int size() {
        return size;
    }

    /** A copy of the last bytes that came, no more than so many. */
    public byte[] end(int most) {
        byte[] end = new byte[Math.min(most, size)];
        int from = size - end.length;
        int at = 0;
        for (byte[] piece : pieces) {
            int first = Math.max(at, from);
            int behind = Math.min(at + PIECE_BYTES, size);
            if (first < behind) {
                System.arraycopy(piece, first - at, end, first - from, behind - first);
            }
            at += PIECE_BYTES;
        }
        return end;
    }

    /** The whole body; the buffer is empty then. */
    public byte[] drain() {
        byte[] body = new byte[size];
        for (int at = 0; at < size; at += PIECE_BYTES) {
            System.arraycopy(pieces.removeFirst(), 0, body, at, Math.min(PIECE_BYTES, size - at));
        }
        clear();
        return body;
    }

    /** Lets go of what came so far. */
    public void clear() {
        pieces.clear();
        size = 0;
        free = 0;
    }
}
