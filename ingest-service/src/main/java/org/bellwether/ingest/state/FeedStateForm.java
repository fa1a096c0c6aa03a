package org.bellwether.ingest.state;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.Severity;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.fetch.Validators;
import org.bellwether.ingest.schedule.NextPoll;
import org.bellwether.ingest.schedule.StatedPace;
import org.bellwether.ingest.schedule.Tempo;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How the store keeps a {@link FeedState}. Members that an earlier release did not write are as if never known. */
final class FeedStateForm {

    static final String ID = "_id";

    private FeedStateForm() {}

    static Document write(FeedState state) {
        return new Document(ID, state.feedId())
                .append("url", state.url())
                .append("state", state.state().name())
                .append("conditions", conditions(state.conditions()))
                .append("document", conditions(state.learnt().document()))
                .append("etag", state.validators().etag())
                .append("lastModified", state.validators().lastModified())
                .append("lastPoll", date(state.lastPoll()))
                .append("lastSuccess", date(state.lastSuccess()))
                .append("newestItem", date(state.newestItem()))
                .append("next", next(state.next()))
                .append("polls", state.counts().polls())
                .append("failures", state.counts().failures())
                .append("consecutiveFailures", state.counts().consecutiveFailures())
                .append("published", state.counts().published())
                .append("tempo", tempo(state.learnt().tempo()))
                .append("losses", losses(state.learnt().losses()))
                .append("move", move(state.learnt().move()))
                .append(
                        "history",
                        state.history().lines().stream()
                                .map(FeedStateForm::line)
                                .toList());
    }

    static FeedState read(Document from) {
        return new FeedState(
                from.getString(ID),
                from.getString("url"),
                State.valueOf(from.getString("state")),
                conditions(from, "conditions"),
                new Validators(from.getString("etag"), from.getString("lastModified")),
                new Milestones(instant(from, "lastPoll"), instant(from, "lastSuccess"), instant(from, "newestItem")),
                next(from.get("next", Document.class)),
                new Counts(
                        from.getLong("polls"),
                        from.getLong("failures"),
                        from.getInteger("consecutiveFailures"),
                        from.getLong("published")),
                new Learnt(
                        tempo(from.get("tempo", Document.class)),
                        losses(from.get("losses", Document.class)),
                        move(from.get("move", Document.class)),
                        conditions(from, "document")),
                new History(from.getList("history", Document.class, List.of()).stream()
                        .map(FeedStateForm::line)
                        .toList()));
    }

    private static List<Document> conditions(List<Condition> conditions) {
        return conditions.stream().map(FeedStateForm::condition).toList();
    }

    private static List<Condition> conditions(Document from, String key) {
        return from.getList(key, Document.class, List.of()).stream()
                .map(FeedStateForm::condition)
                .toList();
    }

    private static Document condition(Condition condition) {
        return new Document("code", condition.code())
                .append("severity", condition.severity().name())
                .append("message", condition.message());
    }

    private static Condition condition(Document from) {
        return new Condition(
                from.getString("code"), Severity.valueOf(from.getString("severity")), from.getString("message"));
    }

    private static @Nullable Document next(@Nullable NextPoll next) {
        return next == null
                ? null
                : new Document("at", date(next.at()))
                        .append("cause", next.cause().name())
                        .append("millis", millis(next.interval()))
                        .append("reason", next.reason());
    }

    private static @Nullable NextPoll next(@Nullable Document from) {
        return from == null
                ? null
                : new NextPoll(
                        Objects.requireNonNull(instant(from, "at")),
                        NextPoll.Cause.valueOf(from.getString("cause")),
                        duration(from, "millis"),
                        from.getString("reason"));
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

    private static Tempo tempo(@Nullable Document from) {
        if (from == null) {
            return Tempo.UNKNOWN;
        }
        @Nullable Duration stated = duration(from, "stated");
        return new Tempo(
                from.getInteger("window", 0),
                duration(from, "peakGap"),
                instant(from, "peakSeen"),
                duration(from, "longestPause"),
                instant(from, "lastFresh"),
                instant(from, "lastLoss"),
                stated == null ? null : new StatedPace(stated, from.getString("statedBy")),
                instant(from, "asOf"));
    }

    private static Document losses(Losses losses) {
        return new Document("count", losses.count())
                .append("at", date(losses.at()))
                .append("after", date(losses.after()))
                .append("before", date(losses.before()));
    }

    private static Losses losses(@Nullable Document from) {
        return from == null
                ? Losses.NONE
                : new Losses(
                        from.getLong("count"), instant(from, "at"), instant(from, "after"), instant(from, "before"));
    }

    private static @Nullable Document move(@Nullable Move move) {
        return move == null
                ? null
                : new Document("to", move.to().toString())
                        .append("confirmed", move.confirmed())
                        .append("troubles", move.troubles());
    }

    private static @Nullable Move move(@Nullable Document from) {
        return from == null
                ? null
                : new Move(URI.create(from.getString("to")), from.getInteger("confirmed"), from.getInteger("troubles"));
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

    private static History.Line line(Document from) {
        return new History.Line(
                Objects.requireNonNull(instant(from, "from")),
                Objects.requireNonNull(instant(from, "to")),
                from.getInteger("times"),
                from.getString("outcome"),
                from.getString("code"),
                from.getInteger("entries"),
                from.getInteger("published"),
                from.getInteger("repairs", 0),
                from.getLong("bytes"),
                Duration.ofMillis(from.getLong("millis")));
    }

    private static @Nullable Date date(@Nullable Instant time) {
        return time == null ? null : Date.from(time);
    }

    private static @Nullable Instant instant(Document document, String key) {
        @Nullable Date date = document.getDate(key);
        return date == null ? null : date.toInstant();
    }

    private static @Nullable Long millis(@Nullable Duration length) {
        return length == null ? null : length.toMillis();
    }

    private static @Nullable Duration duration(Document document, String key) {
        @Nullable Long millis = document.getLong(key);
        return millis == null ? null : Duration.ofMillis(millis);
    }
}
