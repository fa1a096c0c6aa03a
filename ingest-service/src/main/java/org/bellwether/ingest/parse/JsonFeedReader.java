package org.bellwether.ingest.parse;

import static org.bellwether.ingest.parse.RssReader.first;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1). */
final class JsonFeedReader {

    private static final Set<String> OWN_MEMBERS = Set.of("home_page_url", "feed_url", "next_url", "hubs");
    private static final Set<String> MEMBERS =
            Set.of("title", "description", "author", "authors", "icon", "favicon", "expired");
    /** An item that says none of these says nothing. */
    private static final Set<String> ENTRY_MEMBERS = Set.of(
            "id", "url", "external_url", "title", "summary", "content_html", "content_text", "date_published", "image");

    private static final Set<String> OF_ERRORS = Set.of("error", "errors", "status", "code", "message", "detail");
    private static final Pattern MAILTO = Pattern.compile("(?i)^mailto:([^?]*).*$");

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
     * Whether it is a feed, be it one that lost its version or its items. Errors of programs have titles too.
     *
     * @param contentType as sent
     */
    static boolean isFeed(JsonNode root, @Nullable String contentType) {
        if (root.path("version").asText().contains("jsonfeed.org")
                || root.path("items").isArray()) {
            return true;
        }
        boolean sentAsFeed =
                contentType != null && contentType.toLowerCase(Locale.ROOT).contains("feed+json");
        boolean failed = OF_ERRORS.stream().anyMatch(root::has);
        return sentAsFeed
                || (!failed
                        && Stream.concat(OWN_MEMBERS.stream(), MEMBERS.stream()).anyMatch(root::has));
    }

    FeedInfo feed(JsonNode root) {
        String link = address(root, "home_page_url");
        return new FeedInfo(
                Reading.orNull(new StatedText(text(root, "title"), false, null).plain()),
                Reading.orNull(Urls.resolve(base, link)),
                Reading.orNull(text(root, "feed_url")),
                Reading.orNull(text(root, "description")),
                RssReader.or(Reading.language(text(root, "language")), contentLanguage),
                Reading.orNull(authors(root)),
                null);
    }

    List<ParsedEntry> entries(JsonNode root) {
        List<JsonNode> items = new ArrayList<>();
        root.path("items").forEach(items::add);
        String feedAuthors = authors(root);
        String base = first(this.base == null ? "" : this.base, text(root, "home_page_url"), text(root, "feed_url"));
        return reading.entries(items.stream()
                .filter(item -> item.isObject()
                        && ENTRY_MEMBERS.stream()
                                .anyMatch(name -> !text(item, name).isEmpty()))
                .map(item -> draft(item, feedAuthors, Reading.orNull(base)))
                .toList());
    }

    private EntryDraft draft(JsonNode item, String feedAuthors, @Nullable String base) {
        String html = text(item, "content_html");
        String content = html.isEmpty() ? text(item, "content_text") : html;
        String summary = text(item, "summary");
        return new EntryDraft(
                text(item, "id"),
                new StatedText(text(item, "title"), false, null).plain(),
                Urls.resolve(base, first(address(item, "url"), address(item, "external_url"))),
                summary.isEmpty() ? null : new StatedText(summary, false, base),
                content.isEmpty() ? null : new StatedText(content, !html.isEmpty(), base),
                first(authors(item), feedAuthors),
                List.of(text(item, "date_published")),
                List.of(text(item, "date_modified")),
                Reading.language(text(item, "language")));
    }

    private static String authors(JsonNode node) {
        JsonNode authors = node.path("authors");
        // Some programs write the one they have where a list belongs.
        Stream<JsonNode> several =
                authors.isArray() ? StreamSupport.stream(authors.spliterator(), false) : Stream.of(authors);
        String listed = several.map(JsonFeedReader::person)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return first(listed, person(node.path("author")));
    }

    private static String person(JsonNode author) {
        String url = MAILTO.matcher(text(author, "url")).replaceFirst("$1");
        return author.isTextual() ? author.asText().strip() : first(text(author, "name"), url);
    }

    /** What is no text is no address. */
    private static String address(JsonNode node, String name) {
        return node.path(name).isTextual() ? text(node, name) : "";
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
    }
}
