package org.bellwether.classify.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes what the press does to words before they are cut into terms: bracketed wire tags, Hanja abbreviations
 * ({@code 美}, {@code 北核}), dots inside abbreviations ({@code U.S.}, {@code 한·미}), typographic quotes, full-width forms. Lone
 * surrogates, emoji and control characters become spaces, so that no later stage meets them.
 */
final class PressForm {

    private static final String HANJA = "美北韓日中露俄南對駐核軍前新國防李尹文與野靑青黨蘇英獨佛朝反親脫";
    private static final String READING = "미북한일중러러남대주핵군전신국방이윤문여야청청당소영독불조반친탈";
    private static final String COUNTRIES = "한미북일중러남대美北韓日中露俄";
    private static final String JOINERS = "·ㆍ‧∙・•-/";
    private static final String ABBREVIATED = "미북러";
    private static final String ABBREVIATED_HANJA = "美北露";

    private static final Pattern WIRE_TAG = Pattern.compile(
            "[\\[(<【〈](?:속보|단독|긴급|상보|종합\\s?\\d?보?|\\d보|포토|영상|그래픽|현장영상|표|업데이트|"
                    + "(?i:update\\s?\\d?|breaking|exclusive|lead|urgent|\\d?(?:st|nd|rd|th)? ?ld|watch|photos?|video))[\\])>】〉]");

    private PressForm() {}

    static Folded fold(String original) {
        Buffer out = new Buffer(original.length());
        Matcher tags = WIRE_TAG.matcher(original);
        int tagStart = tags.find() ? tags.start() : original.length();
        for (int i = 0; i < original.length(); i++) {
            if (i == tagStart) {
                out.add(' ', i);
                i = tags.end() - 1;
                tagStart = tags.find() ? tags.start() : original.length();
            } else if (!isJoin(original, i)) {
                out.add(plain(original, i), i);
            }
        }
        out.readHanja();
        return out.folded();
    }

    /** Dots within abbreviations and between the syllables of country pairs say nothing. */
    private static boolean isJoin(String text, int i) {
        char c = text.charAt(i);
        if (c == '.') {
            return isInitial(text, i - 1) && (isInitial(text, i + 1) || isEndOfInitials(text, i));
        }
        if (Character.getType(c) == Character.FORMAT) {
            return true;
        }
        return JOINERS.indexOf(c) >= 0 && isCountry(text, i - 1) && isCountry(text, i + 1);
    }

    private static boolean isInitial(String text, int i) {
        return i >= 0
                && i < text.length()
                && text.charAt(i) >= 'A'
                && text.charAt(i) <= 'Z'
                && (i == 0 || !Character.isLetter(text.charAt(i - 1)))
                && (i + 1 < text.length() && text.charAt(i + 1) == '.');
    }

    private static boolean isEndOfInitials(String text, int i) {
        return i >= 3 && text.charAt(i - 2) == '.' && isInitial(text, i - 3);
    }

    private static boolean isCountry(String text, int i) {
        return i >= 0 && i < text.length() && COUNTRIES.indexOf(text.charAt(i)) >= 0;
    }

    private static char plain(String text, int i) {
        char c = text.charAt(i);
        if (c < 0x7f) {
            return pressAbbreviation(text, i, c < ' ' ? ' ' : c);
        }
        return switch (c) {
            case '‘', '’', '′', '´' -> '\'';
            case '“', '”', '″' -> '"';
            case '–', '—', '−', '‑', '‐' -> '-';
            case '…' -> '.';
            case '\u00a0' -> ' ';
            default -> {
                if (c >= '\uff01' && c <= '\uff5e') {
                    yield (char) (c - 0xfee0);
                }
                yield Character.isSurrogate(c) || Character.isISOControl(c) ? ' ' : pressAbbreviation(text, i, c);
            }
        };
    }

    /** {@code 미, 주한미군 …} at the head of a headline means America, not "beauty" or "not". */
    private static char pressAbbreviation(String text, int i, char c) {
        int country = ABBREVIATED.indexOf(c);
        boolean alone = country >= 0
                && (i == 0 || " \"'“‘".indexOf(text.charAt(i - 1)) >= 0)
                && i + 1 < text.length()
                && (text.charAt(i + 1) == ',' || (i == 0 && text.charAt(i + 1) == ' '));
        return alone ? ABBREVIATED_HANJA.charAt(country) : c;
    }

    private static final class Buffer {
        private final char[] chars;
        private final int[] origin;
        private int length;

        Buffer(int capacity) {
            chars = new char[capacity];
            origin = new int[capacity];
        }

        void add(char c, int from) {
            chars[length] = c;
            origin[length++] = from;
        }

        /** Runs of Hanja are read out; one alone stays, because alone it is an abbreviation of its own. */
        void readHanja() {
            for (int i = 0; i < length; i++) {
                if (!isHanja(i)) {
                    continue;
                }
                int end = i + 1;
                while (end < length && isHanja(end)) {
                    end++;
                }
                boolean joined = i > 0 && origin[i] - origin[i - 1] > 1 && isCountry(String.valueOf(chars[i - 1]), 0);
                if (end - i > 1 || joined) {
                    for (int k = i; k < end; k++) {
                        int known = HANJA.indexOf(chars[k]);
                        chars[k] = known < 0 ? chars[k] : READING.charAt(known);
                    }
                }
                i = end - 1;
            }
        }

        private boolean isHanja(int i) {
            return chars[i] >= '\u4e00' && chars[i] <= '\u9fff';
        }

        Folded folded() {
            return new Folded(new String(chars, 0, length), origin);
        }
    }
}
