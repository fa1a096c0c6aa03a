package org.bellwether.ingest.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.parser.Tag;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/**
 * Makes HTML safe in one pass, without a tree, where it is tidy: known tags that nest as they should and leave out only such end tags as
 * may be, whole entities. That is most of what feeds carry. It gives exactly what jsoup's parser, cleaner and printer give, and gives up wherever a
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

    private static final String NAMES = """
            a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var
            address article aside blockquote details div dl dd dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p section
            summary ul br img wbr""";

    private static final Map<String, Known> TAGS = Pattern.compile("\\s+")
            .splitAsStream(NAMES)
            .map(TidyHtml::known)
            .collect(Collectors.toUnmodifiableMap(Known::name, Function.identity()));

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> DEFINED = Set.of("dd", "dt");
    private static final int MOST_LEVELS = 60;
    private static final int LONGEST_NAME = 10;

    private final String markup;
    private final Safelist safe;
    private final TidyText texts;
    private final TidyAttributes attributes;
    private final StringBuilder out;
    private final Deque<Known> open = new ArrayDeque<>();
    private int position;

    private TidyHtml(String markup, Safelist safe, String base) {
        this.markup = markup;
        this.safe = safe;
        this.out = new StringBuilder(markup.length() + 64);
        this.texts = new TidyText(markup, out);
        this.attributes = new TidyAttributes(markup, safe, base, texts, out);
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
            if (!step()) {
                return false;
            }
        }
        while (!open.isEmpty()) {
            close();
        }
        return true;
    }

    private boolean step() {
        if (markup.charAt(position) != '<') {
            position = texts.copy(position);
            return position >= 0;
        }
        if (markup.startsWith("</", position)) {
            return end();
        }
        return markup.startsWith("<!--", position) ? comment() : start();
    }

    /** Nothing of it is shown; one that would end early, or with an error, is left to the parser. */
    private boolean comment() {
        int inner = position + "<!--".length();
        int end = markup.indexOf("--", inner);
        if (end <= inner || markup.charAt(inner) == '-' || !markup.startsWith("-->", end)) {
            return false;
        }
        boolean sound =
                markup.charAt(inner) != '>' && markup.substring(inner, end).indexOf('\0') < 0;
        position = end + "-->".length();
        return sound;
    }

    private void close() {
        Known closed = open.pop();
        out.append("</").append(closed.name()).append('>');
        texts.ended(closed.tag());
    }

    private boolean end() {
        int nameEnd = markup.indexOf('>', position);
        Known ended = nameEnd < 0 ? null : TAGS.get(lower(position + 2, nameEnd));
        if (ended == null) {
            return false;
        }
        while (!open.isEmpty() && !isOpen(ended.name()) && mayBeLeftOpen(open.peek(), ended)) {
            close();
        }
        if (!isOpen(ended.name())) {
            return false;
        }
        close();
        position = nameEnd + 1;
        return true;
    }

    /** HTML §13.1.2.4: the end tags that may be left out where an outer block ends. */
    private static boolean mayBeLeftOpen(Known inner, Known outer) {
        boolean item = inner.onlyIn() != null;
        boolean paragraph = inner.name().equals("p");
        boolean sameList = item && outer.onlyIn() != null;
        return (item || paragraph) && outer.endsParagraph() && !outer.name().equals("p") && !sameList;
    }

    private boolean start() {
        int from = position + 1;
        int at = from;
        while (at < markup.length() && TidyText.isAsciiLetterOrDigit(markup.charAt(at))) {
            at++;
        }
        Known tag = TAGS.get(lower(from, at));
        closeBefore(tag);
        if (tag == null || open.size() >= MOST_LEVELS || !mayStart(tag)) {
            return false;
        }
        out.append('<').append(tag.name());
        position = attributes.read(tag.tag(), tag.isVoid(), at);
        if (position < 0) {
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

    private String lower(int from, int to) {
        return to - from > LONGEST_NAME ? "" : markup.substring(from, to).toLowerCase(Locale.ROOT);
    }

    /** A paragraph or list item whose end tag is left out ends where the next begins. */
    private void closeBefore(@Nullable Known next) {
        if (next == null || !next.endsParagraph()) {
            return;
        }
        if (isOpen("p")) {
            close();
        }
        boolean item = next.name().equals("li") && isOpen("li");
        boolean term = DEFINED.contains(next.name()) && (isOpen("dd") || isOpen("dt"));
        if (item || term) {
            close();
        }
    }

    private boolean isOpen(String name) {
        Known current = open.peek();
        return current != null && current.name().equals(name);
    }

    /** Whether a parser would put it where it stands, and end nothing on its behalf. */
    private boolean mayStart(Known tag) {
        Known parent = open.peek();
        if (tag.onlyIn() != null && (parent == null || !tag.onlyIn().contains(parent.name()))) {
            return false;
        }
        boolean heading = HEADINGS.contains(tag.name());
        for (Known outer : open) {
            boolean ended = (tag.endsParagraph() && outer.name().equals("p"))
                    || (heading && HEADINGS.contains(outer.name()))
                    || (tag.name().equals("a") && outer.name().equals("a"));
            if (ended) {
                return false;
            }
        }
        return safe.isSafeTag(tag.name());
    }
}
