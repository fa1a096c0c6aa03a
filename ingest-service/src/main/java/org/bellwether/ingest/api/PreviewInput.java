package org.bellwether.ingest.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bellwether.egress.WebAddress;
import org.jspecify.annotations.Nullable;

/** What the body of a preview request is: the address of a feed, or a feed. */
sealed interface PreviewInput {

    /** Of a body that names an address. */
    int LONGEST_ADDRESS_BYTES = 64 << 10;

    /** Members that only a feed has (jsonfeed.org 1.1): one without items is sent too, if only to see what is wrong with it. */
    Set<String> MEMBERS_OF_FEEDS = Set.of(
            "version",
            "items",
            "title",
            "description",
            "home_page_url",
            "feed_url",
            "next_url",
            "author",
            "authors",
            "icon",
            "favicon",
            "hubs",
            "expired");

    /** {@code {"url": …}}. */
    record ByUrl(URI url) implements PreviewInput {}

    /** The feed itself. */
    record Document() implements PreviewInput {}

    /**
     * Tells the two apart. A JSON object with {@code url} and without the {@code version} or {@code items} of a JSON Feed
     * (jsonfeed.org 1.1, both required) is an address; so is meant any other object sent as plain JSON that has nothing of
     * a feed, and what is missing there is told. Everything else is the feed.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when an address is meant and is none
     */
    static PreviewInput of(byte[] body, @Nullable String contentType, ObjectMapper json) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        boolean plainJson = type.startsWith("application/json");
        if (!plainJson && !type.isBlank() && !type.contains("octet-stream") && !type.contains("urlencoded")) {
            return new Document();
        }
        Optional<JsonNode> sent = json(body, json);
        if (plainJson
                && (body.length == 0 || sent.filter(value -> !value.isObject()).isPresent())) {
            throw ApiProblem.invalid("body", "must be {\"url\": \"https://…\"} or the feed itself");
        }
        Optional<JsonNode> object = sent.filter(JsonNode::isObject);
        if (object.isEmpty() || object.get().has("version") || object.get().has("items")) {
            return new Document();
        }
        JsonNode url = object.get().path("url");
        if (url.isTextual()) {
            return new ByUrl(address("url", url.textValue()));
        }
        if (plainJson && (url.isValueNode() || MEMBERS_OF_FEEDS.stream().noneMatch(object.get()::has))) {
            throw ApiProblem.invalid(
                    "url",
                    url.isMissingNode()
                            ? "is missing: name the feed's address, or send the feed itself"
                            : "must be a text, such as \"https://example.org/feed\"");
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
            return WebAddress.web(text);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.invalid(field, String.valueOf(e.getMessage()));
        }
    }

    /** What was sent as JSON; empty when it is none, or too long to be anything but a feed. */
    private static Optional<JsonNode> json(byte[] body, ObjectMapper json) {
        if (body.length > LONGEST_ADDRESS_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readTree(body)).filter(value -> !value.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
