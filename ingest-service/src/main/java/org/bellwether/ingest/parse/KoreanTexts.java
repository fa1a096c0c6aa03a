package org.bellwether.ingest.parse;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts in EUC-KR within a Korean document in UTF-8, as where a program passes on the titles of others as they come. A text goes from one
 * bracket or quotation mark to the next.
 */
final class KoreanTexts {

    /**
     * A text in EUC-KR.
     *
     * @param from where its first byte is
     * @param to where the first byte behind it is
     */
    record Found(int from, int to, String text) {}

    /** Other words are Hangul now and then. */
    private static final double MOSTLY = 0.75;

    private final byte[] body;
    private final boolean korean;

    /** Up to where it has been judged: each text is judged once, as it may have a fault in every other byte. */
    private int judged;

    KoreanTexts(byte[] body) {
        this.body = body;
        this.korean = isKorean(body);
    }

    /** The text around a byte that is none of UTF-8; null where it is not in EUC-KR either, or has been looked at before. */
    @Nullable
    Found around(int at) {
        if (!korean || at < judged) {
            return null;
        }
        int from = at;
        while (from > judged && !isMark(body[from - 1])) {
            from--;
        }
        int to = at;
        while (to < body.length && !isMark(body[to])) {
            to++;
        }
        judged = to;
        byte[] bytes = Arrays.copyOfRange(body, from, to);
        String text = StrictDecoder.text(bytes, CharsetNames.KOREAN);
        return text != null && CharsetGuess.hangul(bytes) > MOSTLY ? new Found(from, to, text) : null;
    }

    private static boolean isMark(byte b) {
        return b == '<' || b == '>' || b == '"';
    }

    /** Whether most of its characters of three bytes, but for punctuation, are Hangul. */
    private static boolean isKorean(byte[] body) {
        int balance = 0;
        for (int i = 0; i + 2 < body.length; i++) {
            int lead = body[i] & 0xFF;
            if (lead >= 0xE3 && lead <= 0xED && body[i + 1] < (byte) 0xC0 && body[i + 2] < (byte) 0xC0) {
                balance += lead >= 0xEA ? 1 : -1;
                i += 2;
            }
        }
        return balance > 0;
    }
}
