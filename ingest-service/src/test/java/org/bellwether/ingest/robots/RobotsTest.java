package org.bellwether.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.bellwether.ingest.PageServer;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.host.Admission;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostLimits;
import org.bellwether.ingest.host.Leave;
import org.bellwether.ingest.host.Pace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What robots.txt, or its absence, lets us read. */
class RobotsTest {

    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    private Instant now = NOON;
    private final InstantSource clock = () -> now;
    private final PageServer site = new PageServer();
    private final HostBudgets budgets = new HostBudgets(HostLimits.DEFAULT, clock);
    private final FeedFetcher fetcher = PageServer.fetcher(budgets);
    private final Robots robots = new Robots(fetcher, new Headroom(256L << 20, 10 << 20, 1), budgets, clock);

    @AfterEach
    void stop() {
        fetcher.close();
        site.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            User-agent: *;Disallow: /private                                                       | /news/1        | true
            User-agent: *;Disallow: /private                                                       | /private/1     | false
            User-agent: *;Disallow: /                                                              | /robots.txt    | true
            User-agent: *;Disallow: /;Allow: /news                                                 | /news/1        | true
            User-agent: *;Disallow: /*?print=                                                      | /news/1?print=1 | false
            User-agent: *;Disallow: /*.pdf$                                                        | /a.pdf?x=1     | true
            User-agent: *;Allow: /;;User-agent: Bellwether;Disallow: /news                         | /news/1        | false
            User-agent: *;Disallow: /;;User-agent: bellwether;Disallow:                            | /news/1        | true
            User-agent: GPTBot;Disallow: /                                                         | /news/1        | true
            User-agent: *;Disallow: /%EC%83%9D                                                     | /%ec%83%9d/1   | false
            this is no robots.txt                                                                  | /news/1        | true
            """)
    void isFollowed(String file, String path, boolean allowed) {
        site.serve("/robots.txt", "text/plain", file.replace(';', '\n'));

        RobotsVerdict verdict = robots.allows(site.url(path));

        assertThat(verdict instanceof RobotsVerdict.Allowed).isEqualTo(allowed);
        if (verdict instanceof RobotsVerdict.Refused refused) {
            assertThat(refused.reason()).contains("127.0.0.1", "\"bellwether\"");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void letsEverybodyInWhereThereIsNone(int status) {
        site.answer("/robots.txt", status, Map.of());

        assertThat(robots.allows(site.url("/news/1"))).isInstanceOf(RobotsVerdict.Allowed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 429})
    void keepsEverythingClosedForAWhileWhereItCannotBeReached(int status) {
        site.answer("/robots.txt", status, Map.of());

        RobotsVerdict first = robots.allows(site.url("/news/1"));
        robots.allows(site.url("/news/2"));
        site.serve("/robots.txt", "text/plain", "User-agent: *\nAllow: /");
        now = NOON.plus(RobotsFile.RETRY);

        assertThat(first).isInstanceOfSatisfying(RobotsVerdict.Refused.class, it -> {
            assertThat(it.until()).isEqualTo(now);
            assertThat(it.reason()).contains("answered " + status);
        });
        assertThat(site.asked()).hasSize(1);
        assertThat(robots.allows(site.url("/news/1"))).isInstanceOf(RobotsVerdict.Allowed.class);
    }

    @Test
    void isReadOnceADayAndKeptWhenItCannotBeReadAnewThen() {
        site.serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private");
        robots.allows(site.url("/news/1"));
        now = NOON.plus(Duration.ofHours(23));
        robots.allows(site.url("/news/2"));
        int askedFirst = site.asked().size();

        site.answer("/robots.txt", 500, Map.of());
        now = NOON.plus(Duration.ofHours(25));

        assertThat(robots.allows(site.url("/news/1"))).isInstanceOf(RobotsVerdict.Allowed.class);
        assertThat(robots.allows(site.url("/private/1"))).isInstanceOf(RobotsVerdict.Refused.class);
        assertThat(askedFirst).isEqualTo(1);
        assertThat(site.asked()).hasSize(2);
    }

    @Test
    void isFollowedThroughRedirectsButNotInCircles() {
        site.answer("/robots.txt", 301, Map.of("Location", "/other.txt"));
        site.serve("/other.txt", "text/plain", "User-agent: *\nDisallow: /");
        RobotsVerdict led = robots.allows(site.url("/news/1"));

        site.answer("/robots.txt", 302, Map.of("Location", "/robots.txt"));
        now = NOON.plus(Duration.ofDays(2));
        RobotsVerdict circled = robots.allows(site.url("/news/1"));

        assertThat(led).isInstanceOf(RobotsVerdict.Refused.class);
        assertThat(circled).isInstanceOf(RobotsVerdict.Allowed.class);
    }

    @Test
    void isReadUpToFiveHundredKilobytes() {
        String filler = "# a remark that says nothing at all\n".repeat(20_000);
        site.serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /a\n" + filler + "Disallow: /b\n");

        assertThat(robots.allows(site.url("/a"))).isInstanceOf(RobotsVerdict.Refused.class);
        assertThat(robots.allows(site.url("/b"))).isInstanceOf(RobotsVerdict.Allowed.class);
    }

    @Test
    void setsThePauseBetweenPagesOfTheHostButNotBetweenFeeds() {
        site.serve("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 600\nDisallow: /private");

        assertThat(robots.allows(site.url("/news/1"))).isInstanceOf(RobotsVerdict.Allowed.class);
        ((Leave) budgets.ask(site.url("/news/1"), "page", Pace.PAGE)).close();
        Admission next = budgets.ask(site.url("/news/2"), "page", Pace.PAGE);

        assertThat(next)
                .isInstanceOfSatisfying(
                        Admission.Wait.class, it -> assertThat(it.until()).isEqualTo(NOON.plusSeconds(30)));
        assertThat(budgets.ask(site.url("/feed"), "feed", Pace.FEED)).isInstanceOf(Leave.class);
    }

    @Test
    void waitsWithTheHostWhichSaysNothingAgainstThePages() {
        site.serve("/robots.txt", "text/plain", "User-agent: *\nAllow: /");
        budgets.answered(site.url("/"), 503, Duration.ofHours(1));

        RobotsVerdict verdict = robots.allows(site.url("/news/1"));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        RobotsVerdict.Later.class,
                        it -> assertThat(it.until()).isEqualTo(NOON.plus(Duration.ofHours(1))));
        assertThat(site.asked()).isEmpty();
        now = NOON.plus(Duration.ofHours(1));
        assertThat(robots.allows(site.url("/news/1"))).isInstanceOf(RobotsVerdict.Allowed.class);
    }
}
