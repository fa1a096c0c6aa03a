package org.bellwether.ingest.parse;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * Mends what makes a document ill-formed although its meaning is plain: HTML's entity names, bare ampersands and angle brackets, characters
 * XML does not allow, CDATA sections that nobody ended. What else CDATA sections and comments hold is left as it is, but for forbidden
 * characters.
 */
final class MarkupRepair {

    private static final Pattern REFERENCE =
            Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][\\w.-]{0,40});");
    private static final Pattern TAG = Pattern.compile("<(?:[A-Za-z_:]|/[A-Za-z_:]|\\?[A-Za-z]|!--|!\\[CDATA\\[)");
    private static final Map<String, String> OF_XML =
            Map.of("amp", "&amp;", "lt", "&lt;", "gt", "&gt;", "quot", "&quot;", "apos", "&apos;");
    private static final String SECTION = "<![CDATA[";
    private static final String SECTION_END = "]]>";
    private static final int MAX_EXPANSIONS = 10_000;

    /** By how much mending may lengthen a document: of ten million ampersands each would become five characters. */
    private static final int MOST_ADDED_CHARS = 1_000_000;

    private final String text;
    private final Map<String, String> declared;
    private final Repairs repairs;
    private final Problems problems;
    private final StringBuilder out;
    private int position;
    private int line = 1;
    private int expansions;
    /** Where the name of the start tag last copied begins; before the text while an end tag was the last. */
    private int startTag = -1;
    /** Where the next section's end is found; sections without one would each be searched to the end of the document. */
    private int sectionEnd = -1;
    /** Whether no comment ends from here on. */
    private boolean openComment;

    private MarkupRepair(String text, Map<String, String> declared, Repairs repairs, Problems problems) {
        this.text = text;
        this.declared = declared;
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
        Matcher references = REFERENCE.matcher(text);
        Matcher tags = TAG.matcher(text);
        while (position < text.length() && out.length() - position <= MOST_ADDED_CHARS) {
            char c = text.charAt(position);
            if (c == '&') {
                reference(references);
            } else if (c == '<') {
                angle(tags);
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

    private static boolean isAllowed(char c) {
        return (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) || c == '\t' || c == '\n' || c == '\r';
    }

    /** One without an end would hide all that follows. */
    private void comment() {
        int end = openComment ? -1 : text.indexOf("-->", position);
        if (end >= 0) {
            copyTo(end + "-->".length());
            return;
        }
        openComment = true;
        repairs.note("bare-angle-bracket", "\"<\" that begins no tag was read as the character", line);
        out.append("&lt;");
        position++;
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
        int elementEnd = sectionEnd <= limit && sectionEnd < text.length() ? -1 : elementEnd(inner, limit);
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
        } else {
            startTag = mayBegin("_:") ? position + 1 : -1;
            copy('<');
        }
    }

    /** Whether a letter follows, or one of these; much faster than an expression, and a document can be all beginnings. */
    private boolean mayBegin(String others) {
        char next = position + 1 < text.length() ? text.charAt(position + 1) : ' ';
        return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || others.indexOf(next) >= 0;
    }

    private void reference(Matcher references) {
        if (!mayBegin("#") || !references.region(position, text.length()).lookingAt()) {
            repairs.note("bare-ampersand", "\"&\" that begins no entity was read as the character", line);
            out.append("&amp;");
            position++;
            return;
        }
        String name = references.group(1);
        position = references.end();
        if (name.charAt(0) == '#') {
            number(name);
        } else if (OF_XML.containsKey(name)) {
            out.append(OF_XML.get(name));
        } else {
            named(name);
        }
    }

    private void named(String name) {
        String replacement = declared.get(name);
        if (replacement != null && replacement.isEmpty()) {
            // Declared as empty, or as something outside, which the prolog has told.
            return;
        }
        if (replacement != null && expansions++ < MAX_EXPANSIONS) {
            repairs.note("declared-entity", "Entities that the document declares itself were filled in", line);
            out.append(escaped(replacement));
        } else if (Entities.isNamedEntity(name)) {
            repairs.note(
                    "html-entity", "Entities of HTML (such as &" + name + ";) were read as their characters", line);
            out.append(escaped(Entities.getByName(name)));
        } else {
            repairs.note("unknown-entity", "The unknown entity &" + name + "; was left as text", line);
            out.append("&amp;").append(name).append(';');
        }
    }

    private void number(String name) {
        boolean hexadecimal = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int code = hexadecimal ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        boolean surrogate = code >= 0xD800 && code <= 0xDFFF;
        if (surrogate || code > 0x10FFFF) {
            repairs.note("no-character", "Numbers that no character has are shown as \uFFFD", line);
            out.append('\uFFFD');
        } else if (code > 0xFFFF || isAllowed((char) code)) {
            out.append("&#").append(code).append(';');
        } else {
            repairs.note("control-character", "Characters that XML forbids were left out", line);
        }
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
