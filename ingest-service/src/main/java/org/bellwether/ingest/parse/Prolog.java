package org.bellwether.ingest.parse;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the root element, taken off before any parser sees it: no parser then has a document type to load or an entity to
 * expand.
 *
 * @param rest the document from its root element on, on the same lines as before
 * @param entities plain replacement texts that the document declares itself, by name
 * @param bomb whether it declares entities made of other entities that unfold beyond measure
 */
record Prolog(String rest, Map<String, String> entities, boolean bomb) {

    private static final Pattern START = Pattern.compile(
            "<\\?xml|<!--|<!doctype|<(?:\\w+:)?(?:rss|feed|rdf|channel|html|urlset|entry)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARATION = Pattern.compile("\\A\\s*<\\?xml\\b.{0,300}?\\?>", Pattern.DOTALL);
    private static final Pattern UNDECLARED_END = Pattern.compile("\\A\\s*<\\?xml\\b[^<>]{0,300}>");
    private static final Pattern ENTITY =
            Pattern.compile("<!ENTITY\\s+([\\w.-]+)\\s+(?:\"([^\"]*)\"|'([^']*)')\\s*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTERNAL =
            Pattern.compile("<!ENTITY\\s+(?:(%)\\s+)?([\\w.-]+)\\s+(?:SYSTEM|PUBLIC)", Pattern.CASE_INSENSITIVE);
    private static final Pattern REFERENCE = Pattern.compile("[&%](?!#|(?:amp|lt|gt|quot|apos);)[\\w.-]+;");
    private static final Pattern NUMBER = Pattern.compile("&#(?:[xX]([0-9a-fA-F]{1,6})|(\\d{1,7}));");
    /** Scripts that fail put their complaint, as HTML, before the feed; any other element is the document's own root. */
    private static final Pattern OTHER_ELEMENT = Pattern.compile(
            "<(?!(?:br|b|p|i|u|em|strong|div|span|pre|hr|center|table|tr|td|th|script|style|font|a|code|small|h[1-6])\\b)[A-Za-z]",
            Pattern.CASE_INSENSITIVE);

    private static final int MAX_ENTITIES = 100;
    private static final int MAX_REPLACEMENT = 200;
    private static final int MOST_LEVELS = 4;

    static Prolog of(String document, Repairs repairs) {
        String text = withoutJunkBehindComments(withoutJunk(document, repairs), repairs);
        Matcher declaration = DECLARATION.matcher(text);
        Matcher broken = UNDECLARED_END.matcher(text);
        if (declaration.find()) {
            text = blanked(text, 0, declaration.end());
        } else if (broken.find()) {
            repairs.note("declaration", "The XML declaration is broken and was ignored", 1);
            text = blanked(text, 0, broken.end());
        }
        int start = afterComments(text);
        return text.regionMatches(true, start, "<!DOCTYPE", 0, "<!DOCTYPE".length())
                ? withoutDoctype(text, start, repairs)
                : new Prolog(text, Map.of(), false);
    }

    /** The first place that is neither white space nor in a comment or an instruction; tags in comments are none. */
    private static int afterComments(String text) {
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            String end = text.startsWith("<!--", at) ? "-->" : text.startsWith("<?", at) ? "?>" : "";
            int found = end.isEmpty() ? -1 : text.indexOf(end, at);
            if (found < 0) {
                break;
            }
            at = found + end.length();
        }
        return at;
    }

    private static Prolog withoutDoctype(String text, int start, Repairs repairs) {
        int end = doctypeEnd(text, start);
        String type = text.substring(start, end);
        Map<String, String> entities = new HashMap<>();
        Matcher entity = ENTITY.matcher(type);
        while (entity.find()) {
            String value = entity.group(2) != null ? entity.group(2) : entity.group(3);
            if (entities.size() < MAX_ENTITIES) {
                entities.putIfAbsent(entity.group(1), value);
            }
        }
        boolean bomb = !unfold(entities);
        int line = line(text, start);
        Matcher external = EXTERNAL.matcher(type);
        while (external.find()) {
            repairs.note("external-entity", "External entities are declared; they were not loaded", line);
            if (external.group(1) == null && entities.size() < MAX_ENTITIES) {
                // Nothing stands where it is used: its name would be taken for the text.
                entities.putIfAbsent(external.group(2), "");
            }
        }
        repairs.note("doctype", "The document type was ignored; document types are never loaded", line);
        return new Prolog(blanked(text, start, end), entities, bomb);
    }

    /**
     * Fills in those that are made of others; those that are long all by themselves are left out.
     *
     * @return whether they come to an end, and to a short one
     */
    private static boolean unfold(Map<String, String> entities) {
        entities.values()
                .removeIf(value -> value.length() > MAX_REPLACEMENT
                        && !REFERENCE.matcher(value).find());
        for (int level = 0; level <= MOST_LEVELS; level++) {
            boolean open = false;
            for (Map.Entry<String, String> entity : entities.entrySet()) {
                Matcher inner = REFERENCE.matcher(entity.getValue());
                if (inner.find()) {
                    open |= entities.containsKey(named(inner.group()));
                    entity.setValue(filledIn(entity.getValue(), entities));
                }
                if (entity.getValue().length() > MAX_REPLACEMENT) {
                    return false;
                }
            }
            if (!open) {
                entities.replaceAll((name, value) -> withCharacters(value));
                return true;
            }
        }
        return false;
    }

    private static String filledIn(String value, Map<String, String> entities) {
        StringBuilder filled = new StringBuilder();
        Matcher inner = REFERENCE.matcher(value);
        while (inner.find() && filled.length() <= MAX_REPLACEMENT) {
            String stated = inner.group();
            inner.appendReplacement(filled, Matcher.quoteReplacement(entities.getOrDefault(named(stated), stated)));
        }
        return inner.appendTail(filled).toString();
    }

    private static String named(String reference) {
        return reference.startsWith("&") ? reference.substring(1, reference.length() - 1) : "";
    }

    /** References by number are replaced where an entity is declared (XML 1.0 §4.5), not where it is used. */
    private static String withCharacters(String value) {
        return NUMBER.matcher(value).replaceAll(number -> {
            String hexadecimal = number.group(1);
            int code = hexadecimal == null ? Integer.parseInt(number.group(2)) : Integer.parseInt(hexadecimal, 16);
            return Matcher.quoteReplacement(Character.isValidCodePoint(code) ? Character.toString(code) : "\uFFFD");
        });
    }

    private static int doctypeEnd(String text, int start) {
        boolean subset = false;
        char quote = 0;
        int commentEnd = start;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && commentEnd >= 0 && text.startsWith("<!--", i)) {
                // Looked for once in vain, it is not looked for again: a document can be all openings.
                commentEnd = text.indexOf("-->", i);
                i = Math.max(i, commentEnd);
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                subset = true;
            } else if (c == ']') {
                subset = false;
            } else if (c == '>' && !subset) {
                return i + 1;
            }
        }
        // Never closed: all up to the first thing that looks like a feed.
        Matcher root = Pattern.compile("<(?:rss|feed|rdf)\\b", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .region(start, text.length());
        return root.find() ? root.start() : text.length();
    }

