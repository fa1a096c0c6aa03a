package org.bellwether.ingest.api.console;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.bellwether.ingest.api.ChangesResource.PauseView;
import org.bellwether.ingest.api.FeedRecordsResource;
import org.bellwether.ingest.api.FeedView;
import org.bellwether.ingest.api.FeedViews;
import org.bellwether.ingest.api.console.FeedSheet.DocumentRow;
import org.bellwether.ingest.api.console.FeedSheet.May;
import org.bellwether.ingest.api.console.FeedSheet.PauseNote;
import org.bellwether.ingest.api.console.FeedSheet.PollRow;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.backend.StoreRefusedException;
import org.bellwether.ingest.state.History;
import org.bellwether.web.text.Finding;
import org.bellwether.web.text.Language;
import org.bellwether.web.text.Lengths;
import org.jspecify.annotations.Nullable;

/** Puts together what the page of one feed tells. */
@Singleton
final class Sheets {

    private static final int KILO = 1_000;
    private static final int MEGA = 1_000_000;

    private final FeedViews views;
    private final FeedRecordsResource records;
    private final Rows rows;

    Sheets(FeedViews views, FeedRecordsResource records, Rows rows) {
        this.views = views;
        this.records = records;
        this.rows = rows;
    }

    /** The sheet of a feed; a problem when there is none of that id. */
    FeedSheet sheet(String id, Words words) {
        FeedView view = views.byId(id);
        return new FeedSheet(
                rows.row(view, words),
                view.url(),
                new Facts(words, rows.times()).of(view),
                pause(view, words),
                records.polls(id).stream().map(line -> poll(line, words)).toList(),
                documents(id, words),
                new May(
                        view.enabled(),
                        view.paused() != null,
                        view.origin().equals("catalogue") && (view.changed() != null || view.paused() != null),
                        view.origin().equals("catalogue")));
    }

    private @Nullable PauseNote pause(FeedView view, Words words) {
        @Nullable PauseView pause = view.paused();
        return pause == null
                ? null
                : new PauseNote(
                        Moment.of(pause.since(), rows.times(), words.of("never")),
                        pause.by(),
                        pause.reason() == null ? "" : pause.reason());
    }

    private PollRow poll(History.Line line, Words words) {
        String never = words.of("never");
        @Nullable String code = line.code();
        return new PollRow(
                Moment.of(line.from(), rows.times(), never),
                Moment.of(line.to(), rows.times(), never),
                line.times() > 1 ? words.of("poll_times", line.times()) : "",
                line.outcome(),
                words.named("outcome", line.outcome()),
                code == null ? "" : trouble(code, words),
                line.entries(),
                line.published(),
                line.repairs(),
                bytes(line.bytes()),
                took(line.took(), words.language()));
    }

    private static String trouble(String code, Words words) {
        Finding finding = Finding.of(code, code, words);
        return finding.words().isEmpty() ? code : finding.words();
    }

    private @Nullable List<DocumentRow> documents(String id, Words words) {
        try {
            return records.documents(id).stream()
                    .map(document ->
                            new DocumentRow(Moment.of(document.at(), rows.times(), words.of("never")), document.url()))
                    .toList();
        } catch (BackendAwayException | StoreRefusedException e) {
            return null;
        }
    }

    private static String bytes(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        return bytes < MEGA
                ? String.format(Locale.ROOT, "%.1f kB", (double) bytes / KILO)
                : String.format(Locale.ROOT, "%.1f MB", (double) bytes / MEGA);
    }

    private static String took(Duration took, Language language) {
        return took.compareTo(Duration.ofSeconds(1)) < 0 ? took.toMillis() + " ms" : Lengths.of(took, language);
    }
}
