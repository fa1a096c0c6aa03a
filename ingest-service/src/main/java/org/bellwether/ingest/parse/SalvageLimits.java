package org.bellwether.ingest.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a document may ask of the forgiving parser, judged before there is a tree of it: that one keeps, for each element that is open, a map
 * of all prefixes in force, and of tags that are never closed there can be hundreds of thousands. Raw HTML is given the ends that it leaves
 * out, and loses the tags that nest too deep, so that one entry's text costs no other.
 */
final class SalvageLimits {

    /** A feed none of whose entries and fields is ended; what else nests deeper than the tree may, the tree refuses. */
    private static final int MOST_OPEN = 10_000;

    /** Within one entry or field; the tree has room for what is around it. */
    private static final int MOST_WITHIN = TreeBuilder.MAX_DEPTH - 50;

    private static final int MOST_PREFIXES = 50;

    /** As far up as that parser looks for the element that an end tag ends. */
    private static final int REACH = 256;

    private static final Pattern DECLARED = Pattern.compile("\\sxmlns:([\\w.-]{1,100})\\s*=", Pattern.CASE_INSENSITIVE);
    private static final String SECTION = "<![CDATA[";

    /**
     * An element that is open.
     *
     * @param name as it is spelt, which its end has to be as well
     * @param plain in lower case
     * @param around how many are open around the entry or field it stands in; −1 outside of any
     */
    private record Open(String name, String plain, int around) {}

    private final String text;
    private final Repairs repairs;
    private final List<Open> open = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();
    private int copied;
    private int entries;

    private SalvageLimits(String text, Repairs repairs) {
        this.text = text;
        this.repairs = repairs;
    }

    /** Lets a document pass. */
    static SalvageLimits of(String text, Repairs repairs) throws TooComplexException {
        Set<String> prefixes = new HashSet<>();
        Matcher declared = DECLARED.matcher(text);
        while (declared.find() && prefixes.size() <= MOST_PREFIXES) {
            prefixes.add(declared.group(1));
        }
        SalvageLimits limits = new SalvageLimits(text, repairs);
        if (prefixes.size() > MOST_PREFIXES || limits.nestsTooDeep()) {
            throw new TooComplexException(true);
        }
        limits.copyTo(text.length());
        return limits;
    }

    /** The document to read. */
    String text() {
        return out.toString();
    }

    /** How many entries begin in it, be it within a tag that takes them in. */
    int entries() {
        return entries;
    }

    private boolean nestsTooDeep() {
        int at = text.indexOf('<');
        while (at >= 0 && open.size() <= MOST_OPEN) {
            int end = text.startsWith(SECTION, at)
                    ? text.indexOf("]]>", at)
                    : text.startsWith("<!--", at) ? text.indexOf("-->", at) : tag(at);
            at = end < 0 ? -1 : text.indexOf('<', end);
        }
        return open.size() > MOST_OPEN;
    }

    /** Where the tag that begins here is over; −1 when nothing ends any more. */
    private int tag(int at) {
        int nameStart = text.startsWith("</", at) ? at + 2 : at + 1;
        if (nameStart >= text.length() || !Character.isLetter(text.charAt(nameStart))) {
            return at + 1;
        }
        int end = text.indexOf('>', nameStart);
        if (end < 0) {
            return -1;
        }
        String name = name(nameStart, end);
        if (nameStart == at + 2) {
            close(name);
        } else {
            start(name, at, end);
        }
        return end;
    }

    private String name(int from, int end) {
        int to = from;
        while (to < end && " \t\r\n/".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to);
    }

    private void start(String name, int at, int end) {
        String plain = name.toLowerCase(Locale.ROOT);
        entries += SalvageWalk.ENTRIES.contains(plain) ? 1 : 0;
        int endOfVoid = RawHtml.endOfVoid(plain, text, at);
        if (endOfVoid >= 0) {
            copyTo(endOfVoid);
            // A slash right behind an address without quotes belongs to the address.
            out.append(" /");
        } else if (text.charAt(end - 1) != '/') {
            endLike(plain, at);
            push(name, plain, at, end);
        }
    }

    private void push(String name, String plain, int at, int end) {
        int outer = open.isEmpty() ? -1 : open.get(open.size() - 1).around();
        boolean holds = SalvageWalk.ENTRIES.contains(plain) || (outer < 0 && SalvageWalk.FIELDS.contains(plain));
        int around = holds ? open.size() : outer;
        if (around >= 0 && open.size() - around >= MOST_WITHIN) {
            repairs.note(
                    "deep-markup",
                    "Markup nested deeper than " + MOST_WITHIN + " levels; the tags within were left out");
            copyTo(at);
            copied = end + 1;
        } else {
            open.add(new Open(name, plain, around));
        }
    }

    /** An element of HTML that ends where its like begins. */
    private void endLike(String next, int at) {
        int i = RawHtml.mayStayOpen(next) ? open.size() - 1 : -1;
        while (i >= Math.max(0, open.size() - REACH)
                && !RawHtml.ends(open.get(i).plain(), next)) {
            i = isHeld(open.get(i).plain(), next) ? -1 : i - 1;
        }
        if (i >= Math.max(0, open.size() - REACH)) {
            copyTo(at);
            out.append("</").append(open.get(i).name()).append('>');
            open.subList(i, open.size()).clear();
        }
    }

    private static boolean isHeld(String around, String next) {
        return RawHtml.holds(around, next)
                || SalvageWalk.FIELDS.contains(around)
                || SalvageWalk.ENTRIES.contains(around);
    }

    private void close(String name) {
        for (int i = open.size() - 1; i >= Math.max(0, open.size() - REACH); i--) {
            if (open.get(i).name().equals(name)) {
                open.subList(i, open.size()).clear();
                return;
            }
        }
    }

    private void copyTo(int stop) {
        out.append(text, copied, stop);
        copied = stop;
    }
}
