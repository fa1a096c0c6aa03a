package org.bellwether.ingest.api;

import java.io.IOException;
import java.io.InputStream;

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
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when it is larger
     */
    byte[] read(InputStream body) throws IOException {
        byte[] kept = body.readNBytes((int) Math.min(bytes, Integer.MAX_VALUE - 8));
        byte[] rest = new byte[CHUNK];
        int more = body.read(rest);
        if (more < 0) {
            return kept;
        }
        while (more >= 0) {
            more = body.read(rest);
        }
        throw ApiProblem.tooLarge(bytes);
    }
}
