package org.bellwether.ingest.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/**
 * Makes HTML safe in one pass, without a tree, where it is tidy: known tags that nest and end as they should, quoted attributes, whole
 * entities. That is most of what feeds carry. It gives exactly what jsoup's parser, cleaner and printer give, and gives up wherever a
 * parser would have to correct anything. What is allowed is asked of jsoup's safelist, tag by tag and attribute by attribute.
 */
final class TidyHtml {

    /** As much of the state of a parser as tidy markup needs. */
    private record Known(
            String name,
            Tag tag,
            boolean endsParagraph,
            boolean isVoid,
            @Nullable Set<String> onlyIn) {}

    private static final Map<String, Known> TAGS = Stream.of(
                    "a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var"
                            .split(" "),
                    "address article aside blockquote details div dl dd dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p section summary ul"
                            .split(" "),
                    "br img wbr".split(" "))
            .flatMap(Stream::of)
            .map(TidyHtml::known)
            .collect(Collectors.toUnmodifiableMap(Known::name, Function.identity()));

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final int MOST_LEVELS = 60;

    private final String markup;
    private final Safelist safe;
    private final String base;
    private final TidyText texts;
    private final StringBuilder out;
    private final Deque<Known> open = new ArrayDeque<>();
    private final List<String> seen = new ArrayList<>();
    private int position;

    private TidyHtml(String markup, Safelist safe, String base) {
        this.markup = markup;
        this.safe = safe;
        this.base = base;
        this.out = new StringBuilder(markup.length() + 64);
        this.texts = new TidyText(markup, out);
    }

    /** Safe HTML, and its text on one line. */
    record Read(String body, String text) {}

    /**
     * Reads a piece of HTML.
     *
     * @param base of relative links; empty for none
     * @return null where the markup is not tidy
     */
    static @Nullable Read read(String markup, Safelist safe, String base) {
        TidyHtml reading = new TidyHtml(markup, safe, base);
        return reading.run() ? new Read(reading.out.toString().strip(), reading.texts.text()) : null;
    }

    private static Known known(String name) {
        Tag tag = Tag.valueOf(name);
        boolean isVoid = Set.of("br", "hr", "img", "wbr").contains(name);
        Set<String> onlyIn = switch (name) {
            case "li" -> Set.of("ul", "ol");
            case "dd", "dt" -> Set.of("dl");
            default -> null;
        };
        return new Known(name, tag, endsParagraph(name), isVoid, onlyIn);
    }

    /** HTML §13.2.6.4.7: its start tag ends a paragraph that is open. */
    private static boolean endsParagraph(String name) {
        return switch (name) {
            case "address", "article", "aside", "blockquote", "details", "div", "dl", "dd", "dt", "figcaption" -> true;
            case "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "section", "summary", "ul" ->
                true;
            default -> false;
        };
    }

    private boolean run() {
        while (position < markup.length()) {
            if (markup.charAt(position) != '<') {
                position = texts.copy(position);
                if (position < 0) {
                    return false;
                }
            } else if (!(markup.startsWith("</", position) ? end() : start())) {
                return false;
            }
        }
        for (Known left : open) {
            out.append("</").append(left.name()).append('>');
        }
        return true;
    }

    private boolean end() {
        Known current = open.peek();
        int close = markup.indexOf('>', position);
        if (current == null || close < 0) {
            return false;
        }
        int length = current.name().length();
        if (close - position - 2 != length || !markup.regionMatches(true, position + 2, current.name(), 0, length)) {
            return false;
        }
        out.append("</").append(current.name()).append('>');
        texts.ended(current.tag());
        open.pop();
        position = close + 1;
        return true;
    }

    private boolean start() {
        int from = position + 1;
        int at = from;
        while (at < markup.length() && isAsciiLetterOrDigit(markup.charAt(at))) {
            at++;
        }
        Known tag = TAGS.get(markup.substring(from, at).toLowerCase(Locale.ROOT));
        if (tag == null || open.size() >= MOST_LEVELS || !mayStart(tag)) {
            return false;
        }
        out.append('<').append(tag.name());
        position = at;
        if (!attributes(tag)) {
            return false;
        }
        out.append('>');
        texts.began(tag.tag());
        if (tag.isVoid()) {
            texts.ended(tag.tag());
        } else {
            open.push(tag);
        }
        return true;
    }

    /** Whether a parser would put it where it stands, and end nothing on its behalf. */
    private boolean mayStart(Known tag) {
        Known parent = open.peek();
        if (tag.onlyIn() != null && (parent == null || !tag.onlyIn().contains(parent.name()))) {
            return false;
        }
        boolean heading = HEADINGS.contains(tag.name());
        for (Known outer : open) {
            boolean ended = tag.endsParagraph() && outer.name().equals("p")
                    || heading && HEADINGS.contains(outer.name())
                    || tag.name().equals("a") && outer.name().equals("a");
            if (ended) {
                return false;
            }
        }
        return safe.isSafeTag(tag.name());
    }

    private boolean attributes(Known tag) {
        seen.clear();
        while (true) {
            int before = position;
            skipSpace();
            if (position >= markup.length()) {
                return false;
            }
            char c = markup.charAt(position);
            if (c == '>') {
                position++;
                return true;
            }
            if (c == '/' && tag.isVoid() && markup.startsWith("/>", position)) {
                position += 2;
                return true;
            }
            if (position == before || !attribute(tag)) {
                return false;
            }
        }
    }

    private boolean attribute(Known tag) {
        int from = position;
        while (position < markup.length() && isNamePart(markup.charAt(position))) {
            position++;
        }
        String name = markup.substring(from, position).toLowerCase(Locale.ROOT);
        if (name.isEmpty() || seen.contains(name) || !markup.startsWith("=", position)) {
            return false;
        }
        seen.add(name);
        position++;
        char quote = position < markup.length() ? markup.charAt(position) : 0;
        int close = quote == '"' || quote == '\'' ? markup.indexOf(quote, position + 1) : -1;
        if (close < 0) {
            return false;
        }
        String value = texts.attributeValue(position + 1, close);
        position = close + 1;
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

    /** The value as it is shown, absolute where it is an address; null when the attribute is not allowed. */
    private @Nullable String allowed(Known tag, String name, String value) {
        boolean web = (name.equals("href") && tag.name().equals("a"))
                || (name.equals("src") && tag.name().equals("img"));
        if (web && Urls.isPlainlyAbsolute(value)) {
            return value;
        }
        Element element = new Element(tag.tag(), base);
        element.attr(name, value);
        Attribute attribute = element.attribute(name);
        return attribute != null && safe.isSafeAttribute(tag.name(), element, attribute) ? attribute.getValue() : null;
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
        return isAsciiLetterOrDigit(c) || c == '-' || c == '_';
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
