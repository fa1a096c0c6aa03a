package org.bellwether.ingest.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bellwether.events.DateProvenance;
import org.bellwether.ingest.article.ArticleText;
import org.bellwether.ingest.item.IdentifiedEntry;
import org.bellwether.ingest.parse.FeedInfo;
import org.bellwether.ingest.parse.ParsedEntry;
import org.bellwether.ingest.parse.ParsedFeed;
import org.bellwether.ingest.parse.Problem;
import org.bellwether.ingest.parse.Repair;
import org.jspecify.annotations.Nullable;

/**
 * How a feed would be read.
 *
 * @param entries in the feed's order
 * @param repairs what had to be mended first
 * @param problems what is wrong or doubtful
 * @param fullText of the first entry, if that was asked for
 */
public record PreviewView(
        String format,
        FeedInfo feed,
        List<EntryView> entries,
        List<Repair> repairs,
        List<Problem> problems,
        ScheduleView schedule,
        @Nullable FullTextView fullText) {

    static PreviewView of(ParsedFeed parsed, List<IdentifiedEntry> entries, ScheduleView schedule) {
        return new PreviewView(
                parsed.format(),
                parsed.feed(),
                entries.stream()
                        .map(entry -> EntryView.of(entry, parsed.feed().language()))
                        .toList(),
                parsed.repairs(),
                parsed.problems(),
                schedule,
                null);
    }

    PreviewView with(FullTextView text) {
        return new PreviewView(format, feed, entries, repairs, problems, schedule, text);
    }

    /**
     * One entry.
     *
     * @param id guid or atom:id as stated
     * @param summary as stated; of an item of RSS without one its content
     * @param itemId our identity of it
     * @param language its own, else its feed's
     * @param published UTC; absent when nothing says (a poll would take the time it first saw the entry)
     * @param text plain, of the longer of summary and content; for pages, which show no markup of others
     */
    public record EntryView(
            @Nullable String id,
            String itemId,
            String title,
            @Nullable String link,
            @Nullable String summary,
            @Nullable String content,
            @Nullable String author,
            @Nullable Instant published,
            DateProvenance publishedProvenance,
            @Nullable Instant updated,
            @Nullable String language,
            @JsonIgnore String text) {

        static EntryView of(IdentifiedEntry identified, @Nullable String feedLanguage) {
            ParsedEntry entry = identified.entry();
            return new EntryView(
                    entry.id(),
                    identified.identity().id(),
                    entry.title(),
                    entry.link(),
                    entry.summary(),
                    entry.content(),
                    entry.author(),
                    entry.published(),
                    entry.publishedProvenance(),
                    entry.updated(),
                    entry.language() == null ? feedLanguage : entry.language(),
                    entry.text());
        }
    }

    /**
     * Which text an item of the entry would have.
     *
     * @param link of the entry
     * @param outcome {@code extracted}, or why the feed's own is kept
     * @param reason the same in words
     * @param text of the article
     */
    public record FullTextView(
            String link,
            String outcome,
            @Nullable String reason,
            @Nullable String text) {

        static FullTextView of(String link, ArticleText text) {
            if (text instanceof ArticleText.Extracted extracted) {
                return new FullTextView(link, "extracted", null, extracted.text());
            }
            ArticleText.Kept kept = (ArticleText.Kept) text;
            return new FullTextView(link, kept.code(), kept.reason(), null);
        }
    }

    /** How often it would be polled, and why so. */
    public record ScheduleView(Duration interval, String reason) {}
}
