package org.bellwether.classify.quantity;

/** What of a text stands in one sentence. */
final class Sentences {

    private Sentences() {}

    /** What stands around a figure in its sentence, at most so many characters before it and behind it. */
    static String around(String text, int start, int end, int before, int behind) {
        int first = start;
        while (first > Math.max(0, start - before) && !isEnd(text, first - 1)) {
            first--;
        }
        int last = end;
        while (last < Math.min(text.length(), end + behind) && !isEnd(text, last)) {
            last++;
        }
        return text.substring(first, last);
    }

    /** A line's end, or a sign of one with a space behind; the point of {@code U.S.} is none. */
    private static boolean isEnd(String text, int at) {
        char c = text.charAt(at);
        boolean stop = c == '?' || c == '!' || (c == '.' && Letters.at(text, at - 2) != '.');
        return c == '\n' || (stop && Letters.isSpace(Letters.at(text, at + 1)));
    }
}
