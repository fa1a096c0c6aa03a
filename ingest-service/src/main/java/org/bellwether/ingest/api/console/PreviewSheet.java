package org.bellwether.ingest.api.console;

import java.util.List;
import java.util.Locale;
import org.bellwether.events.DateProvenance;
import org.bellwether.ingest.api.PreviewView;
import org.bellwether.web.text.Finding;
import org.bellwether.web.text.Lengths;
import org.bellwether.web.text.Times;

/**
 * How a feed would be read, as a page shows it.
 *
 * @param format and language, as the feed gives them
 * @param count of entries, in words
 * @param entries the first of them
 * @param more how many are not shown, in words; empty when all are
 * @param repairs what had to be mended first
 * @param problems what is wrong or doubtful
 * @param schedule how often it would be polled
 */
public record PreviewSheet(
        String format,
        String count,
        List<EntryRow> entries,
        String more,
        List<Finding> repairs,
        List<Finding> problems,
        String schedule) {

    private static final int MOST_ENTRIES = 10;
    private static final int MOST_WORDS = 240;

    /**
     * An entry.
     *
     * @param link possibly empty
     * @param provenance how its date is known
     * @param words the beginning of its text
     */
    public record EntryRow(String title, String link, Moment published, String provenance, String words) {}

    static PreviewSheet of(PreviewView view, Words words, Times times) {
        int more = view.entries().size() - MOST_ENTRIES;
        String language =
                view.feed().language() == null ? "" : " · " + view.feed().language();
        return new PreviewSheet(
                view.format() + language,
                words.of("preview_entries", view.entries().size()),
                view.entries().stream()
                        .limit(MOST_ENTRIES)
                        .map(entry -> entry(entry, words, times))
                        .toList(),
                more > 0 ? words.of("preview_more", more) : "",
                view.repairs().stream()
                        .map(repair -> Finding.of(repair.code(), repair.message(), words))
                        .toList(),
                view.problems().stream()
                        .map(problem -> Finding.of(problem.code(), problem.message(), words))
                        .toList(),
                words.of("preview_schedule", Lengths.of(view.schedule().interval(), words.language())));
    }

    private static EntryRow entry(PreviewView.EntryView entry, Words words, Times times) {
        DateProvenance provenance = entry.publishedProvenance();
        return new EntryRow(
                entry.title(),
                entry.link() == null || !entry.link().startsWith("http") ? "" : entry.link(),
                Moment.of(entry.published(), times, words.of("preview_undated")),
                words.of("provenance_" + provenance.name().toLowerCase(Locale.ROOT)),
                beginning(entry.text()));
    }

    private static String beginning(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= MOST_WORDS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST_WORDS)) + "…";
    }
}
