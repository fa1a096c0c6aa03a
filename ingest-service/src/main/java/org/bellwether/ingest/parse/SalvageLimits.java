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
 * of all prefixes in force, and of tags that are never closed there can be hundreds of thousands.
 */
final class SalvageLimits {

    /** A feed none of whose entries and fields is ended; what else nests deeper than the tree may, the tree refuses. */
    private static final int MOST_OPEN = 10_000;

    private static final int MOST_PREFIXES = 50;

    /** As far up as that parser looks for the element that an end tag ends. */
    private static final int REACH = 256;

    private static final Pattern DECLARED = Pattern.compile("\\sxmlns:([\\w.-]{1,100})\\s*=", Pattern.CASE_INSENSITIVE);
    private static final String SECTION = "<![CDATA[";

    private final String text;
    private final List<String> open = new ArrayList<>();

    private int entries;

    private SalvageLimits(String text) {
        this.text = text;
    }

    /** Lets a document pass, and tells how many entries begin in it, be it within a tag that takes them in. */
    static int check(String text) throws TooComplexException {
        Set<String> prefixes = new HashSet<>();
        Matcher declared = DECLARED.matcher(text);
        while (declared.find() && prefixes.size() <= MOST_PREFIXES) {
            prefixes.add(declared.group(1));
        }
        SalvageLimits limits = new SalvageLimits(text);
        if (prefixes.size() > MOST_PREFIXES || limits.nestsTooDeep()) {
            throw new TooComplexException(true);
        }
        return limits.entries;
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
        entries += nameStart == at + 1 && SalvageWalk.ENTRIES.contains(name.toLowerCase(Locale.ROOT)) ? 1 : 0;
        if (nameStart == at + 2) {
            close(name);
        } else if (text.charAt(end - 1) != '/') {
            open.add(name);
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

    private void close(String name) {
        for (int i = open.size() - 1; i >= Math.max(0, open.size() - REACH); i--) {
            if (open.get(i).equals(name)) {
                open.subList(i, open.size()).clear();
                return;
            }
        }
    }
}
