package org.bellwether.ingest.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Leaves broken entries out of a JSON feed, so that they do not cost those behind them. As a string may be what is broken, nothing tells how
 * deep a place is: an entry begins where an object begins with the member that the feed's entries begin with.
 */
final class JsonSalvage {

    /** What an entry has besides, and no feed; an object within a broken one may begin like it. A title both have. */
    private static final Set<String> OF_ENTRIES =
            Set.of("url", "external_url", "content_html", "content_text", "summary", "date_published");

    private static final String OF_ATTACHMENTS = "mime_type";
    private static final Set<String> OF_AUTHORS = Set.of("name", "avatar");

    /** Behind the list of entries, where the feed says more. */
    private static final Pattern LIST_END = Pattern.compile("]\\s*+(,)");

    private final JsonMapper json;
    private final String text;
    private final char[] chars;
    private final Tries tries;
    private final StringBuilder kept = new StringBuilder();
    private int readTo;
    private int lost;

    private JsonSalvage(JsonMapper json, String text, int readTo) {
        this.json = json;
        this.text = text;
        this.chars = text.toCharArray();
        this.tries = new Tries(text);
        this.readTo = readTo;
        kept.append(text, 0, readTo);
    }

    /**
     * What could be kept.
     *
     * @param text the document without its broken entries
     * @param lost how many places were left out
     * @param cut whether the document ends before its entries do
     */
    record Kept(String text, int lost, boolean cut) {}

    /** The names of an object's members, and where it ends. */
    private record Read(Set<String> members, int end) {

        private boolean isEntry() {
            boolean other = members.contains(OF_ATTACHMENTS)
                    || (!members.contains("id") && OF_AUTHORS.stream().anyMatch(members::contains));
            return !other && (members.contains("title") || hasWhatFeedsHaveNot());
        }

        private boolean hasWhatFeedsHaveNot() {
            return members.stream().anyMatch(OF_ENTRIES::contains);
        }
    }

    /**
     * Keeps what can be read.
     *
     * @param readTo up to where all is well; within the list of entries
     * @param member that entries begin with
     */
    static Kept of(JsonMapper json, String text, int readTo, String member) {
        JsonSalvage salvage = new JsonSalvage(json, text, readTo);
        salvage.run(Pattern.compile("[,}]\\s*+(\\{\\s*+([\"']?)" + Pattern.quote(member) + "\\2\\s*+:)"));
        return salvage.kept();
    }

    private void run(Pattern start) {
        Matcher starts = start.matcher(text);
        int at = Math.max(0, readTo - 1);
        while (tries.areLeft() && starts.find(at)) {
            int from = starts.start(1);
            int end = end(from);
            at = end < 0 ? from : end - 1;
            if (end >= 0) {
                lost += isBlank(text.substring(readTo, from)) ? 0 : 1;
                kept.append(kept.charAt(kept.length() - 1) == '[' ? "" : ",").append(text, from, end);
                readTo = end;
            }
        }
    }

    private Kept kept() {
        String rest = text.substring(readTo).strip();
        if (rest.startsWith("]")) {
            return new Kept(kept + rest, lost, false);
        }
        boolean cut = isBlank(rest) || !rest.endsWith("}");
        return new Kept(kept + "]" + (cut ? "}" : behindEntries()), cut ? lost : lost + 1, cut);
    }

    /** What is said of the feed behind its entries; behind a list within a broken one, no object goes on to the end of the document. */
    private String behindEntries() {
        int end = text.stripTrailing().length();
        Matcher lists = LIST_END.matcher(text);
        int at = readTo;
        while (tries.areLeft() && lists.find(at)) {
            at = lists.start(1);
            chars[at] = '{';
            Read members = object(at);
            chars[at] = ',';
            if (members != null && members.end() == end) {
                return members.hasWhatFeedsHaveNot() ? "}" : text.substring(at, end);
            }
        }
        return "}";
    }

    private static boolean isBlank(String between) {
        return between.chars().allMatch(c -> c == ',' || Character.isWhitespace(c));
    }

    /** Behind the entry that begins here; −1 where none does that is sound. */
    private int end(int from) {
        long before = tries.spent();
        Read read = object(from);
        if (read == null || !read.isEntry()) {
            return -1;
        }
        tries.backTo(before);
        return read.end();
    }

    /** The object that begins here; null where it is broken. */
    private @Nullable Read object(int from) {
        try (JsonParser parser = json.createParser(new CharArrayReader(chars, from, chars.length - from))) {
            Set<String> members = new HashSet<>();
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                members.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
            Read read = new Read(members, from + (int) parser.currentLocation().getCharOffset());
            tries.count(read.end() - from);
            return read;
        } catch (JsonProcessingException e) {
            tries.count(e.getLocation() == null ? 0 : e.getLocation().getCharOffset());
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read", e);
        }
    }
}
