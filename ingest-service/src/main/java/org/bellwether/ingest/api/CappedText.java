package org.bellwether.ingest.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Bodies that are small if they are what they should be. */
final class CappedText {

    /** A feed's members, an address or a reason are far shorter. */
    private static final int LONGEST_JSON = 64 << 10;

    private static final int CHUNK = 8 << 10;

    private CappedText() {}

    /** JSON as sent, in UTF-8. */
    static String json(InputStream body) throws IOException {
        return new String(read(body, LONGEST_JSON, "the body of this request"), StandardCharsets.UTF_8);
    }

    /**
     * A body of at most so many bytes. One that is larger is read to its end, into nothing, or the client would see its
     * connection break before the answer.
     *
     * @param what it is, in words
     */
    static byte[] read(InputStream body, int limit, String what) throws IOException {
        byte[] kept = body.readNBytes(limit + 1);
        if (kept.length <= limit) {
            return kept;
        }
        byte[] chunk = new byte[CHUNK];
        while (body.read(chunk) >= 0) {
            // Nothing of it is kept.
        }
        throw tooLarge(limit, what);
    }

    /**
     * The same of what nobody is sending any more: it is read no further than it may be long, as what is packed may unfold
     * without end.
     */
    static byte[] readHere(InputStream document, int limit, String what) throws IOException {
        byte[] kept = document.readNBytes(limit + 1);
        if (kept.length > limit) {
            throw tooLarge(limit, what);
        }
        return kept;
    }

    private static HttpProblem tooLarge(int limit, String what) {
        return HttpProblem.builder()
                .withStatus(Status.REQUEST_ENTITY_TOO_LARGE)
                .withTitle("The body is too large")
                .withDetail(what + " may have at most " + limit + " bytes")
                .build();
    }
}
