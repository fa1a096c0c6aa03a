package org.bellwether.ingest.parse;

import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * How deep HTML nests, judged before there is a tree of it: for each tag a parser looks through all that are open, so that a text of tags
 * that are never closed would take seconds.
 */
final class TagNesting {

    /** More than any page that a person wrote; browsers stop at 512. */
    private static final int MOST_LEVELS = 200;

    /** Those that stand for themselves, and those that end where the next begins. */
    private static final Set<String> SHALLOW = Set.of(
            "br", "hr", "img", "wbr", "input", "meta", "link", "col", "area", "base", "embed", "source", "track",
            "param", "p", "li", "dd", "dt", "tr", "td", "th", "tbody", "thead", "tfoot", "option");

    private static final int LONGEST_SHALLOW = 6;

    private TagNesting() {}

    static boolean isTooDeep(String markup) {
        int depth = 0;
        for (int at = markup.indexOf('<'); at >= 0 && at + 1 < markup.length(); at = markup.indexOf('<', at + 1)) {
            char next = markup.charAt(at + 1);
            if (next == '/') {
                depth = depth > 0 && !isShallow(markup, at + 2) ? depth - 1 : depth;
            } else if (isLetter(next) && !isShallow(markup, at + 1) && ++depth > MOST_LEVELS) {
                return true;
            }
        }
        return false;
    }

    /** The text without its tags, where nobody could show it otherwise. */
    static String flattened(String markup) {
        StringBuilder text = new StringBuilder(markup.length());
        int copied = 0;
        for (int at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', copied)) {
            text.append(markup, copied, at).append(' ');
            int end = markup.indexOf('>', at);
            copied = end < 0 ? markup.length() : end + 1;
        }
        return Parser.unescapeEntities(
                text.append(markup, copied, markup.length()).toString(), false);
    }

    private static boolean isShallow(String markup, int from) {
        int to = from;
        while (to < markup.length() && to - from <= LONGEST_SHALLOW && isLetter(markup.charAt(to))) {
            to++;
        }
        return SHALLOW.contains(markup.substring(from, to).toLowerCase(Locale.ROOT));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
