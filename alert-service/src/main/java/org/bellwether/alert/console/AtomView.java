package org.bellwether.alert.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.bellwether.alert.archive.ArchivedAlert;
import org.bellwether.alert.text.WebLink;
import org.bellwether.alert.text.Words;
import org.bellwether.events.Alert;
import org.bellwether.events.Issue;
import org.bellwether.events.NewsItem;
import org.bellwether.events.Tag;
import org.bellwether.events.TaggedItem;
import org.bellwether.web.text.Language;

/**
 * An Atom feed (RFC 4287).
 *
 * @param id permanent
 * @param title of the feed
 * @param language BCP 47 of the title
 * @param self its own address
 * @param page the page that shows the same
 * @param updated of the newest entry (UTC)
 * @param entries newest first
 */
public record AtomView(
        String id, String title, String language, String self, String page, Instant updated, List<Entry> entries) {

    private static final String TAG = "tag:bellwether.org,2026:";

    public AtomView {
        entries = List.copyOf(entries);
    }

    /**
     * An entry.
     *
     * @param id permanent, the same for every version of an item
     * @param title plain text
     * @param language BCP 47 of title and summary
     * @param link the article or the alert's page
     * @param published when first said (UTC)
     * @param updated when last changed (UTC)
     * @param author who says so
     * @param categories issue ids
     * @param summary plain text
     */
    public record Entry(
            String id,
            String title,
            String language,
            String link,
            Instant published,
            Instant updated,
            String author,
            List<String> categories,
            String summary) {}

    static AtomView ofIssue(Issue issue, List<TaggedItem> items, Language language, String publicUrl) {
        String page = publicUrl + "/issues/" + issue.id();
        List<Entry> entries = items.stream().map(item -> entry(item, page)).toList();
        String title = "Bellwether – " + clean(language.of(issue.name()));
        return new AtomView(
                TAG + "issue/" + issue.id(), title, language.tag(), page + ".atom", page, newest(entries), entries);
    }

    static AtomView ofAlerts(List<ArchivedAlert> alerts, Language language, String publicUrl) {
        String page = publicUrl + "/alerts";
        List<Entry> entries = alerts.stream()
                .map(archived -> entry(archived.alert(), language, publicUrl))
                .toList();
        String title = "Bellwether – " + Words.in(language).of("alerts_title");
        return new AtomView(TAG + "alerts", title, language.tag(), page + ".atom", page, newest(entries), entries);
    }

    private static Entry entry(TaggedItem tagged, String page) {
        NewsItem item = tagged.item();
        return new Entry(
                TAG + "item/" + encode(item.id()),
                clean(item.title()),
                tagged.language(),
                WebLink.of(item.url()).orElse(page),
                item.published(),
                item.updated() == null || item.updated().isBefore(item.published()) ? item.published() : item.updated(),
                clean(item.publisher().name()),
                tagged.tags().stream()
                        .filter(tag -> !tag.uncertain())
                        .map(Tag::issue)
                        .toList(),
                clean(item.text()));
    }

    private static Entry entry(Alert alert, Language language, String publicUrl) {
        String transition =
                Words.in(language).of("transition_" + alert.transition().name().toLowerCase(Locale.ROOT));
        return new Entry(
                TAG + "alert/" + encode(alert.id()),
                transition + ": " + clean(language.of(alert.name())),
                language.tag(),
                publicUrl + "/alerts/" + encode(alert.id()),
                alert.detectedAt(),
                alert.detectedAt(),
                "Bellwether",
                alert.issues(),
                clean(language.of(alert.reason())));
    }

    /** A feed without entries has never changed. */
    private static Instant newest(List<Entry> entries) {
        return entries.stream()
                .map(Entry::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** Without the characters that XML 1.0 (2.2) cannot hold even escaped. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c < 0xD800)
                        || (c > 0xDFFF && c < 0xFFFE)
                        || c > 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String encode(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
