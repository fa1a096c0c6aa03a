package org.bellwether.ingest.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes out the members of a broken object one by one, up to the list of entries: a name and a colon begin one, whatever stands before. A text
 * ends at the quotation mark behind which another member begins or the object ends, so that it may hold marks that nobody escaped.
 */
final class JsonMembers {

    private static final Pattern MEMBER =
            Pattern.compile("(?:([\"'])([\\w-]{1,100})\\1|(?<=[{,\\s])([A-Za-z_]\\w{0,99}))\\s*+:\\s*+");

    /** With nothing in it, or with objects. */
    private static final Pattern LIST =
            Pattern.compile("(?:([\"'])items\\1|(?<=[{,\\s])items)\\s*+:\\s*+(\\[)\\s*+(?=[{\\]])");

    /** What matters within a text: an escape, another member, a mark that ends it, any other. */
    private static final String WITHIN =
            "\\\\.|[,{]\\s*+[\"'][\\w-]{1,100}[\"']\\s*+:|(%1$s)(?=\\s*+(?:\\}|\\z|[\"'][\\w-]{1,100}[\"']\\s*+:"
                    + "|,[\\s,]*+(?:\\}|\\z|[\"'][\\w-]{1,100}[\"']\\s*+:|[A-Za-z_]\\w{0,99}\\s*+:)))|%1$s";

    private static final Pattern IN_DOUBLE = Pattern.compile(WITHIN.formatted("\""), Pattern.DOTALL);
    private static final Pattern IN_SINGLE = Pattern.compile(WITHIN.formatted("'"), Pattern.DOTALL);
    private static final Pattern MARK = Pattern.compile("\\\\.|[\"']", Pattern.DOTALL);

    private final JsonMapper json;
    private final String text;
    private final char[] chars;
    private final ObjectNode members;
    private final Tries tries;
    private int list;

    private JsonMembers(JsonMapper json, String text) {
        this.json = json;
        this.text = text;
        this.chars = text.toCharArray();
        this.tries = new Tries(text);
        this.members = json.createObjectNode();
    }

    /**
     * What was made out.
     *
     * @param members of those that there are twice the first
     * @param list where the list of entries begins; −1 where there is none
     */
    record Found(ObjectNode members, int list) {}

    /** Those that begin behind this place. */
    static Found of(JsonMapper json, String text, int from) {
        JsonMembers all = new JsonMembers(json, text);
        all.read(from);
        return new Found(all.members, all.list);
    }

    private void read(int from) {
        Matcher lists = LIST.matcher(text);
        Matcher names = MEMBER.matcher(text);
        boolean more = lists.find(from);
        int at = from;
        while (tries.areLeft() && names.find(at) && (!more || names.start() < lists.start())) {
            at = member(names, more ? lists.start() : text.length());
            // One within a sound value is not that of the feed.
            more = more && (at <= lists.start() || lists.find(at));
        }
        list = more ? lists.start(2) : -1;
    }

    /** Where to look for the next. */
    private int member(MatchResult name, int limit) {
        int from = name.end();
        boolean isText = from < limit && (text.charAt(from) == '"' || text.charAt(from) == '\'');
        int end = isText ? textEnd(from, limit) : -1;
        if (isText && end < 0) {
            return from;
        }
        char[] value = end < 0 ? chars : escaped(from, end).toCharArray();
        int start = end < 0 ? from : 0;
        try (JsonParser parser = json.createParser(new CharArrayReader(value, start, value.length - start))) {
            parser.nextToken();
            // A parser and its buffer cost as much where they find something.
            tries.count(0);
            String stated = name.group(2) == null ? name.group(3) : name.group(2);
            members.putIfAbsent(stated, parser.<JsonNode>readValueAsTree());
            return end < 0 ? from + (int) parser.currentLocation().getCharOffset() : end;
        } catch (JsonProcessingException e) {
            tries.look(e.getLocation() == null ? 0 : e.getLocation().getCharOffset());
            return from;
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read", e);
        }
    }

    /** Behind the text that begins here, which no other member is part of; −1 where it has no end. */
    private int textEnd(int from, int limit) {
        char mark = text.charAt(from);
        Matcher within = (mark == '"' ? IN_DOUBLE : IN_SINGLE)
                .matcher(text)
                .region(from + 1, limit)
                .useTransparentBounds(true);
        int first = -1;
        while (within.find()) {
            char found = text.charAt(within.start());
            if (within.group(1) != null) {
                return within.end();
            }
            if (found == ',' || found == '{') {
                break;
            }
            first = first < 0 && found == mark ? within.end() : first;
        }
        tries.look((within.hitEnd() ? limit : within.end()) - from);
        return first;
    }

    /** As JSON writes it. */
    private String escaped(int from, int end) {
        char mark = text.charAt(from);
        String inner = MARK.matcher(text.substring(from + 1, end - 1))
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group().charAt(0) == mark ? "\\" + mark : found.group()));
        return mark + inner + mark;
    }
}
