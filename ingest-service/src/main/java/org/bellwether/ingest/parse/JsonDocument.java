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

/** Reads JSON that is nearly so, and of a feed that breaks off all that stands before the place. */
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

    private JsonDocument() {}

    /**
     * The document's root.
     *
     * @throws TooComplexException when it nests or multiplies beyond measure
     * @throws NoJsonException when it is no JSON, nor the start of a feed
     */
    static JsonNode read(String text, Repairs repairs, Problems problems) throws TooComplexException, NoJsonException {
        ObjectNode root = JSON.createObjectNode();
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                member(root, parser);
            }
            return root;
        } catch (StreamConstraintsException e) {
            throw new TooComplexException(false);
        } catch (JsonProcessingException e) {
            if (!(root.path("items") instanceof ArrayNode items) || items.isEmpty()) {
                throw new NoJsonException(e.getLocation());
            }
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            repairs.note("salvaged", "The JSON breaks off or is broken; what stands before was read", line);
            problems.error("truncated", "The document ends in the middle; an entry that is cut off was left out");
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read", e);
        }
    }

    /** The items are put in their place one by one, so that those before a broken one are there. */
    private static void member(ObjectNode root, JsonParser parser) throws IOException {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("items")) {
            ArrayNode items = root.putArray(name);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(parser.<JsonNode>readValueAsTree());
            }
        } else {
            root.set(name, parser.<JsonNode>readValueAsTree());
        }
    }
}
