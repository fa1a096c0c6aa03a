package org.bellwether.ingest.parse;

import java.util.Map;
import java.util.Set;

/** What HTML leaves out, of what XML wants to see: the ends of elements that cannot hold anything, and of those that end where the next begins. */
final class RawHtml {

    /** HTML's void elements, but for two that are fields of a feed as well: link and source. */
    private static final Set<String> VOID =
            Set.of("br", "hr", "img", "wbr", "input", "meta", "area", "base", "col", "embed", "param", "track");

    private static final String PARAGRAPH = "p";

    /** Elements whose end may be left out, with what they are: each ends where the next of its kind begins. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("p", PARAGRAPH),
            Map.entry("li", "entry of a list"),
            Map.entry("dt", "entry of a glossary"),
            Map.entry("dd", "entry of a glossary"),
            Map.entry("td", "cell"),
            Map.entry("th", "cell"),
            Map.entry("tr", "row"),
            Map.entry("thead", "rows"),
            Map.entry("tbody", "rows"),
            Map.entry("tfoot", "rows"),
            Map.entry("option", "option"));

    /** Elements in which those begin anew. */
    private static final Set<String> HOLDERS =
            Set.of("ul", "ol", "menu", "dl", "table", "select", "div", "blockquote", "body");

    private RawHtml() {}

    /** Where the tag of an element ends that holds nothing; −1 for any other. All names here are lower-case. */
    static int endOfVoid(String name, String text, int at) {
        return VOID.contains(name) ? end(text, at + 1) : -1;
    }

    /** Behind what stands in quotes; −1 where the next tag begins before. */
    private static int end(String text, int from) {
        char quote = 0;
        for (int i = from; i < text.length() && text.charAt(i) != '<'; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return i;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
        }
        return -1;
    }

    /** Whether an element has an end that may be left out. */
    static boolean mayStayOpen(String name) {
        return KINDS.containsKey(name);
    }

    /** Whether an open element ends where another begins. */
    static boolean ends(String open, String next) {
        return KINDS.getOrDefault(open, "").equals(KINDS.get(next));
    }

    /** Whether what is open around this element stays so, whatever begins in it. */
    static boolean holds(String open, String next) {
        return HOLDERS.contains(open) || (next.equals(PARAGRAPH) && KINDS.containsKey(open));
    }
}
