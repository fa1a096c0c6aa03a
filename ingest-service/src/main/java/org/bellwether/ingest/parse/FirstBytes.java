package org.bellwether.ingest.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The charset that a document's first bytes show, whatever is said of it. */
final class FirstBytes {

    /** How long the byte order mark of UTF-8 is. */
    static final int MARK_OF_UTF_8 = 3;

    /** In which the declaration stands. */
    private static final int HEAD_CHARS = 1024;

    private FirstBytes() {}

    /** Its text without byte order mark; null where a letter of ASCII is that very byte, be there a mark of UTF-8 or none. */
    static @Nullable String text(byte[] body, @Nullable String contentType, Repairs repairs) {
        Charset marked = marked(body);
        Charset shown = marked == null && !isMarkedUtf8(body) ? unmarked(body) : marked;
        if (shown == null) {
            return null;
        }
        String text = new String(body, shown);
        byte[] head = text.substring(0, Math.min(HEAD_CHARS, text.length())).getBytes(StandardCharsets.ISO_8859_1);
        CharsetClaims said = CharsetClaims.of(head, contentType, CharsetNames::exists);
        said.tellUnknown(shown.name(), repairs);
        said.tellWrong(shown, repairs);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    static boolean isMarkedUtf8(byte[] body) {
        return startsWith(body, 0xEF, 0xBB, 0xBF);
    }

    /** By a byte order mark; null where there is none. */
    private static @Nullable Charset marked(byte[] body) {
        if (startsWith(body, 0xFF, 0xFE, 0, 0) || startsWith(body, 0, 0, 0xFE, 0xFF)) {
            return Charset.forName("UTF-32");
        }
        boolean utf16 = startsWith(body, 0xFF, 0xFE) || startsWith(body, 0xFE, 0xFF);
        return utf16 ? StandardCharsets.UTF_16 : null;
    }

    /** By how the first characters are written, which are of ASCII (XML 1.0 appendix F); null where a byte is a letter. */
    private static @Nullable Charset unmarked(byte[] body) {
        return Ebcdic.is(body) ? Ebcdic.of(body) : byZeros(body);
    }

    /** The zeros around the first characters tell their width. */
    private static @Nullable Charset byZeros(byte[] b) {
        if (b.length < 4) {
            return null;
        }
        int zeros = (b[0] == 0 ? 8 : 0) + (b[1] == 0 ? 4 : 0) + (b[2] == 0 ? 2 : 0) + (b[3] == 0 ? 1 : 0);
        return switch (zeros) {
            case 0b1110 -> Charset.forName("UTF-32BE");
            case 0b0111 -> Charset.forName("UTF-32LE");
            case 0b1010 -> StandardCharsets.UTF_16BE;
            case 0b0101 -> StandardCharsets.UTF_16LE;
            default -> null;
        };
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
