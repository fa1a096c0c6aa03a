package org.bellwether.ingest.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the body of a preview request is: the address of a feed, or a feed. */
sealed interface PreviewInput {

    /** {@code {"url": …}}. */
    record ByUrl(URI url) implements PreviewInput {}

    /** The feed itself. */
    record Document() implements PreviewInput {}

    /**
     * Tells the two apart. A JSON object with {@code url} and without the {@code version} or {@code items} of a JSON Feed
     * (jsonfeed.org 1.1, both required) is an address; so is meant any other object sent as plain JSON, and what is
     * missing there is told. Everything else is the feed.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when an address is meant and is none
     */
    static PreviewInput of(byte[] body, @Nullable String contentType, ObjectMapper json) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        boolean plainJson = type.startsWith("application/json");
        if (!plainJson && !type.isBlank() && !type.contains("octet-stream") && !type.contains("urlencoded")) {
            return new Document();
        }
        Optional<JsonNode> object = object(body, json);
        if (object.isEmpty() || object.get().has("version") || object.get().has("items")) {
            return new Document();
        }
        JsonNode url = object.get().path("url");
        if (url.isTextual()) {
            return new ByUrl(address("url", url.textValue()));
        }
        if (plainJson) {
            throw ApiProblem.invalid("url", url.isMissingNode() ? "is missing" : "must be a text");
        }
        return new Document();
    }

    /**
     * An absolute http or https address.
     *
     * @param field it was given in, to name it when it is none
     */
    static URI address(String field, String text) {
        try {
            URI uri = new URI(text.strip());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw ApiProblem.invalid(field, "is not a URL: " + e.getReason());
        }
        throw ApiProblem.invalid(field, "must be an absolute http or https URL");
    }

    private static Optional<JsonNode> object(byte[] body, ObjectMapper json) {
        int start = 0;
        while (start < body.length && Character.isWhitespace(body[start])) {
            start++;
        }
        if (start == body.length || body[start] != '{') {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json.readTree(body)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
