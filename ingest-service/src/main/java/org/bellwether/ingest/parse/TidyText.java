package org.bellwether.ingest.parse;

import org.jsoup.nodes.Entities;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/** The text between the tags of tidy markup: as HTML into what is shown, and on one line into what is analysed. */
final class TidyText {

    private static final int LONGEST_NAME = 40;

    private final String markup;
    private final StringBuilder html;
    private final StringBuilder line;
    private boolean blockEnded;

    /** Where the reference last read ends. */
    private int referenceEnd;

    TidyText(String markup, StringBuilder html) {
        this.markup = markup;
        this.html = html;
        this.line = new StringBuilder(markup.length());
    }

    /** All text so far. */
    String text() {
        return line.toString().strip();
    }

    void began(Tag tag) {
        if (blockEnded || tag.isBlock() || tag.getName().equals("br")) {
            space();
        }
        blockEnded = false;
    }

    void ended(Tag tag) {
        blockEnded = tag.isBlock();
    }

    /**
     * Copies text up to the next tag.
     *
     * @return where that is; −1 when something in the text has to be corrected
     */
    int copy(int from) {
        if (blockEnded) {
            space();
            blockEnded = false;
        }
        int at = from;
        while (at < markup.length() && markup.charAt(at) != '<') {
            if (markup.charAt(at) == '&') {
                String read = reference(at, markup.length());
                if (read == null) {
                    return -1;
                }
                escape(read, 0, read.length(), html);
                show(read, 0, read.length());
                at = referenceEnd;
                continue;
            }
            int end = ordinaryEnd(at, markup.length());
            if (end == at) {
                return -1;
            }
            escape(markup, at, end, html);
            show(markup, at, end);
            at = end;
        }
        return at;
    }

    /** Text whose references are read already. */
    void write(String text) {
        if (blockEnded) {
            space();
            blockEnded = false;
        }
        escape(text, 0, text.length(), html);
        show(text, 0, text.length());
    }

    /** The value with its references read; null when something has to be corrected. */
    @Nullable
    String attributeValue(int from, int to) {
        StringBuilder value = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            if (markup.charAt(at) == '&') {
                String read = reference(at, to);
                if (read == null) {
                    return null;
                }
                value.append(read);
                at = referenceEnd;
                continue;
            }
            int end = markup.charAt(at) == '<' ? at : ordinaryEnd(at, to);
            if (end == at) {
                return null;
            }
            value.append(markup, at, end);
            at = end;
        }
        return value.toString();
    }

    /** Where what is shown as it stands ends: at a tag, at a reference or at what has to be corrected. */
    private int ordinaryEnd(int from, int limit) {
        int at = from;
        while (at < limit) {
            char c = markup.charAt(at);
            if (c == '<' || c == '&') {
                return at;
            }
            if (isOrdinary(c)) {
                at++;
            } else if (Character.isHighSurrogate(c)
                    && at + 1 < limit
                    && Character.isLowSurrogate(markup.charAt(at + 1))) {
                at += 2;
            } else {
                return at;
            }
        }
        return at;
    }

    /** What an ampersand and what follows it stand for; null when that takes a guess. */
    private @Nullable String reference(int at, int limit) {
        char next = at + 1 < limit ? markup.charAt(at + 1) : ' ';
        if (next == '#') {
            return number(at + 2, limit);
        }
        int end = at + 1;
        while (end < limit && end - at < LONGEST_NAME && isAsciiLetterOrDigit(markup.charAt(end))) {
            end++;
        }
        String name = markup.substring(at + 1, end);
        if (end < limit && markup.charAt(end) == ';' && Entities.isNamedEntity(name)) {
            referenceEnd = end + 1;
            String read = Entities.getByName(name);
            return areOrdinary(read) ? read : null;
        }
        referenceEnd = at + 1;
        return end - at < LONGEST_NAME && Entities.findPrefix(name).isEmpty() ? "&" : null;
    }

    private @Nullable String number(int from, int limit) {
        boolean hexadecimal = from < limit && (markup.charAt(from) | 0x20) == 'x';
        int start = hexadecimal ? from + 1 : from;
        int end = markup.indexOf(';', start);
        if (end <= start || end >= limit || end - start > 6) {
            return null;
        }
        int code = 0;
        for (int i = start; i < end; i++) {
            char c = markup.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, hexadecimal ? 16 : 10) : -1;
            if (digit < 0) {
                return null;
            }
            code = code * (hexadecimal ? 16 : 10) + digit;
        }
        referenceEnd = end + 1;
        if (code > 0xFFFF) {
            return code <= 0x10FFFF ? Character.toString(code) : null;
        }
        boolean sound = isOrdinary((char) code) && !Character.isSurrogate((char) code) && (code < 0x7F || code > 0x9F);
        return sound ? String.valueOf((char) code) : null;
    }

    private void show(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                space();
            } else if (c != '\u00AD' && c != '\u200B') {
                line.append(c);
            }
        }
    }

    /** What sets words apart on one line, the separators of lines among it. */
    static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == '\u00A0' || c == '\u2028' || c == '\u2029';
    }

    private void space() {
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) != ' ') {
            line.append(' ');
        }
    }

    private static boolean areOrdinary(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isOrdinary(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is shown as it stands, in both; surrogates are, in pairs. */
    private static boolean isOrdinary(char c) {
        if (c < 0x7F) {
            return c >= 0x20 || c == '\n' || c == '\t';
        }
        boolean invisible = c == '\u00AD' || (c >= '\u200B' && c <= '\u200F') || c == '\uFEFF';
        return c > 0x9F && !invisible && c < '\uFFFE' && !Character.isSurrogate(c);
    }

    /** Writes an attribute's value, which stands in double quotes. */
    static void escapeAttribute(String value, StringBuilder out) {
        int copied = 0;
        for (int at = value.indexOf('"'); at >= 0; at = value.indexOf('"', copied)) {
            escape(value, copied, at, out);
            out.append("&quot;");
            copied = at + 1;
        }
        escape(value, copied, value.length(), out);
    }

    private static void escape(String text, int from, int to, StringBuilder out) {
        int copied = from;
        for (int i = from; i < to; i++) {
            String escaped = switch (text.charAt(i)) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '\u00A0' -> "&#xa0;";
                default -> null;
            };
            if (escaped != null) {
                out.append(text, copied, i).append(escaped);
                copied = i + 1;
            }
        }
        out.append(text, copied, to);
    }

    static boolean isAsciiLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
