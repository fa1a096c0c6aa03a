package org.bellwether.ingest.state;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.Severity;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.backend.StoredDocument;
import org.bellwether.ingest.fetch.Validators;
import org.bellwether.ingest.schedule.NextPoll;
import org.bellwether.ingest.schedule.StatedPace;
import org.bellwether.ingest.schedule.Tempo;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How the store keeps a {@link FeedState}. Members that an earlier release did not write, or that cannot be read, are as if never known. Long, since how each part is written and read stands side by side. */
final class FeedStateForm {

    static final String ID = "_id";
    /** When the document was last read and showed entries, as of {@link Tempo#asOf}. */
    static final String LAST_READ = "tempo.asOf";

    static final String URL = "url";
    static final String LAST_POLL = "lastPoll";
    static final String LAST_SUCCESS = "lastSuccess";
    static final String PUBLISHED = "published";

    static final String NEXT = "next";
    static final String NEXT_CAUSE = "next.cause";

    private FeedStateForm() {}

    static Document write(FeedState state) {
        return new Document(ID, state.feedId())
                .append(URL, state.url())
                .append("state", state.state().name())
                .append("conditions", conditions(state.conditions()))
                .append("document", conditions(state.learnt().document()))
                .append("way", state.learnt().way())
                .append("etag", state.validators().etag())
                .append("lastModified", state.validators().lastModified())
                .append(LAST_POLL, date(state.lastPoll()))
                .append(LAST_SUCCESS, date(state.lastSuccess()))
                .append("newestItem", date(state.newestItem()))
                .append(NEXT, next(state.next()))
                .append("polls", state.counts().polls())
                .append("failures", state.counts().failures())
                .append("consecutiveFailures", state.counts().consecutiveFailures())
                .append(PUBLISHED, state.counts().published())
                .append("tempo", tempo(state.learnt().tempo()))
                .append("losses", losses(state.learnt().losses()))
                .append("front", front(state.learnt().front()))
                .append("move", move(state.learnt().move()))
                .append(
                        "history",
                        state.history().lines().stream()
                                .map(FeedStateForm::line)
                                .toList());
    }

    /**
     * Reads one. What cannot be read of it is as if never known, and told.
     *
     * @return empty when it does not even say which feed it is of, or at which address
     */
    static Optional<FeedState> read(StoredDocument from) {
        @Nullable String id = from.needed(ID, from.text(ID));
        @Nullable String url = from.needed(URL, from.text(URL));
        if (id == null || url == null) {
            return Optional.empty();
        }
        @Nullable State state = from.needed("state", from.choice("state", State.class));
        return Optional.of(new FeedState(
                id,
                url,
                state == null ? State.NEW : state,
                conditions(from, "conditions"),
                new Validators(from.text("etag"), from.text("lastModified")),
                new Milestones(from.time(LAST_POLL), from.time(LAST_SUCCESS), from.time("newestItem")),
                from.made(NEXT, () -> next(from.part(NEXT))),
                new Counts(
                        from.number("polls", 0),
                        from.number("failures", 0),
                        from.count("consecutiveFailures"),
                        from.number(PUBLISHED, 0)),
                new Learnt(
                        Objects.requireNonNullElse(from.made("tempo", () -> tempo(from.part("tempo"))), Tempo.UNKNOWN),
                        Objects.requireNonNullElse(from.made("losses", () -> losses(from.part("losses"))), Losses.NONE),
                        Objects.requireNonNullElse(from.made("front", () -> front(from.part("front"))), Front.NONE),
                        from.made("move", () -> move(from.part("move"))),
                        conditions(from, "document"),
                        from.text("way")),
                new History(from.parts("history").stream()
                        .flatMap(FeedStateForm::line)
                        .toList())));
    }

    static Mark mark(StoredDocument from) {
        return new Mark(from.time(LAST_POLL), from.time(LAST_SUCCESS), from.number(PUBLISHED, 0));
    }

    private static List<Document> conditions(List<Condition> conditions) {
        return conditions.stream().map(FeedStateForm::condition).toList();
    }

    private static List<Condition> conditions(StoredDocument from, String key) {
        return from.parts(key).stream().flatMap(FeedStateForm::condition).toList();
    }

    private static Document condition(Condition condition) {
        return new Document("code", condition.code())
                .append("severity", condition.severity().name())
                .append("message", condition.message())
                .append("figures", condition.figures());
    }

    private static Stream<Condition> condition(StoredDocument from) {
        @Nullable String code = from.needed("code", from.text("code"));
        @Nullable Severity severity = from.needed("severity", from.choice("severity", Severity.class));
        @Nullable String message = from.needed("message", from.text("message"));
        return code == null || severity == null || message == null
                ? Stream.empty()
                : Stream.of(new Condition(code, severity, message, from.texts("figures")));
    }

