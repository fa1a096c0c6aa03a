package org.bellwether.ingest.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads JSON that is nearly so, and of a feed that breaks off or is broken all entries that are whole. */
final class JsonDocument {

    private static final int MAX_DEPTH = 100;

    /** For as many entries as are read, each of a hundred members. */
    private static final long MAX_TOKENS = 1_000_000;

    private static final JsonMapper STRICT = mapper();
    private static final JsonMapper LOOSE =
            mapper(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES);

    private static final Pattern FIRST_MEMBER = Pattern.compile("\\{\\s*+[\"']?([\\w-]{1,100})");

    private final JsonMapper json;
    private final String text;
    private final ObjectNode root;

    /** Up to where the list of entries has been read; −1 outside of it. */
    private int readTo = -1;

    /** Where the list of entries ends; −1 before that. */
    private int behindEntries = -1;

    /** Where the object ends; −1 where it does not. */
    private int end = -1;

    private JsonDocument(JsonMapper json, String text) {
        this.json = json;
        this.text = text;
        this.root = json.createObjectNode();
    }

    /**
     * The document's root.
     *
     * @throws TooComplexException when it nests or multiplies beyond measure
     * @throws NoJsonException when it is no JSON, nor the start of a feed
     */
    static JsonNode read(String text, Repairs repairs, Problems problems) throws TooComplexException, NoJsonException {
        JsonDocument strict = new JsonDocument(STRICT, text);
        JsonProcessingException first = strict.fault();
        if (first == null) {
            return strict.whole(problems);
        }
        JsonDocument loose = new JsonDocument(LOOSE, text);
        JsonProcessingException broken = loose.fault();
        if (broken == null) {
            repairs.note("salvaged", "The JSON has names or texts without double quotation marks", line(first));
            return loose.whole(problems);
        }
        JsonNode root = loose.salvaged(broken, problems);
        boolean entriesLost = problems.has("truncated") || problems.has("broken-entry");
        if (!root.path("items").isArray() || (root.path("items").isEmpty() && entriesLost)) {
            throw new NoJsonException(first.getLocation());
        }
        repairs.note("salvaged", "The JSON breaks off or is broken; what is sound of it was read", line(first));
        return root;
    }

    private static JsonMapper mapper(JsonReadFeature... more) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(
                        JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                        JsonReadFeature.ALLOW_TRAILING_COMMA,
                        JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                        JsonReadFeature.ALLOW_JAVA_COMMENTS,
                        JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                .enable(more)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxTokenCount(MAX_TOKENS)
                        .build());
        return mapper;
    }

    /** Reads as far as it can, and says what stopped it; null where nothing did. */
    private @Nullable JsonProcessingException fault() throws TooComplexException {
        try (JsonParser parser = json.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                member(parser);
            }
            end = offset(parser);
            return null;
        } catch (StreamConstraintsException e) {
            throw new TooComplexException(false);
        } catch (JsonProcessingException e) {
            return e;
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read", e);
        }
    }

    /** The items are put in their place one by one, so that those before a broken one are there, and those of another list. */
    private void member(JsonParser parser) throws IOException {
        String name = parser.currentName();
        boolean known = name.equals("items") && root.path(name).isArray();
        if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("items")) {
            ArrayNode items = known ? root.withArray(name) : root.putArray(name);
            readTo = offset(parser);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(parser.<JsonNode>readValueAsTree());
                readTo = offset(parser);
            }
            behindEntries = readTo;
            readTo = -1;
        } else {
            JsonNode value = parser.<JsonNode>readValueAsTree();
            root.set(name, known ? root.path(name) : value);
        }
    }

    /** With a word of what nobody reads behind it. */
    private JsonNode whole(Problems problems) {
        if (JsonStart.isFeed(text.substring(end))) {
            problems.error("second-document", "Behind the feed begins another document, which was not read");
        }
        return root;
    }

    /** With what is sound behind what is broken. */
    private JsonNode salvaged(JsonProcessingException broken, Problems problems) throws TooComplexException {
        if (readTo >= 0) {
            return withLaterEntries(broken, problems);
        }
        JsonMembers.Found found = JsonMembers.of(json, text, Math.max(0, behindEntries));
        if (behindEntries >= 0) {
            found.members().remove("items");
            return root.setAll(found.members());
        }
        if (found.list() < 0) {
            return root;
        }
        JsonDocument rest = new JsonDocument(json, "{\"items\":" + Prolog.blanked(text, 0, found.list()));
        JsonProcessingException still = rest.fault();
        return found.members().setAll((ObjectNode) (still == null ? rest.root : rest.salvaged(still, problems)));
    }

    private JsonNode withLaterEntries(JsonProcessingException broken, Problems problems) throws TooComplexException {
        JsonSalvage.Kept kept = JsonSalvage.of(json, text, readTo, firstMember());
        if (kept.cut()) {
            problems.error("truncated", "The document ends in the middle; an entry that is cut off was left out");
        }
        for (int i = 0; i < kept.lost(); i++) {
            problems.error(
                    "broken-entry",
                    "From line " + line(broken) + " on something among the entries is broken, and was left out");
        }
        JsonDocument rest = new JsonDocument(json, kept.text());
        JsonProcessingException behind = rest.fault();
        JsonNode all = behind == null || rest.readTo >= 0 ? rest.root : rest.salvaged(behind, problems);
        // What seems to stand behind them may be of a broken one, so what stood before them goes first.
        root.remove("items");
        return ((ObjectNode) all).setAll(root);
    }

    /** That of the first entry, as one program wrote them all. */
    private String firstMember() {
        Iterator<String> members = root.path("items").path(0).fieldNames();
        if (members.hasNext()) {
            return members.next();
        }
        Matcher first = FIRST_MEMBER.matcher(text);
        return first.find(readTo) ? first.group(1) : "id";
    }

    private static int line(JsonProcessingException broken) {
        return broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
    }

    private static int offset(JsonParser parser) {
        return (int) parser.currentLocation().getCharOffset();
    }
}
