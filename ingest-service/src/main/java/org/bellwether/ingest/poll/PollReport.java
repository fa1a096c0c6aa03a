package org.bellwether.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bellwether.events.NewsItem;
import org.bellwether.ingest.fetch.Postponed;
import org.bellwether.ingest.parse.Repair;
import org.bellwether.ingest.push.Offer;
import org.bellwether.ingest.schedule.PollOutcome;
import org.bellwether.ingest.schedule.PollOutcome.Hope;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.ingest.state.History;
import org.jspecify.annotations.Nullable;

/**
 * What came of a poll.
 *
 * @param state of the feed after it, the next poll not decided yet
 * @param line of this poll alone, as for the history
 * @param brought by its entries
 * @param repairs that were needed to read it
 * @param handover from the end of the fetching until all was published
 * @param outcome as far as the next poll depends on it
 * @param offer the hubs that the document names; null when none was read
 */
public record PollReport(
        FeedState state,
        History.Line line,
        Brought brought,
        List<Repair> repairs,
        Duration handover,
        PollOutcome outcome,
        @Nullable Offer offer) {

    public PollReport {
        repairs = List.copyOf(repairs);
    }

    static PollReport read(
            FeedState state, History.Line line, Brought brought, List<Repair> repairs, Duration handover) {
        return new PollReport(state, line, brought, repairs, handover, answered(state), null);
    }

    PollReport offering(Offer hubs) {
        return new PollReport(state, line, brought, repairs, handover, outcome, hubs);
    }

    /**
     * With articles of earlier items that were read besides.
     *
     * @param longer items that were published for them
     */
    PollReport and(List<NewsItem> longer, Articles read, Instant started, Instant ended) {
        Duration took = Duration.between(started, ended);
        History.Line late =
                new History.Line(started, started, 1, "articles", null, read.asked(), longer.size(), 0, 0, took);
        Articles all = brought.articles().and(read);
        FeedState after = state.besides(late);
        FeedState appraised = all.tellNothing()
                ? after
                : after.telling(Articles.REFUSED, all.condition().orElse(null));
        return new PollReport(appraised, line, brought.and(longer, read), repairs, handover.plus(took), outcome, offer);
    }

    static PollReport unchanged(FeedState state, History.Line line) {
        return new PollReport(state, line, Brought.NOTHING, List.of(), Duration.ZERO, answered(state), null);
    }

    static PollReport failed(FeedState state, History.Line line, Hope hope, @Nullable Duration retryAfter) {
        int inARow = state.counts().consecutiveFailures();
        return new PollReport(
                state,
                line,
                Brought.NOTHING,
                List.of(),
                Duration.ZERO,
                new PollOutcome.Failed(inARow, retryAfter, hope),
                null);
    }

    /** The host would not have it now; nothing is known of the feed that was not known before. */
    static PollReport postponed(FeedState before, History.Line line, Postponed postponed) {
        PollOutcome held = new PollOutcome.Held(postponed.until(), postponed.reason());
        return new PollReport(before, line, Brought.NOTHING, List.of(), Duration.ZERO, held, null);
    }

    /** How many items were published, corrections included. */
    public int published() {
        return brought.published();
    }

    /** Whether this poll showed that entries may have been lost. */
    public boolean lost() {
        Instant lost = state.learnt().losses().at();
        return lost != null && lost.equals(state.lastPoll());
    }

    private static PollOutcome answered(FeedState state) {
        return new PollOutcome.Answered(state.learnt().tempo());
    }
}
