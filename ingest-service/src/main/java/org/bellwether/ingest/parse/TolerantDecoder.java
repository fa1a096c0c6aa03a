package org.bellwether.ingest.parse;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.bellwether.ingest.parse.Decoding.Faults;
import org.jspecify.annotations.Nullable;

/**
 * Reads bytes as one charset: what is broken becomes U+FFFD, and what stands beside it stays as it is (WHATWG Encoding §4.1). Single bytes
 * among the letters of UTF-8 are read as windows-1252, which is what gets pasted there, and whole texts of {@link KoreanTexts} as what they are.
 */
final class TolerantDecoder {

    private static final int CHUNK = 8_192;

    /** A document with more faults than this, and one in so many bytes, is not in this charset. */
    private static final int FEW = 1_000;

    private static final int BYTES_A_FAULT = 8;

    private final byte[] body;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final boolean western;
    private final boolean eastAsian;
    private final @Nullable KoreanTexts korean;
    private StringBuilder text;
    private long replaced;
    private int places;
    private int brokenBytes;
    private int firstByte;
    private int firstLine;
    private int koreanTexts;

    private TolerantDecoder(byte[] body, Charset charset) {
        this.body = body;
        this.charset = charset;
        this.decoder = charset.newDecoder();
        this.western = charset.equals(StandardCharsets.UTF_8);
        this.eastAsian = western && isEastAsian(body);
        this.korean = western ? new KoreanTexts(body) : null;
        this.text = new StringBuilder(body.length);
    }

    /** Reads to the end, however much is broken. */
    static Decoding all(byte[] body, Charset charset) {
        TolerantDecoder reading = new TolerantDecoder(body, charset);
        reading.read(false);
        return reading.decoding();
    }

    /** The same; null where it soon shows that next to nothing can be read. */
    static @Nullable Decoding likely(byte[] body, Charset charset) {
        TolerantDecoder reading = new TolerantDecoder(body, charset);
        return reading.read(true) ? reading.decoding() : null;
    }

    private Decoding decoding() {
        long beyondAscii = text.chars().filter(c -> c > 0x7F).count();
        return new Decoding(
                text.toString(),
                charset,
                beyondAscii - replaced,
                new Faults(places, brokenBytes, firstByte, firstLine, koreanTexts));
    }

    /** False where it was given up. */
    private boolean read(boolean likelyOnly) {
        ByteBuffer in = ByteBuffer.wrap(body);
        CharBuffer out = CharBuffer.allocate(CHUNK);
        CoderResult result = CoderResult.OVERFLOW;
        while (!result.isUnderflow()) {
            result = decoder.decode(in, out, true);
            text.append(out.flip());
            out.clear();
            if (result.isError()) {
                broken(in, result.length());
                if (likelyOnly && places > FEW && places > in.position() / BYTES_A_FAULT) {
                    return false;
                }
            }
        }
        decoder.flush(out);
        text.append(out.flip());
        putBackBrackets();
        return true;
    }

    private void broken(ByteBuffer in, int length) {
        int at = in.position();
        KoreanTexts.Found whole = korean == null ? null : korean.around(at);
        if (whole != null) {
            take(whole, at);
            in.position(whole.to());
            return;
        }
        int broken = 1;
        // A byte of ASCII begins something new: after half a character it is the end of a tag, not its other half.
        while (broken < length && body[at + broken] < 0) {
            broken++;
        }
        String shown = broken == 1 && isWestern(at) ? new String(body, at, 1, CharsetNames.WESTERN) : "\uFFFD";
        fault(at, broken);
        text.append(shown);
        replaced += shown.charAt(0) > 0x7F ? 1 : 0;
        in.position(at + broken);
    }

    /** The start of it may have been read already, and wrongly. */
    private void take(KoreanTexts.Found whole, int at) {
        int read = new String(body, whole.from(), at - whole.from(), charset).length();
        text.setLength(text.length() - read);
        fault(whole.from(), whole.to() - whole.from());
        koreanTexts++;
        text.append(whole.text());
        replaced += whole.text().chars().filter(c -> c > 0x7F).count();
    }

    private void fault(int at, int bytes) {
        if (places == 0) {
            firstByte = at;
            firstLine = Prolog.line(text, text.length());
        }
        places++;
        brokenBytes += bytes;
    }

    /** Of East Asian text a lone byte is half a character, but for the quotation marks between two of ASCII. */
    private boolean isWestern(int at) {
        boolean mark = (body[at] & 0xFF) <= 0x9F
                && (at == 0 || body[at - 1] >= 0)
                && (at + 1 == body.length || !isContinuation(body[at + 1]));
        return western && (mark || !eastAsian);
    }

    /**
     * Half a character before the end of a CDATA section takes the first of its brackets for its other half, which it may be in the charsets of
     * Japan and China; a whole one leaves two.
     */
    private void putBackBrackets() {
        if (western || !charset.canEncode()) {
            return;
        }
        StringBuilder mended = new StringBuilder(text.length());
        int kept = 0;
        for (int end = text.indexOf("]>"); end >= 0; end = text.indexOf("]>", end + 1)) {
            char before = end == 0 ? 0 : text.charAt(end - 1);
            byte[] pair = before > 0x7F ? Character.toString(before).getBytes(charset) : new byte[0];
            if (pair.length == 2 && pair[1] == ']') {
                if (places == 0) {
                    firstByte = text.substring(0, end - 1).getBytes(charset).length;
                    firstLine = Prolog.line(text, end);
                }
                mended.append(text, kept, end - 1).append("\uFFFD]");
                kept = end;
                replaced++;
                places++;
                brokenBytes++;
            }
        }
        text = mended.append(text, kept, text.length());
    }

    /** Whether its characters of three bytes, but for punctuation, outnumber those of two. */
    private static boolean isEastAsian(byte[] body) {
        int balance = 0;
        for (int i = 0; i + 2 < body.length; i++) {
            int lead = body[i] & 0xFF;
            if (lead >= 0xC2 && isContinuation(body[i + 1])) {
                boolean three = lead >= 0xE3 && lead <= 0xED && isContinuation(body[i + 2]);
                balance += three ? 1 : lead < 0xE0 ? -1 : 0;
            }
        }
        return balance > 0;
    }

    private static boolean isContinuation(byte b) {
        return b < (byte) 0xC0;
    }
}
