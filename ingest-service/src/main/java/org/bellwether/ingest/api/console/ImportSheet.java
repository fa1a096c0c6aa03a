package org.bellwether.ingest.api.console;

import java.util.List;
import org.bellwether.ingest.api.ImportView;
import org.jspecify.annotations.Nullable;

/**
 * What came, or would come, of an OPML, as a page shows it.
 *
 * @param summary of all, in words
 * @param outlines in the document's order
 */
public record ImportSheet(String summary, List<OutlineRow> outlines) {

    /**
     * What comes of one of its outlines that are no groups.
     *
     * @param feed the id to follow, if the catalogue has it
     * @param result key of the result
     * @param reason why it is refused or no feed, in English; possibly empty
     */
    public record OutlineRow(
            int line,
            String title,
            String url,
            @Nullable String feed,
            String result,
            String resultWords,
            String reason) {}

    static ImportSheet of(ImportView view, Words words) {
        String tense = view.dryRun() ? "tried" : "done";
        return new ImportSheet(
                words.of("import_" + tense, view.added(), view.alreadyThere(), view.refused(), view.noFeeds()),
                view.outlines().stream()
                        .map(outline -> new OutlineRow(
                                outline.line(),
                                outline.title().isBlank() ? outline.url() : outline.title(),
                                outline.url(),
                                view.dryRun() && outline.result().equals("added") ? null : outline.feed(),
                                outline.result(),
                                words.of("result_" + tense + "_" + outline.result()),
                                outline.reason() == null ? "" : outline.reason()))
                        .toList());
    }
}
