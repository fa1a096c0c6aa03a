package org.bellwether.ingest.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.bellwether.ingest.headroom.BodyBuffer;
import org.bellwether.ingest.headroom.Room;

/**
 * Reads a body to its end, decompressing while it comes in, and stops as soon as a limit is passed, so that a bomb never unfolds in memory.
 * What the bytes show beats what {@code Content-Encoding} says: servers label plain bodies as gzip and the reverse.
 */
final class BodyReader {

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final int RATIO_COUNTS_FROM = 1 << 20;

    private final FetchLimits limits;

    BodyReader(FetchLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads a body.
     *
     * @param contentEncoding value of the header, empty when there is none
     * @param room for what comes in
     * @throws OversizeException past a limit
     * @throws org.bellwether.ingest.headroom.NoRoomException when there is no room for all of it
     * @throws IOException when the transfer or the compression breaks off
     */
    byte[] read(CountedStream wire, String contentEncoding, Room room) throws IOException {
        BodyBuffer body = new BodyBuffer(room);
        Inflater inflater = new Inflater(true);
        try (InputStream decoded = decoded(new BufferedInputStream(wire), contentEncoding, inflater)) {
            byte[] buffer = new byte[16 << 10];
            for (int n = decoded.read(buffer); n >= 0; n = decoded.read(buffer)) {
                check(body.size() + (long) n, wire.count());
                body.write(buffer, n);
            }
        } finally {
            inflater.end();
        }
        return body.drain();
    }

    private void check(long size, long transferred) throws OversizeException {
        boolean absurd = size > RATIO_COUNTS_FROM && size > transferred * limits.maxRatio();
        if (absurd) {
            throw new OversizeException(
                    FailureKind.BOMB,
                    Sizes.shown(transferred) + " unfolded to more than " + Sizes.shown(size) + " when decompressed");
        }
        if (size > limits.maxBodyBytes()) {
            throw new OversizeException(
                    FailureKind.TOO_LARGE, "the body is larger than " + Sizes.shown(limits.maxBodyBytes()));
        }
    }

    private static InputStream decoded(BufferedInputStream in, String contentEncoding, Inflater raw)
            throws IOException {
        List<String> encodings = COMMA.splitAsStream(
                        contentEncoding.toLowerCase(Locale.ROOT).strip())
                .filter(e -> !e.isEmpty() && !e.equals("identity"))
                .toList();
        for (String encoding : encodings) {
            if (!List.of("gzip", "x-gzip", "deflate").contains(encoding)) {
                throw new ZipException("the content encoding \"" + encoding + "\" was not asked for");
            }
        }
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        if (first == 0x1F && second == 0x8B) {
            return new GZIPInputStream(in);
        }
        if (!encodings.contains("deflate") || first < 0) {
            return in;
        }
        // RFC 9110 §8.4.1.2: deflate means zlib, but some servers send the bare stream.
        boolean zlib = (first & 0x0F) == 8 && (first << 8 | second) % 31 == 0;
        if (zlib) {
            return new InflaterInputStream(in);
        }
        return first == '<' || first == 0xEF ? in : new InflaterInputStream(in, raw);
    }
}
