package org.bellwether.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.bellwether.ingest.PageServer;
import org.bellwether.ingest.fetch.FailureKind;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FetchFailed;
import org.bellwether.ingest.fetch.FetchResult;
import org.bellwether.ingest.fetch.Fetched;
import org.bellwether.ingest.fetch.Validators;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.ingest.host.Admission;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostLimits;
import org.bellwether.ingest.host.Leave;
import org.bellwether.ingest.host.Pace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages of a busy host that wants half a minute between two of them. */
class PoliteFetcherTest {

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private final InstantSource clock = () -> now;
    private final PageServer site = new PageServer();
    private final HostBudgets budgets = new HostBudgets(new HostLimits(2, 20, Duration.ofMillis(1)), clock);
    private final FeedFetcher fetcher = PageServer.fetcher(budgets);
    private final Headroom headroom = new Headroom(256L << 20, 10 << 20, 1);
    private final PoliteFetcher polite = new PoliteFetcher(fetcher, new Robots(fetcher, headroom, budgets, clock));

    @AfterEach
    void stop() {
        fetcher.close();
        site.close();
    }

    @Test
    void aPollThatHasWaitedForItsTurnDoesNotWaitTwice() {
        site.serve("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 30\nDisallow: /closed");
        site.serve("/list", "text/html", "<html></html>");

        // Something else is always under way, so that what is known of the host is not forgotten.
        Admission other = budgets.ask(site.url("/"), "other", Pace.FREE);
        for (int poll = 0; poll < 3; poll++) {
            assertThat(page("/list")).isInstanceOf(Fetched.class);
            now = now.plusSeconds(31);
        }
        assertThat(page("/closed"))
                .isInstanceOfSatisfying(
                        FetchFailed.class, it -> assertThat(it.kind()).isEqualTo(FailureKind.ROBOTS));
        now = now.plusSeconds(31);
        assertThat(page("/list")).isInstanceOf(Fetched.class);
        assertThat(site.asked()).containsExactly("/robots.txt", "/list", "/list", "/list", "/list");
        ((Leave) other).close();
    }

    private FetchResult page(String path) {
        URI url = site.url(path);
        Admission leave = budgets.ask(url, "poll", Pace.PAGE);
        assertThat(leave).isInstanceOf(Leave.class);
        try (Room room = headroom.ofPoll()) {
            return polite.page(url, Validators.NONE, Pace.PAGE, room, (Leave) leave);
        }
    }
}
