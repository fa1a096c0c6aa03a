package org.bellwether.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.bellwether.messaging.EventJson;
import org.jspecify.annotations.Nullable;

/**
 * A request's body, read member by member, so that everything that is wrong in it is said at once and by its place.
 * Members that nobody asks for are ignored.
 */
public final class RequestJson {

    /** The field of a violation that is of the body as a whole. */
    public static final String BODY = "(body)";
    /** An address, a few ids or a note are far shorter. */
    private static final int LONGEST = 64 * 1024;

    private static final ObjectMapper MAPPER = EventJson.configure(JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build());

    private final JsonNode json;
    private final List<Violation> violations = new ArrayList<>();

    private RequestJson(JsonNode json) {
        this.json = json;
    }

    /**
     * Reads a body that must be an object.
     *
     * @param what is expected, in words, for who sent something else
     * @throws HttpProblem 400 when it is empty, no JSON, or no object; 413 when it is larger than any request needs
     */
    public static RequestJson object(String body, String what) {
        if (body.length() > LONGEST) {
            throw HttpProblem.valueOf(
                    Status.REQUEST_ENTITY_TOO_LARGE, "the body has more than " + LONGEST + " characters");
        }
        JsonNode json = tree(body, what);
        if (!json.isObject()) {
            throw Problems.invalid(new Violation(BODY, "must be " + what + ", not " + kind(json)));
        }
        return new RequestJson(json);
    }

    /**
     * Reads a body of any shape.
     *
     * @param what is expected, in words, for who sent nothing
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it is empty or no JSON
     */
    public static JsonNode tree(String body, String what) {
        if (body.isBlank()) {
            throw Problems.invalid(new Violation(BODY, "is empty; must be " + what));
        }
        return parse(body);
    }

    /** Reads a body that must be an object; an empty one is taken for an object without members. */
    public static RequestJson optional(String body, String what) {
        return object(body.isBlank() ? "{}" : body, what);
    }

    /** A text; null where the member is absent, null, or wrong, which is then noted. */
    public @Nullable String text(String name) {
        JsonNode member = json.path(name);
        return absent(member) ? null : text(member, name, "text");
    }

    /**
     * Texts in a list, each at its own place, with null in the place of one that is wrong, which is then noted; empty
     * where the member is absent, null, or wrong.
     */
    public List<@Nullable String> texts(String name) {
        JsonNode member = json.path(name);
        if (absent(member)) {
            return List.of();
        }
        if (!member.isArray()) {
            violations.add(new Violation(name, "must be a list of texts, not " + kind(member)));
            return List.of();
        }
        List<@Nullable String> texts = new ArrayList<>();
        for (int i = 0; i < member.size(); i++) {
            texts.add(text(member.get(i), name + "[" + i + "]", "text"));
        }
        return Collections.unmodifiableList(texts);
    }

    /** What has been found wrong by now. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    private @Nullable String text(JsonNode member, String path, String expected) {
        if (member.isTextual()) {
            return member.textValue();
        }
        violations.add(new Violation(path, "must be " + expected + ", not " + kind(member)));
        return null;
    }

    private static boolean absent(JsonNode member) {
        return member.isMissingNode() || member.isNull();
    }

    /** What the parser says of its own limits and classes goes no further; the place is what helps. */
    private static JsonNode parse(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            @Nullable JsonLocation at = e.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw Problems.invalid(new Violation(BODY, "cannot be read as JSON" + place));
        }
    }

    private static String kind(JsonNode json) {
        return switch (json.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case BINARY, STRING -> "text";
            default -> json.isNull() ? "null" : "a " + json.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }
}
