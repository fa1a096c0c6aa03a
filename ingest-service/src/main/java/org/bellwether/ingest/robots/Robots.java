package org.bellwether.ingest.robots;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bellwether.egress.WebAddress;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FetchRequest;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.ingest.host.HostBudgets;
import org.jspecify.annotations.Nullable;

/**
 * The robots.txt of every host whose pages are read: one per scheme, host and port (RFC 9309 §2.3), fetched under the host's budget and kept
 * for a day. Thread-safe.
 */
public final class Robots {

    private static final int MOST_FILES = 2000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final FeedFetcher fetcher;
    private final Headroom headroom;
    private final HostBudgets budgets;
    private final InstantSource clock;
    private final Map<URI, Shelf> shelves = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<URI, Shelf> eldest) {
            return size() > MOST_FILES;
        }
    };

    public Robots(FeedFetcher fetcher, Headroom headroom, HostBudgets budgets, InstantSource clock) {
        this.fetcher = fetcher;
        this.headroom = headroom;
        this.budgets = budgets;
        this.clock = clock;
    }

    /**
     * Whether this page may be read. Reads robots.txt where it is not known, and blocks for that as long as a fetch at most. Also has the
     * host's budget keep to the {@code Crawl-delay} asked for.
     *
     * @param page absolute {@code http} or {@code https} address
     */
    public RobotsVerdict allows(URI page) {
        RobotsFile known = shelf(file(page)).file();
        budgets.crawlDelay(page, known.crawlDelay());
        if (known.trouble() != null && known.ours()) {
            return new RobotsVerdict.Later(
                    known.until(), "robots.txt of " + WebAddress.host(page) + " waits to be read: " + known.trouble());
        }
        if (known.trouble() != null) {
            return new RobotsVerdict.Refused(
                    "robots.txt of " + WebAddress.host(page) + " could not be read, so its pages are left alone until "
                            + known.until() + ": " + known.trouble(),
                    known.until(),
                    true);
        }
        if ("/robots.txt".equals(page.getRawPath()) || known.rules().isAllowed(page.toString())) {
            return new RobotsVerdict.Allowed();
        }
        return new RobotsVerdict.Refused(
                "robots.txt of " + WebAddress.host(page) + " keeps programs out of " + page.getRawPath()
                        + "; ask the publisher to allow \"bellwether\" there",
                known.until(),
                false);
    }

    /** Whether {@link #allows} would answer at once, without a request to the host. */
    boolean knows(URI page) {
        RobotsFile known = shelf(file(page)).known;
        return known != null && known.until().isAfter(clock.instant());
    }

    private static URI file(URI page) {
        return URI.create(page.getScheme() + "://" + page.getRawAuthority() + "/robots.txt");
    }

    private Shelf shelf(URI file) {
        synchronized (shelves) {
            return shelves.computeIfAbsent(file, Shelf::new);
        }
    }

    /** The place of one file. Who wants it while it is fetched waits for it. */
    private final class Shelf {

        private final URI address;
        private volatile @Nullable RobotsFile known;

        private Shelf(URI address) {
            this.address = address;
        }

        private synchronized RobotsFile file() {
            Instant now = clock.instant();
            RobotsFile file = known;
            if (file == null || !file.until().isAfter(now)) {
                try (Room room = headroom.ofPreview(PATIENCE)) {
                    file = RobotsFile.of(address, fetcher.fetch(FetchRequest.robots(address), room), file, now);
                }
                // What holds for no time at all is no knowledge to go on when the next request fails.
                known = file.until().isAfter(now) ? file : known;
            }
            return file;
        }
    }
}
