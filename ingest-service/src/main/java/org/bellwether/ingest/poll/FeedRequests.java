package org.bellwether.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.fetch.FetchResult;
import org.bellwether.ingest.fetch.Validators;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.ingest.host.Leave;
import org.bellwether.ingest.host.Pace;
import org.bellwether.ingest.robots.PoliteFetcher;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.ingest.state.Learnt;
import org.jspecify.annotations.Nullable;

/**
 * What a poll asks of a feed's server: a feed or a page, at which pace, and whether the version already read will do. It will not for ever:
 * items are remembered for as long as they are seen, and a server that says that nothing has changed shows none. Nor will it when the catalogue
 * has it read otherwise than it was: with other selectors, in another zone.
 */
public final class FeedRequests {

    private static final Duration PACED_FROM = Duration.ofMinutes(1);

    private final PoliteFetcher fetcher;
    private final Duration readAgain;

    /**
     * @param readAgain after so long without a reading that showed entries the whole document is asked for; well within what items are remembered
     */
    public FeedRequests(PoliteFetcher fetcher, Duration readAgain) {
        this.fetcher = fetcher;
        this.readAgain = readAgain;
    }

    /**
     * Asks.
     *
     * @param leave of the feed's host, given back here; null to wait for it
     */
    FetchResult ask(Feed feed, FeedState before, Instant now, Room room, @Nullable Leave leave) {
        Validators validators = validators(feed, before, now);
        return feed.listing() == null
                ? fetcher.feed(before.address(), validators, pace(feed), room, leave)
                : fetcher.page(before.address(), validators, pace(feed), room, leave);
    }

    private Validators validators(Feed feed, FeedState before, Instant now) {
        @Nullable Instant lastRead = before.learnt().tempo().asOf();
        boolean soon = lastRead != null && !lastRead.plus(readAgain).isBefore(now);
        boolean sameWay = Learnt.wayOf(feed).equals(before.learnt().way());
        return soon && sameWay ? before.validators() : Validators.NONE;
    }

    /** Who has a feed polled so often owns its host. */
    static Pace pace(Feed feed) {
        @Nullable Duration interval = feed.interval();
        if (interval != null && interval.compareTo(PACED_FROM) < 0) {
            return Pace.FREE;
        }
        return feed.listing() == null ? Pace.FEED : Pace.PAGE;
    }

    /** Cuts off whatever is being fetched, for good. */
    void close() {
        fetcher.close();
    }
}
