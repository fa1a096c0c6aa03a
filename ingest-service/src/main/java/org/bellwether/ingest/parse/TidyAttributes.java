package org.bellwether.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/** The attributes of a tag in tidy markup: read, judged by jsoup's safelist, and those that are allowed written. */
final class TidyAttributes {

    /** More than any tag that a person wrote, and few enough to look through for each. */
    private static final int MOST = 50;

    private final String markup;
    private final Safelist safe;
    private final String base;
    private final TidyText texts;
    private final StringBuilder out;
    private final List<String> seen = new ArrayList<>();
    private int position;

    TidyAttributes(String markup, Safelist safe, String base, TidyText texts, StringBuilder out) {
        this.markup = markup;
        this.safe = safe;
        this.base = base;
        this.texts = texts;
        this.out = out;
    }

    /**
     * Reads up to the end of the tag.
     *
     * @param mayClose whether the tag may close itself
     * @return where what follows it begins; −1 when something has to be corrected
     */
    int read(Tag tag, boolean mayClose, int from) {
        position = from;
        seen.clear();
        while (true) {
            int before = position;
            skipSpace();
            if (position >= markup.length()) {
                return -1;
            }
            if (markup.charAt(position) == '>') {
                return position + 1;
            }
            if (mayClose && markup.startsWith("/>", position)) {
                return position + 2;
            }
            if (position == before || !attribute(tag)) {
                return -1;
            }
        }
    }

    private boolean attribute(Tag tag) {
        int from = position;
        while (position < markup.length() && isNamePart(markup.charAt(position))) {
            position++;
        }
        String name = markup.substring(from, position).toLowerCase(Locale.ROOT);
        if (name.isEmpty() || seen.size() >= MOST || seen.contains(name) || !markup.startsWith("=", position)) {
            return false;
        }
        seen.add(name);
        position++;
        int end = valueEnd();
        if (end < 0) {
            return false;
        }
        boolean quoted = isQuote(markup.charAt(position));
        String value = texts.attributeValue(quoted ? position + 1 : position, end);
        position = quoted ? end + 1 : end;
        if (value == null) {
            return false;
        }
        String kept = allowed(tag, name, value);
        if (kept != null) {
            out.append(' ').append(name).append("=\"");
            TidyText.escapeAttribute(kept, out);
            out.append('"');
        }
        return true;
    }

    /** Where the value ends that begins here; −1 where it is empty without quotes, or holds what ought to be quoted. */
    private int valueEnd() {
        char first = position < markup.length() ? markup.charAt(position) : 0;
        if (isQuote(first)) {
            return markup.indexOf(first, position + 1);
        }
        int at = position;
        while (at < markup.length() && (isNamePart(markup.charAt(at)) || "#%.".indexOf(markup.charAt(at)) >= 0)) {
            at++;
        }
        boolean ends = at < markup.length() && (markup.charAt(at) == ' ' || markup.charAt(at) == '>');
        return ends && at > position ? at : -1;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    /** The value as it is shown, absolute where it is an address; null when the attribute is not allowed. */
    private @Nullable String allowed(Tag tag, String name, String value) {
        boolean web = (name.equals("href") && tag.getName().equals("a"))
                || (name.equals("src") && tag.getName().equals("img"));
        if (web && Urls.isPlainlyAbsolute(value)) {
            return value;
        }
        Element element = new Element(tag, base);
        element.attr(name, value);
        Attribute attribute = element.attribute(name);
        return attribute != null && safe.isSafeAttribute(tag.getName(), element, attribute)
                ? attribute.getValue()
                : null;
    }

    private void skipSpace() {
        while (position < markup.length()) {
            char c = markup.charAt(position);
            if (c != ' ' && c != '\n' && c != '\t') {
                return;
            }
            position++;
        }
    }

    private static boolean isNamePart(char c) {
        return TidyText.isAsciiLetterOrDigit(c) || c == '-' || c == '_' || c == ':';
    }
}
