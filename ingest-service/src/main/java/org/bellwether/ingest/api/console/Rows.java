package org.bellwether.ingest.api.console;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.events.SourceStatus.PollCause;
import org.bellwether.ingest.api.FeedQuery;
import org.bellwether.ingest.api.FeedView;
import org.bellwether.web.text.Finding;
import org.bellwether.web.text.PollReason;
import org.bellwether.web.text.Times;
import org.jspecify.annotations.Nullable;

/** What is known of feeds, in the reader's language and the desk's zone. */
@Singleton
final class Rows {

    private final Times times;

    Rows(Times times) {
        this.times = times;
    }

    Times times() {
        return times;
    }

    FeedRow row(FeedView view, Words words) {
        PollReason reason = reason(view, words);
        boolean polled = view.enabled();
        return new FeedRow(
                view.id(),
                view.name(),
                place(view, words),
                view.stateName(),
                view.paused() != null ? words.of("paused") : words.of("state_" + view.stateName()),
                view.paused() != null ? List.of() : Finding.of(view.conditions(), words, times),
                Moment.of(view.lastSuccess(), times, words.of("never")),
                Moment.of(view.newestItem(), times, words.of(view.itemsPublished() > 0 ? "undated" : "none_yet")),
                Moment.of(polled ? view.nextPoll() : null, times, words.of(polled ? "not_known" : "not_polled")),
                polled ? reason.words() : "",
                reason.language().tag(),
                view.possibleLosses().count(),
                view.itemsPublished());
    }

    private static PollReason reason(FeedView view, Words words) {
        @Nullable
        PollCause cause = view.nextPollCause() == null
                ? null
                : new PollCause(
                        view.nextPollCause(),
                        view.nextPollLength() == null
                                ? null
                                : view.nextPollLength().toString());
        String given = view.nextPollReason() == null ? "" : view.nextPollReason();
        return PollReason.of(cause, view.consecutiveFailures(), given, words);
    }

    /** Where a feed belongs. */
    private static String place(FeedView view, Words words) {
        String language = Locale.forLanguageTag(view.language())
                .getDisplayLanguage(words.language().locale());
        return Stream.of(
                        view.publisher().name(),
                        view.group(),
                        words.named("kind", FeedQuery.name(view.publisher().kind())),
                        view.language().equals("und") ? null : language)
                .filter(Objects::nonNull)
                .filter(word -> !word.equals(view.name()))
                .collect(Collectors.joining(" · "));
    }
}
