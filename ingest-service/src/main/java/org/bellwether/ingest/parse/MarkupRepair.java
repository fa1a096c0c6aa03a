package org.bellwether.ingest.parse;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Mends what makes a document ill-formed although its meaning is plain: HTML's entity names, bare ampersands and angle brackets, characters
 * XML does not allow, tags that nobody ended, CDATA sections that nobody ended or nobody began. Comments are left out, which XML allows less in than people write;
 * what else CDATA sections hold is left as it is, but for forbidden characters.
 */
final class MarkupRepair {

    private static final Pattern TAG = Pattern.compile("<(?:[A-Za-z_:]|/[A-Za-z_:]|\\?[A-Za-z]|!--|!\\[CDATA\\[)");
    private static final String SECTION = "<![CDATA[";
    private static final String SECTION_END = "]]>";

    /** By how much mending may lengthen a document: of ten million ampersands each would become five characters. */
    private static final int MOST_ADDED_CHARS = 1_000_000;

    private static final int LONGEST_DECLARATION = 300;

    private final String text;
    private final ReferenceRepair references;
    private final Repairs repairs;
    private final Problems problems;
    private final StringBuilder out;
    private int position;
    private int line = 1;
    /** Where the name of the start tag last copied begins; before the text while an end tag was the last. */
    private int startTag = -1;
    /** Where the next section's end is found; sections without one would each be searched to the end of the document. */
    private int sectionEnd = -1;
    /** Whether no comment ends from here on. */
    private boolean openComment;

    /** What the tag last copied lacks. */
    private @Nullable MissingEnd missing;

    private MarkupRepair(String text, Map<String, String> declared, Repairs repairs, Problems problems) {
        this.text = text;
        this.references = new ReferenceRepair(text, declared, repairs);
        this.repairs = repairs;
        this.problems = problems;
        this.out = new StringBuilder(text.length() + 256);
    }

    /**
     * Mends a document.
     *
     * @param declared replacement texts of the entities the document declares itself; they hold no markup
     */
    static String mend(String text, Map<String, String> declared, Repairs repairs, Problems problems) {
        return new MarkupRepair(text, declared, repairs, problems).run();
    }

    private String run() {
        Matcher tags = TAG.matcher(text);
        while (position < text.length() && out.length() - position <= MOST_ADDED_CHARS) {
            char c = text.charAt(position);
            if (missing != null && missing.at() == position) {
                out.append(missing.what());
            }
            if (c == '&') {
                position = references.mend(position, line, out);
            } else if (c == '<') {
                angle(tags);
            } else if (c == '>' && endsWithBrackets()) {
                repairs.note("section-end", "\"]]>\" that ends no CDATA section was read as the characters", line);
                out.append("&gt;");
                position++;
            } else {
                copy(c);
            }
        }
        if (position < text.length()) {
            problems.error(
                    "cut-short",
                    "There was more to mend than in any feed, so only the first " + position
                            + " characters were read; the publisher has to mend it");
        }
        return out.toString();
    }

    private void copy(char c) {
        if (c == '\n') {
            line++;
        }
        if (isAllowed(c)) {
            out.append(c);
        } else {
            repairs.note("control-character", "Characters that XML forbids were left out", line);
        }
        position++;
    }

    static boolean isAllowed(char c) {
        return (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) || c == '\t' || c == '\n' || c == '\r';
    }

    /** One without an end would hide all that follows. */
    private void comment() {
        int end = openComment ? -1 : text.indexOf("-->", position);
        if (end >= 0) {
            int inner = position + "<!--".length();
            boolean sound = end == inner || (text.indexOf("--", inner) == end && text.charAt(end - 1) != '-');
            if (!sound) {
                repairs.note("comment", "Comments that XML does not allow were left out", line);
            }
            leaveOut(end + "-->".length());
            return;
        }
        openComment = true;
        repairs.note("bare-angle-bracket", "\"<\" that begins no tag was read as the character", line);
        out.append("&lt;");
        position++;
    }

    private boolean endsWithBrackets() {
        int length = out.length();
        return length > 1 && out.charAt(length - 1) == ']' && out.charAt(length - 2) == ']';
    }

    /** But for the ends of its lines, which are counted. */
    private void leaveOut(int stop) {
        for (; position < stop; position++) {
            if (text.charAt(position) == '\n') {
                line++;
                out.append('\n');
            }
        }
    }

    /** Where two documents were put together, the second declares itself as well. */
    private void declaration() {
        int end = text.substring(position, Math.min(text.length(), position + LONGEST_DECLARATION))
                .indexOf("?>");
        if (end < 0) {
            copy('<');
            return;
        }
        repairs.note("declaration", "An XML declaration in the middle of the document was left out", line);
        leaveOut(position + end + "?>".length());
    }

    private void copyTo(int stop) {
        while (position < stop) {
            copy(text.charAt(position));
        }
    }

    /** A section without an end of its own would swallow the entries behind it; it ends where its element does. */
    private void section() {
        int inner = position + SECTION.length();
        if (sectionEnd < inner) {
            int found = text.indexOf(SECTION_END, inner);
            sectionEnd = found < 0 ? text.length() : found;
        }
        int next = text.indexOf(SECTION, inner);
        int limit = next < 0 ? text.length() : next;
        boolean ended = sectionEnd <= limit
                && sectionEnd < text.length()
                && !OpenSections.takeIn(text.substring(inner, sectionEnd));
        int elementEnd = ended ? -1 : elementEnd(inner, limit);
        if (elementEnd < 0) {
            copyTo(Math.min(text.length(), sectionEnd + SECTION_END.length()));
            return;
        }
        repairs.note("open-section", "A CDATA section without an end was ended where its element ends", line);
        copyTo(elementEnd);
        out.append(SECTION_END);
    }

    /** Where the end tag of the element stands that was started last; −1 when there is none up to the limit. */
    private int elementEnd(int from, int limit) {
        if (startTag < 0) {
            return -1;
        }
        int nameEnd = startTag;
        while (nameEnd < text.length() && " \t\r\n/>".indexOf(text.charAt(nameEnd)) < 0) {
            nameEnd++;
        }
        int at = text.substring(from, limit).indexOf("</" + text.substring(startTag, nameEnd) + ">");
        return at < 0 ? -1 : from + at;
    }

    /** Looks only at this place: a search that may fail would run to the end of the document each time. */
    private void angle(Matcher tags) {
        if (!mayBegin("/?!_:") || !tags.region(position, text.length()).lookingAt()) {
            repairs.note("bare-angle-bracket", "\"<\" that begins no tag was read as the character", line);
            out.append("&lt;");
            position++;
        } else if (text.startsWith(SECTION, position)) {
            section();
        } else if (text.startsWith("<!--", position)) {
            comment();
        } else if (text.regionMatches(true, position, "<?xml ", 0, "<?xml ".length())) {
            declaration();
        } else {
            startTag = mayBegin("_:") ? position + 1 : -1;
            missing = mayBegin("/_:") ? MissingEnd.of(text, position) : null;
            if (missing != null) {
                repairs.note("open-tag", "A tag without its end was ended where it can have ended at last", line);
            }
            copy('<');
        }
    }

    private boolean mayBegin(String others) {
        return mayBegin(text, position, others);
    }

    /** Whether a letter follows, or one of these; much faster than an expression, and a document can be all beginnings. */
    static boolean mayBegin(String text, int position, String others) {
        char next = position + 1 < text.length() ? text.charAt(position + 1) : ' ';
        return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || others.indexOf(next) >= 0;
    }
}
