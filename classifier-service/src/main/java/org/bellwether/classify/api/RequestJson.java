package org.bellwether.classify.api;

import com.fasterxml.jackson.core.JsonProcessingException;
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

    static JsonNode read(String body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            if (json != null && !json.isMissingNode()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw Violations.problem(new FieldViolation("(body)", "not JSON: " + e.getOriginalMessage()));
        }
        throw Violations.problem(new FieldViolation("(body)", "is empty; an item or an array of items is expected"));
    }
}
