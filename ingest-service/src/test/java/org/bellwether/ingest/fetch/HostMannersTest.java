package org.bellwether.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.hc.core5.ssl.SSLContexts;
import org.bellwether.ingest.host.Admission;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostLimits;
import org.bellwether.ingest.host.Leave;
import org.bellwether.ingest.host.Pace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fetch keeps to the budgets of all hosts it comes to. */
class HostMannersTest {

    private static final byte[] FEED = {'<'};

    private final Site site = new Site();
    private final HostBudgets budgets =
            new HostBudgets(new HostLimits(2, 100, Duration.ofMillis(1)), InstantSource.system());
    // Names of this machine, which are other hosts by name.
    private final FeedFetcher fetcher = Site.fetcher(
            Site.LIMITS,
            budgets,
            host -> new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})},
            SSLContexts.createDefault());

    @AfterEach
    void stop() {
        fetcher.close();
        site.close();
    }

    @Test
    void noMoreThanTwoAreUnderWayAtOneHostHoweverManyWantTo() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        site.serve("/feed", exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            site.ends(20);
            now.decrementAndGet();
            Site.answer(exchange, 200, FEED);
        });

        List<Future<FetchResult>> results = IntStream.range(0, 20)
                .mapToObj(i -> site.submit(() -> fetch("one.example", "/feed")))
                .toList();

        for (Future<FetchResult> result : results) {
            assertThat(result.get(20, TimeUnit.SECONDS)).isInstanceOf(Fetched.class);
        }
        assertThat(most).hasValue(2);
    }

    @Test
    void aHostThatAsksToBeLeftAloneIsNotAskedAgainForAnyOfItsFeeds() {
        AtomicInteger asked = new AtomicInteger();
        site.serve("/busy", exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().set("Retry-After", "3600");
            exchange.sendResponseHeaders(503, -1);
        });
        site.serve("/feed", exchange -> {
            asked.incrementAndGet();
            Site.answer(exchange, 200, FEED);
        });

        FetchResult busy = fetch("one.example", "/busy");
        FetchResult other = fetch("one.example", "/feed");
        FetchResult elsewhere = fetch("two.example", "/feed");

        assertThat(((FetchFailed) busy).retryAfter()).contains(Duration.ofHours(1));
        assertThat(other).isInstanceOfSatisfying(Postponed.class, it -> {
            assertThat(it.until()).isAfter(Instant.now().plusSeconds(3500));
            assertThat(it.reason()).contains("one.example answered 503");
        });
        assertThat(elsewhere).isInstanceOf(Fetched.class);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aRedirectAsksTheOtherHostsBudgetAndGivesTheFirstOneBack() throws Exception {
        site.redirect("/away", 302, "http://two.example:" + site.port() + "/feed");
        CountDownLatch there = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        site.serve("/feed", exchange -> {
            there.countDown();
            goOn.await(10, TimeUnit.SECONDS);
            Site.answer(exchange, 200, FEED);
        });
        Leave first = leave("one.example");
        Leave held = leave("one.example");

        Future<FetchResult> result =
                site.submit(() -> fetcher.fetch(request("one.example", "/away"), Site.room(), first));
        there.await(10, TimeUnit.SECONDS);
        Leave given = leave("one.example");
        Leave second = leave("two.example");
        Admission third = budgets.ask(request("two.example", "/").url(), "third", Pace.FREE);
        goOn.countDown();

        assertThat(result.get(10, TimeUnit.SECONDS)).isInstanceOf(Fetched.class);
        assertThat(third).isInstanceOf(Admission.Wait.class);
        for (Leave leave : List.of(held, given, second)) {
            leave.close();
        }
        leave("two.example").close();
        leave("one.example").close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            429 | -
            429 | 0
            503 | Wed, 30 Sep 2026 00:10:00 GMT
            """)
    void whatAnotherHostHasEnoughOfIsNoMatterOfTheFirst(int status, String retryAfter) {
        site.redirect("/away", 302, "http://two.example:" + site.port() + "/feed");
        site.serve("/feed", exchange -> {
            if (retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(status, -1);
        });

        FetchResult refused = fetch("one.example", "/away");

        assertThat(((FetchFailed) refused).status()).isEqualTo(status);
        assertThat(((FetchFailed) refused).retryAfter()).isEmpty();
    }

    @Test
    void aRedirectToAHostThatIsLeftAloneEndsThere() {
        site.redirect("/away", 302, "http://two.example:" + site.port() + "/feed");
        budgets.answered(request("two.example", "/").url(), 429, null);

        assertThat(fetch("one.example", "/away")).isInstanceOf(Postponed.class);
    }

    @Test
    void everyOutcomeGivesTheLeaveBack() {
        site.serve("/gone", exchange -> exchange.sendResponseHeaders(410, -1));
        site.serve("/silent", exchange -> site.awaitEnd());
        site.redirect("/circle", 302, "/circle");
        for (String path : List.of("/gone", "/silent", "/circle", "/nothing", "/gone", "/nothing")) {
            assertThat(fetcher.fetch(request("one.example", path), Site.room(), leave("one.example")))
                    .isInstanceOf(FetchFailed.class);
        }

        leave("one.example").close();
    }

    @Test
    void theTimeAHostMakesOthersWaitIsNotHeldAgainstTheServer() throws Exception {
        site.serve("/slow", exchange -> {
            site.ends(800);
            Site.answer(exchange, 200, FEED);
        });
        FetchLimits patient = new FetchLimits(
                Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(3), 1 << 20, 1 << 20, 200, 5, 8, 2);

        try (FeedFetcher waiting =
                Site.fetcher(patient, budgets, InetAddress::getAllByName, SSLContexts.createDefault())) {
            List<Future<FetchResult>> results = IntStream.range(0, 8)
                    .mapToObj(i -> site.submit(
                            () -> waiting.fetch(new FetchRequest(site.url("/slow"), Validators.NONE), Site.room())))
                    .toList();

            // Two at a time: the last two wait for 2.4 s of the 3 s that a whole exchange may take.
            for (Future<FetchResult> result : results) {
                assertThat(result.get(20, TimeUnit.SECONDS)).isInstanceOf(Fetched.class);
            }
        }
    }

    @Test
    void closingEndsTheWaitForAHost() throws Exception {
        HostBudgets single = new HostBudgets(new HostLimits(1, 1, Duration.ZERO), InstantSource.system());
        FetchLimits patient = new FetchLimits(
                Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofHours(1), 1 << 20, 1 << 20, 200, 5, 8, 2);
        FeedFetcher waiting = Site.fetcher(patient, single, InetAddress::getAllByName, SSLContexts.createDefault());
        assertThat(single.ask(site.url("/feed"), "other", Pace.FREE)).isInstanceOf(Leave.class);

        Future<FetchResult> result =
                site.submit(() -> waiting.fetch(new FetchRequest(site.url("/feed"), Validators.NONE), Site.room()));
        waiting.close();

        assertThat(result.get(10, TimeUnit.SECONDS)).isInstanceOf(FetchFailed.class);
    }

    @Test
    void aPageThatIsNoneIsNotRead() {
        site.serve("/film", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "video/mp4");
            Site.send(exchange, 50 << 20, 0);
        });
        site.redirect("/private", 302, "/film");
        RedirectRule keepOut = target ->
                Optional.of(new RedirectRule.Objection("robots.txt keeps programs out of " + target.getPath(), null));

        FetchResult film =
                fetcher.fetch(FetchRequest.page(site.url("/film"), Validators.NONE, RedirectRule.NONE), Site.room());
        FetchResult kept =
                fetcher.fetch(FetchRequest.page(site.url("/private"), Validators.NONE, keepOut), Site.room());

        assertThat(film).isInstanceOfSatisfying(FetchFailed.class, it -> {
            assertThat(it.kind()).isEqualTo(FailureKind.WRONG_TYPE);
            assertThat(it.diagnosis()).contains("video/mp4");
        });
        assertThat(((FetchFailed) kept).kind()).isEqualTo(FailureKind.ROBOTS);
        assertThat(((FetchFailed) kept).diagnosis()).contains("/film");
    }

    private FetchResult fetch(String host, String path) {
        return fetcher.fetch(request(host, path), Site.room());
    }

    private FetchRequest request(String host, String path) {
        return new FetchRequest(URI.create("http://" + host + ":" + site.port() + path), Validators.NONE);
    }

    private Leave leave(String host) {
        Admission admission = budgets.ask(request(host, "/").url(), "test", Pace.FREE);
        assertThat(admission).isInstanceOf(Leave.class);
        return (Leave) admission;
    }
}
