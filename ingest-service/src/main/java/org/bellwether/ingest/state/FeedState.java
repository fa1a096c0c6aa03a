package org.bellwether.ingest.state;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.events.SourceStatus;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.PollCause;
import org.bellwether.events.SourceStatus.Severity;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.fetch.Validators;
import org.bellwether.ingest.schedule.NextPoll;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a feed; each poll makes a new one. Long, since all the ways from one state to the next stand here, each with every member.
 *
 * @param feedId catalogue id
 * @param url that the catalogue gives, and the validators belong to
 * @param state how the last poll went
 * @param conditions what is wrong with it or worth knowing, the gravest first
 * @param validators of the version already read
 * @param when it was polled and what it last brought
 * @param next when it is asked next and why then
 * @param counts since the feed is known
 * @param learnt what its readings have shown over time
 * @param history how its last polls went
 */
public record FeedState(
        String feedId,
        String url,
        State state,
        List<Condition> conditions,
        Validators validators,
        Milestones when,
        @Nullable NextPoll next,
        Counts counts,
        Learnt learnt,
        History history) {

    public FeedState {
        conditions = List.copyOf(conditions);
    }

    /** A feed that was never polled. */
    public static FeedState of(Feed feed) {
        return new FeedState(
                feed.id(),
                feed.url().toString(),
                feed.enabled() ? State.NEW : State.DISABLED,
                feed.enabled() ? List.of() : List.of(switchedOff(feed)),
                Validators.NONE,
                Milestones.NONE,
                null,
                Counts.NONE,
                Learnt.NOTHING,
                History.NONE);
    }

    private static Condition switchedOff(Feed feed) {
        String why = Objects.requireNonNullElse(feed.reason(), "disabled in the catalogue");
        return new Condition("disabled", Severity.INFO, why);
    }

    /** The state as the catalogue of today sees it: switched on or off, or moved to an address not read before. */
    public FeedState under(Feed feed) {
        boolean moved = !url.equals(feed.url().toString());
        FeedState fresh = of(feed);
        boolean switched = state == State.DISABLED || !feed.enabled();
        return new FeedState(
                feedId,
                fresh.url,
                switched ? fresh.state : state,
                switched ? fresh.conditions : conditions,
                moved ? Validators.NONE : validators,
                moved ? new Milestones(when.lastPoll(), null, when.newestItem()) : when,
                moved || switched ? null : next,
                counts,
                moved ? learnt.elsewhere() : learnt,
                history);
    }

    /** After the feed was read, or the server said that nothing in it has changed. */
    public FeedState answered(Answer answer) {
        return new FeedState(
                feedId,
                url,
                stateBy(answer.conditions()),
                answer.conditions(),
                answer.validators(),
                new Milestones(answer.at(), answer.at(), later(answer.newest(), when.newestItem())),
                next,
                counts.success(answer.line().published()),
                answer.learnt(),
                history.and(answer.line()));
    }

    /** With what else is wrong or worth knowing of a feed that answers. */
    public FeedState noting(List<Condition> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Condition> all = Stream.concat(conditions.stream(), more.stream())
                .sorted(Comparator.comparing(Condition::severity))
                .toList();
        return new FeedState(feedId, url, stateBy(all), all, validators, when, next, counts, learnt, history);
    }

    /**
     * With what is known by now of one thing, for as long as its document stays the same.
     *
     * @param code of the condition that is told no more
     * @param instead null when all is well by now
     */
    public FeedState telling(String code, @Nullable Condition instead) {
        List<Condition> all = replaced(conditions, code, instead);
        Learnt known = new Learnt(
                learnt.tempo(),
                learnt.losses(),
                learnt.front(),
                learnt.move(),
                replaced(learnt.document(), code, instead),
                learnt.way());
        return new FeedState(feedId, url, stateBy(all), all, validators, when, next, counts, known, history);
    }

    private static List<Condition> replaced(List<Condition> told, String code, @Nullable Condition instead) {
        return Stream.concat(
                        told.stream().filter(condition -> !condition.code().equals(code)), Stream.ofNullable(instead))
                .sorted(Comparator.comparing(Condition::severity))
                .toList();
    }

    /** After its hub pushed some of its entries; of all that only a whole document shows nothing is known anew. */
    public FeedState pushed(List<Front.Place> places, @Nullable Instant newest, History.Line line) {
        return new FeedState(
                feedId,
                url,
                state,
                conditions,
                validators,
                new Milestones(when.lastPoll(), when.lastSuccess(), later(newest, when.newestItem())),
                next,
                counts.pushed(line.published()),
                learnt.afterPush(places),
                history.and(line));
    }

    /** With items that were published besides what the last poll brought. */
    public FeedState besides(History.Line line) {
        return pushed(List.of(), null, line);
    }

    /** After a poll that brought nothing readable. */
    public FeedState failed(Condition why, History.Line line) {
        return new FeedState(
                feedId,
                url,
                State.FAILING,
                List.of(why),
                validators,
                new Milestones(line.to(), when.lastSuccess(), when.newestItem()),
                next,
                counts.failure(),
                learnt.afterFailure(),
                history.and(line));
    }

    /** The same with the next poll decided. */
    public FeedState with(NextPoll decided) {
        return new FeedState(feedId, url, state, conditions, validators, when, decided, counts, learnt, history);
    }

    /** Where it is read: what the catalogue says, or where that has moved for good. */
    public URI address() {
        @Nullable Move move = learnt.move();
        return move != null && move.taken() ? move.to() : URI.create(url);
    }

    /** The conditions in one sentence each; null when all is well. */
    public @Nullable String diagnosis() {
        return conditions.isEmpty()
                ? null
                : conditions.stream().map(Condition::message).collect(Collectors.joining("; "));
    }

    public @Nullable Instant lastPoll() {
        return when.lastPoll();
    }

    public @Nullable Instant lastSuccess() {
        return when.lastSuccess();
    }

    public @Nullable Instant newestItem() {
        return when.newestItem();
    }

    /** Whether there is more to tell than another uneventful poll. */
    public boolean differsFrom(FeedState earlier) {
        return state != earlier.state
                || counts.published() != earlier.counts.published()
                || !conditions.equals(earlier.conditions)
                || !Objects.equals(newestItem(), earlier.newestItem())
                || isPushed() != earlier.isPushed()
                || !validators.equals(earlier.validators)
                || !Objects.equals(learnt.way(), earlier.learnt.way())
                || !Objects.equals(learnt.move(), earlier.learnt.move());
    }

    private boolean isPushed() {
        return next != null && next.cause() == NextPoll.Cause.PUSHED;
    }

    /** As other services see it. */
    public SourceStatus status(Feed feed, Instant now) {
        return new SourceStatus(
                feedId,
                feed.name(),
                url,
                feed.publisher(),
                feed.language(),
                state,
                diagnosis(),
                when.lastPoll(),
                when.lastSuccess(),
                when.newestItem(),
                next == null ? null : next.at(),
                next == null ? null : next.reason(),
                counts.consecutiveFailures(),
                counts.published(),
                now,
                next == null ? null : cause(next),
                conditions);
    }

    private static PollCause cause(NextPoll next) {
        return new PollCause(
                next.cause().label(),
                next.interval() == null ? null : next.interval().toString());
    }

    private static State stateBy(List<Condition> conditions) {
        boolean well = conditions.stream().allMatch(condition -> condition.severity() == Severity.INFO);
        return well ? State.OK : State.DEGRADED;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
