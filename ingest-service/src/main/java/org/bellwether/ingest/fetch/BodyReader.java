package org.bellwether.ingest.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.bellwether.ingest.headroom.BodyBuffer;
import org.bellwether.ingest.headroom.Room;

/**
 * Reads a body to its end, decompressing while it comes in, and stops as soon as a limit is passed, so that a bomb never unfolds in memory.
 * What the bytes show beats what {@code Content-Encoding} says: servers label plain bodies as gzip and the reverse.
 */
final class BodyReader {

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Set<String> ASKED = Set.of("gzip", "x-gzip", "deflate");
    /**
     * Of XML documents that may be a feed; what a comment behind it says, nobody needs. A channel ends before the entries of RSS 1.0, and a
     * page may stand within a feed.
     */
    private static final Pattern ROOT_END =
            Pattern.compile("(?i)</(?:\\w+:)?(?:rss|rdf|feed|urlset|opml)\\s*>\\s*(?:<!--[^>]*+>?\\s*)?$");

    private static final int END_BYTES = 1_024;
    private static final int MOST_LAYERS = 2;
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
     * @throws UnaskedEncodingException when it is encoded otherwise
     * @throws org.bellwether.ingest.headroom.NoRoomException when there is no room for all of it
     * @throws IOException when the transfer or the compression breaks off before all of a document is there
     */
    byte[] read(CountedStream wire, String contentEncoding, Room room) throws IOException {
        BodyBuffer body = new BodyBuffer(room);
        Inflater inflater = new Inflater(true);
        try (InputStream decoded = decoded(new BufferedInputStream(wire), contentEncoding, inflater)) {
            byte[] buffer = new byte[16 << 10];
            for (int n = next(decoded, buffer, body); n >= 0; n = next(decoded, buffer, body)) {
                check(body.size() + (long) n, wire.count());
                body.write(buffer, n);
            }
        } finally {
            inflater.end();
        }
        return body.drain();
    }

    /** How many bytes came; -1 at the end, and where a transfer breaks off behind all of a document: servers announce too much. */
    private static int next(InputStream decoded, byte[] buffer, BodyBuffer body) throws IOException {
        try {
            return decoded.read(buffer);
        } catch (IOException e) {
            if (Diagnosis.isCut(e) && isWhole(body)) {
                return -1;
            }
            throw e;
        }
    }

    private static boolean isWhole(BodyBuffer body) {
        String end = new String(body.end(END_BYTES), StandardCharsets.ISO_8859_1).replace("\0", "");
        return ROOT_END.matcher(end).find();
    }

    /**
     * Reads no more than the beginning of a body, for a diagnosis; what cannot be read is left out.
     *
     * @param most bytes, decompressed
     */
    byte[] start(InputStream wire, String contentEncoding, int most) {
        Inflater inflater = new Inflater(true);
        // Buffers read further than is asked of them.
        try (InputStream decoded =
                decoded(new BufferedInputStream(new CountedStream(wire, 2L * most)), contentEncoding, inflater)) {
            return decoded.readNBytes(most);
        } catch (IOException e) {
            return new byte[0];
        } finally {
            inflater.end();
        }
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
        BufferedInputStream layer = in;
        // RFC 9110 §8.4: the last one was applied last. One more than is said, since servers zip what is zipped
        // already.
        for (int depth = 0; depth <= MOST_LAYERS; depth++) {
            String encoding = depth < encodings.size() ? encodings.get(encodings.size() - 1 - depth) : "";
            InputStream inner = layer(layer, encoding, raw);
            if (inner == layer) {
                return layer;
            }
            layer = new BufferedInputStream(inner);
        }
        throw new OversizeException(FailureKind.BOMB, "it was compressed more than " + MOST_LAYERS + " times over");
    }

    /** What lies under one layer of compression; the stream itself where there is none. */
    private static InputStream layer(BufferedInputStream in, String encoding, Inflater raw) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        if (first == 0x1F && second == 0x8B) {
            return new GZIPInputStream(in);
        }
        boolean asked = encoding.isEmpty() || ASKED.contains(encoding);
        if (!asked && first >= 0 && !isText(first)) {
            throw new UnaskedEncodingException(encoding);
        }
        if (!encoding.equals("deflate") || first < 0) {
            return in;
        }
        // RFC 9110 §8.4.1.2: deflate means zlib, but some servers send the bare stream.
        boolean zlib = (first & 0x0F) == 8 && (first << 8 | second) % 31 == 0;
        if (zlib) {
            return new InflaterInputStream(in);
        }
        return first == '<' || first == 0xEF ? in : new InflaterInputStream(in, raw);
    }

    /** Servers also name a charset there, or say {@code none}: then the body is plain, and shows it. */
    private static boolean isText(int first) {
        return first == '<'
                || first == '{'
                || first == 0xEF
                || first == 0xFE
                || first == 0xFF
                || Character.isWhitespace(first);
    }
}
