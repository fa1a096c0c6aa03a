package org.bellwether.ingest.robots;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.bellwether.egress.WebAddress;
import org.bellwether.ingest.fetch.Chain;
import org.bellwether.ingest.fetch.FailureKind;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FetchFailed;
import org.bellwether.ingest.fetch.FetchRequest;
import org.bellwether.ingest.fetch.FetchResult;
import org.bellwether.ingest.fetch.Postponed;
import org.bellwether.ingest.fetch.RedirectRule.Objection;
import org.bellwether.ingest.fetch.Validators;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.ingest.host.Leave;
import org.bellwether.ingest.host.Pace;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what a feed of the catalogue is read from: a feed as it is, since it is made for programs, and the page of a listing only where
 * robots.txt lets programs in. Thread-safe.
 */
public final class PoliteFetcher implements AutoCloseable {

    private final FeedFetcher fetcher;
    private final Robots robots;

    public PoliteFetcher(FeedFetcher fetcher, Robots robots) {
        this.fetcher = fetcher;
        this.robots = robots;
    }

    /**
     * Fetches a feed.
     *
     * @param leave of the address's host, given back here; null to wait for it
     */
    public FetchResult feed(URI url, Validators validators, Pace pace, Room room, @Nullable Leave leave) {
        return fetcher.fetch(new FetchRequest(url, validators).at(pace), room, leave);
    }

    /**
     * Fetches a page, unless robots.txt keeps programs out of it or of where it redirects to: that is a failure of kind
     * {@link FailureKind#ROBOTS}. Where robots.txt itself has to wait, by the manners of this program or for want of room, the page waits with it.
     *
     * @param leave of the address's host, given back here; null to wait for it
     */
    public FetchResult page(URI url, Validators validators, Pace pace, Room room, @Nullable Leave leave) {
        FetchRequest request =
                FetchRequest.page(url, validators, this::objection).at(pace);
        // Of any other there is no robots.txt; the fetcher says what is wrong with it.
        if (!WebAddress.isWeb(url)) {
            return fetcher.fetch(request, room, leave);
        }
        @Nullable Leave kept = leave;
        if (leave != null && !robots.knows(url)) {
            // Its host may take but one request at once, and robots.txt is the first of two.
            leave.close();
            kept = null;
        }
        Optional<Objection> objection = objection(url);
        if (objection.isEmpty()) {
            return fetcher.fetch(request, room, kept);
        }
        if (kept != null) {
            kept.close();
        }
        return refused(objection.get());
    }

    private static FetchResult refused(Objection objection) {
        String reason = objection.reason();
        @Nullable Instant until = objection.until();
        return until == null
                ? new FetchFailed(FailureKind.ROBOTS, reason.endsWith(".") ? reason : reason + ".", 0, null, Chain.NONE)
                : new Postponed(until, reason);
    }

    private Optional<Objection> objection(URI target) {
        return robots.allows(target).objection();
    }

    /** Cuts off whatever is being fetched, for good. */
    @Override
    public void close() {
        fetcher.close();
    }
}
