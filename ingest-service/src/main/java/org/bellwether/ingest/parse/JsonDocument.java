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

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxTokenCount(MAX_TOKENS)
                        .build());
    }

    private static final Pattern FIRST_MEMBER = Pattern.compile("\\{\\s*+[\"']?([\\w-]{1,100})");

    private final String text;
    private final ObjectNode root = JSON.createObjectNode();

    /** Up to where the list of entries has been read; −1 outside of it. */
    private int readTo = -1;

    private JsonDocument(String text) {
        this.text = text;
    }

    /**
     * The document's root.
     *
     * @throws TooComplexException when it nests or multiplies beyond measure
     * @throws NoJsonException when it is no JSON, nor the start of a feed
     */
    static JsonNode read(String text, Repairs repairs, Problems problems) throws TooComplexException, NoJsonException {
        JsonDocument document = new JsonDocument(text);
        JsonProcessingException broken = document.fault();
        if (broken == null) {
            return document.root;
        }
        JsonNode root = document.salvaged(broken, problems);
        if (root.path("items").isEmpty()) {
            throw new NoJsonException(broken.getLocation());
        }
        repairs.note("salvaged", "The JSON breaks off or is broken; what is sound of it was read", line(broken));
        return root;
    }

    /** Reads as far as it can, and says what stopped it; null where nothing did. */
    private @Nullable JsonProcessingException fault() throws TooComplexException {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                member(parser);
            }
            return null;
        } catch (StreamConstraintsException e) {
            throw new TooComplexException(false);
        } catch (JsonProcessingException e) {
            return e;
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read", e);
        }
    }

    /** The items are put in their place one by one, so that those before a broken one are there. */
    private void member(JsonParser parser) throws IOException {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("items")) {
            ArrayNode items = root.putArray(name);
            readTo = offset(parser);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(parser.<JsonNode>readValueAsTree());
                readTo = offset(parser);
            }
            readTo = -1;
        } else {
            root.set(name, parser.<JsonNode>readValueAsTree());
        }
    }

    /** With the entries behind a broken one. */
    private JsonNode salvaged(JsonProcessingException broken, Problems problems) throws TooComplexException {
        if (readTo < 0) {
            return root;
        }
        JsonSalvage.Kept kept = JsonSalvage.of(JSON, text, readTo, firstMember());
        if (kept.cut()) {
            problems.error("truncated", "The document ends in the middle; an entry that is cut off was left out");
        }
        for (int i = 0; i < kept.lost(); i++) {
            problems.error(
                    "broken-entry",
                    "From line " + line(broken) + " on something among the entries is broken, and was left out");
        }
        JsonDocument rest = new JsonDocument(kept.text());
        // What stands behind the entries may be broken as well.
        rest.fault();
        // What seems to stand behind them may be of a broken one, so what stood before them goes first.
        root.remove("items");
        return rest.root.setAll(root);
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