    /** Whether this is more than what a script complains of. */
    static boolean hasElements(CharSequence junk) {
        return OTHER_ELEMENT.matcher(junk).find();
    }

    private static String withoutJunk(String document, Repairs repairs) {
        Matcher start = START.matcher(document);
        if (!start.find() || start.start() == 0) {
            return document;
        }
        String junk = document.substring(0, start.start());
        if (hasElements(junk)) {
            return document;
        }
        repairs.note(
                "leading-junk",
                "Something stands before the document: " + (junk.isBlank() ? "white space" : "text"),
                1);
        return blanked(document, 0, start.start());
    }

    /** A comment may stand before what a script complains of. */
    private static String withoutJunkBehindComments(String text, Repairs repairs) {
        int first = afterComments(text);
        Matcher start = START.matcher(text).region(first, text.length());
        if (start.lookingAt()) {
            return text;
        }
        int from = first;
        while (start.region(from, text.length()).find()) {
            if (OTHER_ELEMENT.matcher(text).region(from, start.start()).find()) {
                return text;
            }
            if (!start.group().equals("<!--")) {
                repairs.note("leading-junk", "Something stands before the document: text", line(text, first));
                return blanked(text, 0, start.start());
            }
            int end = text.indexOf("-->", start.end());
            if (end < 0) {
                return text;
            }
            from = end + "-->".length();
        }
        return text;
    }

    /** The text with this part gone but its line breaks kept, so that lines still count. */
    static String blanked(String text, int start, int end) {
        StringBuilder kept = new StringBuilder();
        text.substring(start, end).chars().filter(c -> c == '\n').forEach(c -> kept.append('\n'));
        return text.substring(0, start) + kept + text.substring(end);
    }

    static int line(CharSequence text, int offset) {
        return 1
                + (int) text.subSequence(0, offset)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
