package org.bellwether.ingest.parse;

import org.jspecify.annotations.Nullable;

/**
 * What a tag lacks, so that it would take in what follows: the quotation mark behind an attribute, or the bracket of an end tag.
 *
 * @param at where it belongs
 * @param what the character that is missing
 */
record MissingEnd(int at, char what) {

    private static final String BEHIND_NAMES = " \t\r\n/<>";

    /** Null where the tag that begins here lacks nothing. Looks no further than to the next tag. */
    static @Nullable MissingEnd of(CharSequence text, int tag) {
        return tag + 1 < text.length() && text.charAt(tag + 1) == '/' ? bracket(text, tag) : quote(text, tag);
    }

    private static @Nullable MissingEnd bracket(CharSequence text, int tag) {
        int nameEnd = nameEnd(text, tag + 2);
        int next = behindBlanks(text, nameEnd);
        return next < text.length() && text.charAt(next) == '<' ? new MissingEnd(nameEnd, '>') : null;
    }

    private static @Nullable MissingEnd quote(CharSequence text, int tag) {
        int nameEnd = nameEnd(text, tag + 1);
        int at = nameEnd;
        while (at < text.length() && text.charAt(at) != '<' && text.charAt(at) != '>') {
            char c = text.charAt(at);
            if ((c == '"' || c == '\'') && text.charAt(at - 1) == '=') {
                int stop = at + 1;
                int bracket = -1;
                while (stop < text.length() && text.charAt(stop) != c && text.charAt(stop) != '<') {
                    bracket = bracket < 0 && text.charAt(stop) == '>' ? stop : bracket;
                    stop++;
                }
                if (stop == text.length() || text.charAt(stop) == '<') {
                    boolean ended = bracket >= 0 && endsAt(text, tag, nameEnd, bracket, stop);
                    return ended ? new MissingEnd(bracket - (text.charAt(bracket - 1) == '/' ? 1 : 0), c) : null;
                }
                at = stop;
            }
            at++;
        }
        return null;
    }

    /** A value may hold a tag; but where a bracket comes before its first, and then a tag or this element's end, that bracket was its own. */
    private static boolean endsAt(CharSequence text, int tag, int nameEnd, int bracket, int next) {
        String end = "</" + text.subSequence(tag + 1, nameEnd);
        int behind = Math.min(text.length(), next + end.length());
        return next < text.length()
                && (behindBlanks(text, bracket + 1) == next || end.contentEquals(text.subSequence(next, behind)));
    }

    private static int nameEnd(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && BEHIND_NAMES.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static int behindBlanks(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
