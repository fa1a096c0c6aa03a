package org.bellwether.ingest.parse;

import java.nio.charset.Charset;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The charset of bytes about which nothing true is said, by how often the letters of a language fall where they would. East Asian ones show
 * in their pairs of bytes, the others only when most letters are beyond ASCII.
 */
final class CharsetGuess {

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final Charset EUC_JP = Charset.forName("EUC-JP");
    private static final Charset SIMPLIFIED = Charset.forName("GB18030");
    private static final Charset TRADITIONAL = Charset.forName("x-MS950-HKSCS");

    /** How much can be read at least; of Chinese more, as every second word of Russian reads as Chinese without a fault. */
    private static final double FEW_FAULTS = 0.8;

    private static final double FEWEST_FAULTS = 0.95;

    /** Chinese, read as Korean, is more than half Hangul. */
    private static final double HANGUL = 0.75;

    private static final int FEWEST_LETTERS = 8;
    private static final double KANA = 0.2;
    private static final double FREQUENT = 0.75;

    /** Words of others make a pair of letters now and then, or one twice. */
    private static final int FEWEST_SYLLABLES = 3;

    private CharsetGuess() {}

    /** Whether it is that beyond doubt, although something else is said of it. */
    static boolean isKorean(byte[] body) {
        Decoding read = TolerantDecoder.likely(body, CharsetNames.KOREAN);
        return read != null
                && isNearlySound(read)
                && hangul(body) > HANGUL
                && read.text().chars().filter(c -> c > 0x7F).distinct().count() >= FEWEST_SYLLABLES;
    }

    /** The likely one; windows-1252, in which anything can be read, where nothing tells. */
    static Decoding of(byte[] body) {
        for (Charset charset : new Charset[] {CharsetNames.KOREAN, EUC_JP, SHIFT_JIS}) {
            Decoding read = TolerantDecoder.likely(body, charset);
            if (read != null && read.share() >= FEW_FAULTS && isInItsLanguage(body, read)) {
                return read;
            }
        }
        double simplified = pairs(body, 0xB0, 0xD7, 0xA1);
        double traditional = pairs(body, 0xA4, 0xC6, 0x40);
        Decoding chinese = better(
                simplified > FREQUENT ? TolerantDecoder.likely(body, SIMPLIFIED) : null,
                traditional > FREQUENT ? TolerantDecoder.likely(body, TRADITIONAL) : null,
                simplified >= traditional);
        if (chinese != null) {
            return chinese;
        }
        return TolerantDecoder.all(body, mostlyBeyondAscii(body) ? ofOneByte(body) : CharsetNames.WESTERN);
    }

    private static boolean isInItsLanguage(byte[] body, Decoding read) {
        return read.charset().equals(CharsetNames.KOREAN)
                ? hangul(body) > HANGUL
                : share(read.text(), c -> c >= 0x3041 && c <= 0x30FC) > KANA;
    }

    /** Of the pairs of bytes, how many are Hangul that is written in EUC-KR itself. */
    static double hangul(byte[] body) {
        return pairs(body, 0xB0, 0xC8, 0xA1);
    }

    private static @Nullable Decoding better(
            @Nullable Decoding simplified, @Nullable Decoding traditional, boolean simplifiedFirst) {
        boolean first = isNearlySound(simplified);
        boolean second = isNearlySound(traditional);
        return first && (simplifiedFirst || !second) ? simplified : second ? traditional : null;
    }

    /** Whether it can be read but for a few places. */
    static boolean isNearlySound(@Nullable Decoding read) {
        return read != null && read.share() >= FEWEST_FAULTS;
    }

    /** Lower-case letters, which are nearly all, lie in other places in each; Hebrew has no case and five letters less. */
    private static Charset ofOneByte(byte[] body) {
        double letters = count(body, 0xC0, 0xFF);
        if (count(body, 0xC0, 0xDF) > letters * 0.6) {
            return Charset.forName("KOI8-R");
        }
        if (count(body, 0xFB, 0xFF) == 0 && count(body, 0xE0, 0xFA) > letters * 0.95) {
            return Charset.forName("windows-1255");
        }
        return Charset.forName(count(body, 0xDC, 0xDF) > letters * 0.04 ? "windows-1253" : "windows-1251");
    }

    private static double share(String text, IntPredicate frequent) {
        long beyondAscii = text.chars().filter(c -> c > 0x7F).count();
        return (double) text.chars().filter(frequent).count() / Math.max(1, beyondAscii);
    }

    /** Of the pairs of bytes, how many have their first in the range of the frequent characters. */
    private static double pairs(byte[] body, int from, int to, int lowestSecond) {
        int all = 0;
        int frequent = 0;
        for (int i = 0; i + 1 < body.length; i++) {
            int first = body[i] & 0xFF;
            if (first >= 0x80) {
                int second = body[i + 1] & 0xFF;
                all++;
                frequent += first >= from && first <= to && second >= lowestSecond ? 1 : 0;
                i++;
            }
        }
        return (double) frequent / Math.max(1, all);
    }

    /** In Western languages letters with marks stand alone among others. */
    static boolean mostlyBeyondAscii(byte[] body) {
        int alone = 0;
        int together = 0;
        for (int i = 1; i < body.length; i++) {
            if (isLetter(body[i])) {
                if (isLetter(body[i - 1])) {
                    together++;
                } else {
                    alone++;
                }
            }
        }
        return together >= FEWEST_LETTERS && together > 2 * alone;
    }

    private static boolean isLetter(byte b) {
        return (b & 0xFF) >= 0xC0;
    }

    private static int count(byte[] body, int from, int to) {
        int count = 0;
        for (byte b : body) {
            int value = b & 0xFF;
            count += value >= from && value <= to ? 1 : 0;
        }
        return count;
    }
}
