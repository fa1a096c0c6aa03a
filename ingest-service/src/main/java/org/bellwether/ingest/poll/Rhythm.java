package org.bellwether.ingest.poll;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.push.Polled;
import org.bellwether.ingest.push.Pushes;
import org.bellwether.ingest.push.Standing;
import org.bellwether.ingest.schedule.Cadence;
import org.bellwether.ingest.schedule.NextPoll;
import org.bellwether.ingest.schedule.NextPoll.Cause;
import org.bellwether.ingest.schedule.PollOutcome;
import org.bellwether.ingest.state.FeedState;
import org.jboss.logging.Logger;

/**
 * How polling goes in time.
 *
 * @param cadences of each feed
 * @param workers how many feeds are polled at once at most
 * @param clock that the queue goes by
 * @param pushes which feeds are pushed and need to be polled but seldom
 */
public record Rhythm(Function<Feed, Cadence> cadences, int workers, InstantSource clock, Pushes pushes) {

    private static final Logger LOG = Logger.getLogger(Rhythm.class);

    /** Of feeds that nobody pushes. */
    public Rhythm(Function<Feed, Cadence> cadences, int workers, InstantSource clock) {
        this(cadences, workers, clock, Pushes.NONE);
    }

    /**
     * What is known of a feed after a poll, with the next one decided.
     *
     * @param before what was known of it
     * @param started when the poll began (UTC)
     */
    FeedState after(Feed feed, FeedState before, PollReport report, Instant started) {
        Cadence cadence = cadences.apply(feed);
        NextPoll usual = cadence.after(report.outcome(), started, clock.instant());
        if (!(report.outcome() instanceof PollOutcome.Answered)) {
            return report.state().with(usual);
        }
        boolean slowed = before.next() != null && before.next().cause() == Cause.PUSHED;
        Standing standing = standing(
                feed, new Polled(started, report.offer(), report.brought().fresh(), slowed));
        NextPoll next = standing.pushed() ? cadence.slowed(usual, started) : usual;
        return report.state().noting(standing.conditions()).with(next);
    }

    /** A fault of ours in what pushes it costs a feed its pushes and not what its poll came to. */
    private Standing standing(Feed feed, Polled polled) {
        try {
            return pushes.after(feed, polled);
        } catch (BackendAwayException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "Feed %s is polled as if no hub pushed it", feed.id());
            return Standing.POLLED;
        }
    }
}
