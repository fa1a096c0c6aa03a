package org.bellwether.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.bellwether.ingest.PageServer;
import org.bellwether.ingest.fetch.FailureKind;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FetchFailed;
import org.bellwether.ingest.fetch.FetchRequest;
import org.bellwether.ingest.fetch.FetchResult;
import org.bellwether.ingest.fetch.Fetched;
import org.bellwether.ingest.fetch.NoRoom;
import org.bellwether.ingest.fetch.Postponed;
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

    @Test
    void aPageWaitsWithItsRobotsFileAndDoesNotFailForIt() {
        site.serve("/robots.txt", "text/plain", "User-agent: *\nAllow: /");
        site.serve("/list", "text/html", "<html></html>");
        Admission leave = budgets.ask(site.url("/list"), "poll", Pace.PAGE);
        budgets.answered(site.url("/"), 503, Duration.ofHours(1));

        FetchResult held = page(site.url("/list"), (Leave) leave);

        assertThat(held)
                .isInstanceOfSatisfying(
                        Postponed.class, it -> assertThat(it.until()).isEqualTo(now.plus(Duration.ofHours(1))));
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void aRedirectToAHostWhoseRobotsFileHasToWaitIsFollowedLater() {
        try (PageServer elsewhere = new PageServer()) {
            site.answer("/list", 302, Map.of("Location", elsewhere.url("/list").toString()));
            elsewhere.serve("/list", "text/html", "<html></html>");
            Instant reopened = now.plus(Duration.ofHours(1));
            FetchRequest request = FetchRequest.page(
                    site.url("/list"),
                    Validators.NONE,
                    target -> new RobotsVerdict.Later(reopened, "robots.txt waits to be read").objection());

            try (Room room = headroom.ofPoll()) {
                assertThat(fetcher.fetch(request, room))
                        .isEqualTo(new Postponed(reopened, "robots.txt waits to be read"));
            }
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void aPageAtAnAddressInsideIsRefusedAsOneAndNotByItsRobotsFile() {
        site.serve("/robots.txt", "text/plain", "User-agent: *\nAllow: /");
        site.answer("/led", 302, Map.of("Location", "http://10.0.0.1/list"));

        for (URI url : List.of(URI.create("http://10.0.0.1/list"), site.url("/led"))) {
            Admission leave = budgets.ask(url, "poll", Pace.PAGE);

            assertThat(page(url, (Leave) leave)).isInstanceOfSatisfying(FetchFailed.class, it -> {
                assertThat(it.kind()).isEqualTo(FailureKind.ADDRESS_REFUSED);
                assertThat(it.diagnosis()).contains("bellwether.fetch.allow").endsWith(".");
            });
        }
    }

    @Test
    void wantOfRoomForARobotsFileSaysNothingAgainstThePages() {
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");

        RobotsFile file = RobotsFile.of(site.url("/robots.txt"), new NoRoom(), null, noon);

        assertThat(file.ours()).isTrue();
        assertThat(file.until()).isEqualTo(noon.plusSeconds(10));
    }

    private FetchResult page(String path) {
        URI url = site.url(path);
        Admission leave = budgets.ask(url, "poll", Pace.PAGE);
        assertThat(leave).isInstanceOf(Leave.class);
        return page(url, (Leave) leave);
    }

    private FetchResult page(URI url, Leave leave) {
        try (Room room = headroom.ofPoll()) {
            return polite.page(url, Validators.NONE, Pace.PAGE, room, leave);
        }
    }
}
