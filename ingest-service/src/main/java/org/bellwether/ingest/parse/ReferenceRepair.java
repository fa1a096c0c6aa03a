package org.bellwether.ingest.parse;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/** Mends ampersands and what follows them: HTML's names and the document's own, numbers that no character has, and those that begin nothing. */
final class ReferenceRepair {

    private static final Pattern REFERENCE =
            Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][\\w.-]{0,40});");
    private static final Map<String, String> OF_XML =
            Map.of("amp", "&amp;", "lt", "&lt;", "gt", "&gt;", "quot", "&quot;", "apos", "&apos;");
    private static final int MAX_EXPANSIONS = 10_000;

    private final String text;
    private final Map<String, String> declared;
    private final Repairs repairs;
    private final Matcher references;
    private int expansions;

    /**
     * For one document.
     *
     * @param declared replacement texts of the entities the document declares itself; they hold no markup
     */
    ReferenceRepair(String text, Map<String, String> declared, Repairs repairs) {
        this.text = text;
        this.declared = declared;
        this.repairs = repairs;
        this.references = REFERENCE.matcher(text);
    }

    /** Writes what the ampersand at this place stands for, and returns where what follows begins. */
    int mend(int position, int line, StringBuilder out) {
        if (!MarkupRepair.mayBegin(text, position, "#") || !isReference(position)) {
            repairs.note("bare-ampersand", "\"&\" that begins no entity was read as the character", line);
            out.append("&amp;");
            return position + 1;
        }
        String name = references.group(1);
        int end = references.end();
        if (name.charAt(0) == '#') {
            return number(code(name), end, line, out);
        }
        String ofXml = OF_XML.get(name);
        out.append(ofXml == null ? named(name, line) : ofXml);
        return end;
    }

    /** Looks only at this place: a search that may fail would run to the end of the document each time. */
    private boolean isReference(int position) {
        return references.region(position, text.length()).lookingAt();
    }

    private String named(String name, int line) {
        String replacement = declared.get(name);
        if (replacement != null && replacement.isEmpty()) {
            // Declared as empty, or as something outside, which the prolog has told.
            return "";
        }
        if (replacement != null && expansions++ < MAX_EXPANSIONS) {
            repairs.note("declared-entity", "Entities that the document declares itself were filled in", line);
            return escaped(replacement);
        }
        if (Entities.isNamedEntity(name)) {
            repairs.note(
                    "html-entity", "Entities of HTML (such as &" + name + ";) were read as their characters", line);
            return escaped(Entities.getByName(name));
        }
        repairs.note("unknown-entity", "The unknown entity &" + name + "; was left as text", line);
        return "&amp;" + name + ";";
    }

    private int number(int code, int end, int line, StringBuilder out) {
        if (isHalf(code)) {
            return half(code, end, line, out);
        }
        if (code > Character.MAX_CODE_POINT) {
            noCharacter(line, out);
        } else if (code > Character.MAX_VALUE || MarkupRepair.isAllowed((char) code)) {
            out.append("&#").append(code).append(';');
        } else {
            repairs.note("control-character", "Characters that XML forbids were left out", line);
        }
        return end;
    }

    /** Programs that count in UTF-16 write what lies beyond it as two numbers. */
    private int half(int first, int end, int line, StringBuilder out) {
        int second = isReference(end) ? code(references.group(1)) : -1;
        if (!isHalf(second) || !Character.isSurrogatePair((char) first, (char) second)) {
            noCharacter(line, out);
            return end;
        }
        repairs.note("halved-character", "Characters written as their two halves were put together", line);
        out.appendCodePoint(Character.toCodePoint((char) first, (char) second));
        return references.end();
    }

    private void noCharacter(int line, StringBuilder out) {
        repairs.note("no-character", "Numbers that no character has are shown as \uFFFD", line);
        out.append('\uFFFD');
    }

    /** Of a reference by number, else −1. */
    private static int code(String name) {
        if (name.charAt(0) != '#') {
            return -1;
        }
        boolean hexadecimal = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        return hexadecimal ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
    }

    private static boolean isHalf(int code) {
        return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
