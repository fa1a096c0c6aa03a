package org.bellwether.ingest.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1). */
final class JsonFeedReader {

    private static final int MAX_DEPTH = 100;

    /** For as many entries as are read, each of a hundred members. */
    private static final long MAX_TOKENS = 1_000_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxTokenCount(MAX_TOKENS)
                        .build());
    }

    private final Reading reading;
    private final @Nullable String base;
    private final @Nullable String contentLanguage;

    JsonFeedReader(Reading reading, @Nullable String base, @Nullable String contentLanguage) {
        this.reading = reading;
        this.base = base;
        this.contentLanguage = contentLanguage;
    }

    @Nullable
    String base() {
        return base;
    }

    /**
     * The document's root; empty when it is no feed.
     *
     * @throws TooComplexException when it nests or multiplies beyond measure
     * @throws NoJsonException when it is no JSON
     */
    static Optional<JsonNode> root(String text) throws TooComplexException, NoJsonException {
        try {
            JsonNode root = JSON.readTree(text);
            boolean feed = root.path("version").asText().contains("jsonfeed.org")
                    || root.path("items").isArray();
            return feed ? Optional.of(root) : Optional.empty();
        } catch (StreamConstraintsException e) {
            throw new TooComplexException();
        } catch (JsonProcessingException e) {
            throw new NoJsonException(e.getLocation());
        }
    }

    FeedInfo feed(JsonNode root) {
        String link = text(root, "home_page_url");
        return new FeedInfo(
                Reading.orNull(new StatedText(text(root, "title"), false, null).plain()),
                Reading.orNull(Urls.resolve(base, link)),
                Reading.orNull(text(root, "feed_url")),
                Reading.orNull(text(root, "description")),
                RssReader.or(Reading.orNull(text(root, "language")), contentLanguage),
                Reading.orNull(authors(root)),
                null);
    }

    List<ParsedEntry> entries(JsonNode root) {
        List<JsonNode> items = new ArrayList<>();
        root.path("items").forEach(items::add);
        String feedAuthors = authors(root);
        return reading.entries(
                items.stream().map(item -> draft(item, feedAuthors)).toList());
    }

    private EntryDraft draft(JsonNode item, String feedAuthors) {
        String html = text(item, "content_html");
        String content = html.isEmpty() ? text(item, "content_text") : html;
        String summary = text(item, "summary");
        return new EntryDraft(
                text(item, "id"),
                new StatedText(text(item, "title"), false, null).plain(),
                Urls.resolve(base, RssReader.first(text(item, "url"), text(item, "external_url"))),
                summary.isEmpty() ? null : new StatedText(summary, false, base),
                content.isEmpty() ? null : new StatedText(content, !html.isEmpty(), base),
                RssReader.first(authors(item), feedAuthors),
                List.of(text(item, "date_published")),
                List.of(text(item, "date_modified")),
                Reading.orNull(text(item, "language")));
    }

    private static String authors(JsonNode node) {
        String listed = StreamSupport.stream(node.path("authors").spliterator(), false)
                .map(JsonFeedReader::person)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        return RssReader.first(listed, person(node.path("author")));
    }

    private static String person(JsonNode author) {
        return RssReader.first(text(author, "name"), text(author, "url"));
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
    }
}
