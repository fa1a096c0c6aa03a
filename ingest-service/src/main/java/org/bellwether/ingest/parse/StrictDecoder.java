package org.bellwether.ingest.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads bytes as one charset, or not at all. */
final class StrictDecoder {

    private StrictDecoder() {}

    /** The text; null where a byte is none of a character of this charset. Of windows-1252 any byte is taken for one. */
    static @Nullable String text(byte[] body, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            String text = new String(body, charset);
            // Replaces what is broken by this character, which few documents hold; much faster than the other way.
            if (text.indexOf('\uFFFD') < 0) {
                return text;
            }
        }
        boolean western = charset.equals(CharsetNames.WESTERN);
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(western ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** The same; null also where the end of a CDATA section has become half a character. */
    static @Nullable String whole(byte[] body, Charset charset) {
        String text = text(body, charset);
        boolean cut = text != null
                && mayLackBracket(text, charset)
                && !TolerantDecoder.all(body, charset).isWhole();
        return cut ? null : text;
    }

    private static boolean mayLackBracket(String text, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return false;
        }
        for (int end = text.indexOf("]>"); end >= 0; end = text.indexOf("]>", end + 1)) {
            if (end > 0 && text.charAt(end - 1) > 0x7F) {
                return true;
            }
        }
        return false;
    }
}
