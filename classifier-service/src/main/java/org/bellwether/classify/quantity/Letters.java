package org.bellwether.classify.quantity;

/** What kind of character stands at a place; beyond either end of a text stands a space. */
final class Letters {

    private Letters() {}

    static char at(String text, int index) {
        return index >= 0 && index < text.length() ? text.charAt(index) : ' ';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250 && Character.isLetter(c));
    }

    static boolean isHangul(char c) {
        return c >= '가' && c <= '힣';
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009' || c == '\t' || c == '\n' || c == '\r';
    }

    static boolean isDash(char c) {
        return c == '-' || c == '–' || c == '—' || c == '‑' || c == '−';
    }

    static boolean isQuote(char c) {
        return "\"'“”‘’".indexOf(c) >= 0;
    }

    /** The first place from here on that is no space; at most two are passed. */
    static int pastSpace(String text, int from) {
        int at = from;
        while (at < from + 2 && at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The place behind the last character before here that is no space; at most two are passed. */
    static int beforeSpace(String text, int from) {
        int at = from;
        while (at > from - 2 && at > 0 && isSpace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
