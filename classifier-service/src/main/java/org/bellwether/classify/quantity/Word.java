package org.bellwether.classify.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A word in Latin letters.
 *
 * @param text in lower case
 */
record Word(int start, int end, String text, boolean capital) {

    private static final int LONGEST = 30;
    private static final int WIDEST_GAP = 4;
    private static final int SHORTEST_SOUGHT = 3;

    /** The words from here on, up to the next number or sign of punctuation. */
    static List<Word> after(String whole, int from, int most) {
        List<Word> words = new ArrayList<>(most);
        int at = from;
        while (words.size() < most) {
            int start = at;
            while (start < at + WIDEST_GAP && isGap(Letters.at(whole, start))) {
                start++;
            }
            int end = designationEnd(whole, start, end(whole, start));
            if (end == start || end - start > LONGEST) {
                break;
            }
            words.add(of(whole, start, end));
            at = end;
        }
        return words;
    }

    /** The words before here, nearest first, back to the next number or sign of punctuation. */
    static List<Word> before(String whole, int from, int most) {
        List<Word> words = new ArrayList<>(most);
        int at = from;
        while (words.size() < most) {
            int end = at;
            while (end > at - WIDEST_GAP && end > 0 && isGap(whole.charAt(end - 1))) {
                end--;
            }
            int start = start(whole, end);
            if (start == end || end - start > LONGEST) {
                break;
            }
            words.add(of(whole, start, end));
            at = start;
        }
        return words;
    }

    /** Whether one of the words, in lower case, stands between two places; words of one or two letters are passed. */
    static boolean hasAny(String whole, int from, int to, Set<String> words) {
        int end = Math.min(whole.length(), to);
        int at = Math.max(0, from);
        while (at < end) {
            int start = at;
            while (at < end && Letters.isLatin(whole.charAt(at))) {
                at++;
            }
            if (at - start >= SHORTEST_SOUGHT
                    && words.contains(whole.substring(start, at).toLowerCase(Locale.ROOT))) {
                return true;
            }
            at = Math.max(at, start + 1);
        }
        return false;
    }

    /** Where the word that begins here ends; {@code U.S.} and {@code Trump's} are one. */
    static int end(String whole, int start) {
        int at = start;
        int limit = Math.min(whole.length(), start + LONGEST + 1);
        while (at < limit && isPart(whole, at, start)) {
            at++;
        }
        return at;
    }

    /** {@code F-35A}, {@code K9} and {@code B-1B} are words too. */
    private static int designationEnd(String whole, int start, int word) {
        boolean digits = Letters.isDigit(Letters.at(whole, word))
                || (Letters.at(whole, word) == '-' && Letters.isDigit(Letters.at(whole, word + 1)));
        int at = word;
        while (word > start
                && digits
                && at - start <= LONGEST
                && (Letters.isDigit(Letters.at(whole, at))
                        || Letters.isLatin(Letters.at(whole, at))
                        || Letters.at(whole, at) == '-')) {
            at++;
        }
        return at;
    }

    private static boolean isPart(String whole, int at, int start) {
        char c = whole.charAt(at);
        if (Letters.isLatin(c)) {
            return true;
        }
        boolean between = at > start && Letters.isLatin(whole.charAt(at - 1));
        boolean goesOn = Letters.isLatin(Letters.at(whole, at + 1));
        return (between && (c == '\'' || c == '’') && goesOn)
                || (between && c == '.' && (goesOn || (at - 2 >= start && whole.charAt(at - 2) == '.')));
    }

    private static int start(String whole, int end) {
        int at = end;
        int limit = Math.max(0, end - LONGEST - 1);
        while (at > limit && isPartBackwards(whole, at - 1, end)) {
            at--;
        }
        return at;
    }

    private static boolean isPartBackwards(String whole, int at, int end) {
        char c = whole.charAt(at);
        if (Letters.isLatin(c)) {
            return true;
        }
        boolean behind = Letters.isLatin(Letters.at(whole, at - 1));
        boolean last = at == end - 1;
        return (behind && !last && (c == '.' || c == '\'' || c == '’'))
                || (behind && last && c == '.' && isInitial(whole, at));
    }

    /** {@code U.S.}: a point behind a single letter behind a point. */
    private static boolean isInitial(String whole, int at) {
        return Letters.at(whole, at - 2) == '.';
    }

    private static boolean isGap(char c) {
        return Letters.isSpace(c) || Letters.isQuote(c) || Letters.isDash(c);
    }

    private static Word of(String whole, int start, int end) {
        String written = whole.substring(start, end);
        return new Word(
                start,
                end,
                written.toLowerCase(Locale.ROOT).replace('’', '\''),
                Character.isUpperCase(written.charAt(0)));
    }
}
