package org.bellwether.ingest.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.io.InputStream;
import org.bellwether.ingest.headroom.BodyBuffer;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.ingest.headroom.Room;

/**
 * The cap on a request body.
 *
 * @param bytes at most
 */
public record LargestBody(long bytes) {

    private static final int CHUNK = 64 * 1024;

    /**
     * Reads a body of at most {@link #bytes()}. One that is larger is still read to its end, into nothing, or the client
     * would see its connection break before the answer.
     *
     * @param room for it
     * @throws HttpProblem when it is larger
     * @throws NoRoomException when there is no room for it in time
     */
    byte[] read(InputStream body, Room room) throws IOException {
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
            passOver(body, chunk);
            throw e;
        }
    }

    private static void passOver(InputStream body, byte[] chunk) throws IOException {
        while (body.read(chunk) >= 0) {
            // Nothing of it is kept.
        }
    }
}
