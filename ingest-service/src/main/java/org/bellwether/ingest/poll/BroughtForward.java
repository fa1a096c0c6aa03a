package org.bellwether.ingest.poll;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.push.PollSooner;
import org.bellwether.ingest.schedule.NextPoll;
import org.jspecify.annotations.Nullable;

/**
 * Brings polls forward for what hubs send, or fail to. A feed that waits after a failure, or because its server or host asked
 * for it, goes on waiting: a hub's word makes it no fitter.
 */
public final class BroughtForward implements PollSooner {

    private final PollLoop loop;
    private final Bookkeeper books;
    private final InstantSource clock;

    public BroughtForward(PollLoop loop, Bookkeeper books, InstantSource clock) {
        this.loop = loop;
        this.books = books;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> poll(Feed feed) {
        Instant now = clock.instant();
        @Nullable NextPoll next = books.stateOf(feed).next();
        if (next != null && next.standsUntilDue() && next.at().isAfter(now)) {
            return loop.whileIdle(feed, next::at);
        }
        return loop.bringForward(feed) ? Optional.of(now) : Optional.empty();
    }
}
