package org.bellwether.ingest.parse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What no feed can be, since it is no text at all.
 *
 * @param kind what it is, where its first bytes tell
 */
record BinaryData(Optional<String> kind) {

    /** How a file of a kind begins, a character for each byte. */
    private record Signature(Pattern bytes, String kind) {

        Signature(String bytes, String kind) {
            this(Pattern.compile(bytes, Pattern.DOTALL), kind);
        }
    }

    /** After the tables of WHATWG MIME Sniffing §6, and what else is put on the web beside feeds. */
    private static final List<Signature> SIGNATURES = List.of(
            new Signature("%PDF-", "a PDF document"),
            new Signature("\u0089PNG\r\n", "a PNG image"),
            new Signature("\u00FF\u00D8\u00FF", "a JPEG image"),
            new Signature("GIF8[79]a", "a GIF image"),
            new Signature("RIFF....WEBP", "a WebP image"),
            new Signature("\0\0\0.ftypavif", "an AVIF image"),
            new Signature("\0\0\1\0", "an icon"),
            new Signature("\0\0\0.ftyp", "a video or sound file (MP4)"),
            new Signature("\u001AE\u00DF\u00A3", "a video (WebM or Matroska)"),
            new Signature("ID3[\2-\4]", "a sound file (MP3)"),
            new Signature("OggS\0", "a sound file or video (Ogg)"),
            new Signature("RIFF....WAVE", "a sound file (WAVE)"),
            new Signature("wOF[F2](?:\0\1|OTTO)", "a font"),
            new Signature("PK\3\4", "a ZIP archive or an office document"),
            new Signature("\u00D0\u00CF\u0011\u00E0", "an office document of the old kind"),
            new Signature("\u001F\u008B", "gzip-compressed data"),
            new Signature("BZh[1-9]1AY&SY", "bzip2-compressed data"),
            new Signature("\u00FD7zXZ\0", "xz-compressed data"),
            new Signature("\\(\u00B5/\u00FD", "zstd-compressed data"),
            new Signature("7z\u00BC\u00AF", "a 7z archive"),
            new Signature("\u007FELF", "a program"));

    private static final Pattern STRUCTURED = Pattern.compile(
            "\\s*(?:<\\?xml\\s|<!--|<!doctype\\s|<[a-z][\\w:.-]*[\\s/>]|\\{\\s*[\"}])", Pattern.CASE_INSENSITIVE);
    private static final int SIGNATURE_BYTES = 16;
    private static final int HEAD_CHARS = 4096;
    /** Text holds a stray control character now and then; of random bytes every eighth reads as one. */
    private static final double MOST_UNPRINTABLE = 0.04;

    /**
     * Judges by the first bytes, and where they are of no kind known here by the text they make.
     *
     * @param text what the bytes were decoded to
     * @return empty when it is text, be it of whatever sort
     */
    static Optional<BinaryData> in(byte[] body, String text) {
        String head = new String(body, 0, Math.min(SIGNATURE_BYTES, body.length), StandardCharsets.ISO_8859_1);
        Optional<String> kind = SIGNATURES.stream()
                .filter(known -> known.bytes().matcher(head).lookingAt())
                .map(Signature::kind)
                .findFirst();
        return kind.isPresent() || isUnprintable(text) ? Optional.of(new BinaryData(kind)) : Optional.empty();
    }

    /** What begins as markup or JSON is left to their readers, which say more of it. */
    private static boolean isUnprintable(String text) {
        String head = text.substring(0, Math.min(text.length(), HEAD_CHARS));
        if (STRUCTURED.matcher(head).lookingAt()) {
            return false;
        }
        long unprintable = head.chars().filter(BinaryData::isUnprintable).count();
        return unprintable > head.length() * MOST_UNPRINTABLE;
    }

    private static boolean isUnprintable(int c) {
        boolean whitespace = c == '\t' || c == '\n' || c == '\f' || c == '\r';
        return (c < ' ' && !whitespace) || c == 0x7F || c == '\uFFFD' || !Character.isDefined(c);
    }
}