    private static @Nullable Document next(@Nullable NextPoll next) {
        return next == null
                ? null
                : new Document("at", date(next.at()))
                        .append("cause", next.cause().name())
                        .append("millis", millis(next.interval()))
                        .append("reason", next.reason());
    }

    private static @Nullable NextPoll next(@Nullable StoredDocument from) {
        if (from == null) {
            return null;
        }
        @Nullable Instant at = from.needed("at", from.time("at"));
        NextPoll.@Nullable Cause cause = from.needed("cause", from.choice("cause", NextPoll.Cause.class));
        @Nullable String reason = from.needed("reason", from.text("reason"));
        return at == null || cause == null || reason == null
                ? null
                : new NextPoll(at, cause, from.length("millis"), reason);
    }

    private static Document tempo(Tempo tempo) {
        @Nullable StatedPace stated = tempo.stated();
        return new Document("window", tempo.window())
                .append("peakGap", millis(tempo.peakGap()))
                .append("peakSeen", date(tempo.peakSeen()))
                .append("longestPause", millis(tempo.longestPause()))
                .append("lastFresh", date(tempo.lastFresh()))
                .append("lastLoss", date(tempo.lastLoss()))
                .append("stated", stated == null ? null : millis(stated.period()))
                .append("statedBy", stated == null ? null : stated.by())
                .append("asOf", date(tempo.asOf()));
    }

    private static @Nullable Tempo tempo(@Nullable StoredDocument from) {
        if (from == null) {
            return null;
        }
        @Nullable Duration stated = from.length("stated");
        @Nullable String by = from.text("statedBy");
        return new Tempo(
                from.count("window"),
                from.length("peakGap"),
                from.time("peakSeen"),
                from.length("longestPause"),
                from.time("lastFresh"),
                from.time("lastLoss"),
                stated == null || by == null ? null : new StatedPace(stated, by),
                from.time("asOf"));
    }

    private static Document losses(Losses losses) {
        return new Document("count", losses.count())
                .append("at", date(losses.at()))
                .append("after", date(losses.after()))
                .append("before", date(losses.before()));
    }

    private static @Nullable Losses losses(@Nullable StoredDocument from) {
        return from == null
                ? null
                : new Losses(from.number("count", 0), from.time("at"), from.time("after"), from.time("before"));
    }

    private static Document front(Front front) {
        return new Document("window", front.window()).append("marks", String.join(" ", front.marks()));
    }

    private static @Nullable Front front(@Nullable StoredDocument from) {
        @Nullable String marks = from == null ? null : from.text("marks");
        return from == null || marks == null || marks.isEmpty()
                ? null
                : new Front(from.count("window"), List.of(marks.split(" ")));
    }

    private static @Nullable Document move(@Nullable Move move) {
        return move == null
                ? null
                : new Document("to", move.to().toString())
                        .append("confirmed", move.confirmed())
                        .append("troubles", move.troubles());
    }

    private static @Nullable Move move(@Nullable StoredDocument from) {
        @Nullable URI to = from == null ? null : from.needed("to", from.address("to"));
        return from == null || to == null ? null : new Move(to, from.count("confirmed"), from.count("troubles"));
    }

    private static Document line(History.Line line) {
        return new Document("from", date(line.from()))
                .append("to", date(line.to()))
                .append("times", line.times())
                .append("outcome", line.outcome())
                .append("code", line.code())
                .append("entries", line.entries())
                .append("published", line.published())
                .append("repairs", line.repairs())
                .append("bytes", line.bytes())
                .append("millis", line.took().toMillis());
    }

    private static Stream<History.Line> line(StoredDocument from) {
        @Nullable Instant began = from.needed("from", from.time("from"));
        @Nullable Instant ended = from.needed("to", from.time("to"));
        @Nullable String outcome = from.needed("outcome", from.text("outcome"));
        if (began == null || ended == null || outcome == null) {
            return Stream.empty();
        }
        return Stream.of(new History.Line(
                began,
                ended,
                from.count("times"),
                outcome,
                from.text("code"),
                from.count("entries"),
                from.count("published"),
                from.count("repairs"),
                from.number("bytes", 0),
                Duration.ofMillis(from.number("millis", 0))));
    }

    private static @Nullable Date date(@Nullable Instant time) {
        return time == null ? null : Date.from(time);
    }

    private static @Nullable Long millis(@Nullable Duration length) {
        return length == null ? null : length.toMillis();
    }
}
