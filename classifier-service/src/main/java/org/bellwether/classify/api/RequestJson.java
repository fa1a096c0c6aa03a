package org.bellwether.classify.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.bellwether.classify.api.Violations.FieldViolation;
import org.bellwether.messaging.EventJson;

/** Reads a request's body as a tree, so that what is wrong in it can be named by its place. */
final class RequestJson {

    private static final ObjectMapper MAPPER = EventJson.configure(JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build());

    private RequestJson() {}

    private static String notJson(JsonProcessingException e) {
        JsonLocation place = e.getLocation();
        String where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        return "is not JSON" + where;
    }

    static JsonNode read(String body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            if (json != null && !json.isMissingNode()) {
                return json;
            }
        } catch (StreamConstraintsException e) {
            // Its message names the library's own limits and how to program others.
            throw Violations.problem(new FieldViolation("(body)", "holds a text or a number too long to read"));
        } catch (JsonProcessingException e) {
            throw Violations.problem(new FieldViolation("(body)", notJson(e)));
        }
        throw Violations.problem(new FieldViolation("(body)", "is empty; an item or an array of items is expected"));
    }
}
