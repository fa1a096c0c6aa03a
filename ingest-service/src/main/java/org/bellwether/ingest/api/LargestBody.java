package org.bellwether.ingest.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.bellwether.ingest.headroom.BodyBuffer;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.ingest.headroom.Room;

/**
 * The caps on a request body: whoever sent one without end, or a byte now and then, would keep room and a thread from others.
 *
 * @param bytes at most
 * @param within which all of it has to be here
 */
public record LargestBody(long bytes, Duration within) {

    private static final int CHUNK = 64 * 1024;

    /** RFC 1952 §2.3.1. */
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};

    /**
     * Reads a body of at most {@link #bytes()}. One that is larger is still read to its end, as long as there is time, into nothing, or the client
     * would see its connection break before the answer.
     *
     * @param room for it
     * @throws HttpProblem when it is larger, or too slow
     * @throws NoRoomException when there is no room for it in time
     */
    byte[] read(InputStream body, Room room) throws IOException {
        InputStream timely = new TimelyStream(body, within);
        return read(timely, timely, room);
    }

    /**
     * Reads a body that may have been compressed with gzip, which its first bytes tell; the cap is that of what it
     * unfolds to.
     *
     * @throws HttpProblem when it is larger, too slow, or broken, or the connection ended before it
     * @throws NoRoomException when there is no room for it in time
     */
    byte[] readUnzipped(InputStream wire, Room room) throws NoRoomException {
        try {
            return unzipped(new TimelyStream(wire, within), room);
        } catch (NoRoomException e) {
            throw e;
        } catch (IOException e) {
            throw ApiProblem.brokenOff();
        }
    }

    private byte[] unzipped(InputStream wire, Room room) throws IOException {
        PushbackInputStream start = new PushbackInputStream(wire, GZIP.length);
        byte[] first = start.readNBytes(GZIP.length);
        start.unread(first);
        if (!Arrays.equals(first, GZIP)) {
            return read(start, room);
        }
        try {
            return read(new GZIPInputStream(start, CHUNK), wire, room);
        } catch (ZipException | EOFException e) {
            throw ApiProblem.invalid("body", "is compressed with gzip, and broken: " + e.getMessage());
        }
    }

    private byte[] read(InputStream body, InputStream wire, Room room) throws IOException {
        BodyBuffer kept = new BodyBuffer(room);
        byte[] chunk = new byte[CHUNK];
        try {
            for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
                if (kept.size() + (long) n > bytes) {
                    throw ApiProblem.tooLarge(bytes);
                }
                kept.write(chunk, n);
            }
            return kept.drain();
        } catch (HttpProblem | NoRoomException e) {
            // In this order, or others would fill the room while the client, as slowly as it likes, sends the rest.
            kept.clear();
            room.close();
            passOver(wire, chunk);
            throw e;
        }
    }

    private static void passOver(InputStream body, byte[] chunk) throws IOException {
        try {
            while (body.read(chunk) >= 0) {
                // Nothing of it is kept.
            }
        } catch (HttpProblem slow) {
            // What was wrong before is what is told.
        }
    }
}
