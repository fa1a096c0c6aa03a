package org.bellwether.ingest.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.ingest.host.Penalties.penalties;
import static org.bellwether.ingest.host.Penalties.penalty;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may ask a host when. */
class HostBudgetTest {

    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
    private static final URI POST = URI.create("https://post.example/feed");
    private static final URI HERALD = URI.create("https://herald.example/feed");
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Instant now = NOON;
    private final InstantSource clock = () -> now;
    private final HostBudgets budgets = new HostBudgets(new HostLimits(2, 3, PAUSE), clock);

    @Test
    void takesTwoAtOnceAndAThirdWhenOneIsDone() {
        Leave first = leave(POST, "a", Pace.FREE);
        leave(POST, "b", Pace.FREE);

        Admission.Wait third = wait(POST, "c", Pace.FREE);
        first.close();
        first.close();
        now = third.until();

        assertThat(third.reason()).contains("2 at once");
        leave(POST, "c", Pace.FREE);
        wait(POST, "d", Pace.FREE);
    }

    @Test
    void requestsThatHangHoldUpNobodyUntilTheyAreMany() {
        for (int hanging = 0; hanging < 16; hanging += 2) {
            leave(POST, "hangs-" + hanging, Pace.FREE);
            leave(POST, "hangs-" + (hanging + 1), Pace.FREE);
            now = now.plusMillis(3_001);
        }
        leave(POST, "other", Pace.FREE);
        leave(POST, "another", Pace.FREE);
        now = now.plusMillis(3_001);

        assertThat(wait(POST, "late", Pace.FREE).reason()).contains("2 at once");
    }

    @Test
    void sharesOneBudgetAmongPortsSchemesAndSpellingsOfAHost() {
        leave(URI.create("http://post.example:8080/x"), "a", Pace.FREE);
        leave(URI.create("https://POST.example./y"), "b", Pace.FREE);

        wait(POST, "c", Pace.FREE);
        leave(HERALD, "c", Pace.FREE);
    }

    @Test
    void keepsHostsWithAnUnderscoreApart() {
        URI mine = URI.create("https://my_post.example/feed");
        leave(mine, "a", Pace.FREE);
        leave(URI.create("http://MY_post.example:8080/x"), "b", Pace.FREE);

        wait(mine, "c", Pace.FREE);
        leave(URI.create("https://other_post.example/feed"), "d", Pace.FREE);
    }

    @Test
    void letsABurstPassAndThenOneEachPause() {
        burst();

        Admission.Wait fourth = wait(POST, "d", Pace.FEED);
        Admission.Wait fifth = wait(POST, "e", Pace.FEED);
        now = fourth.until();
        Admission early = budgets.ask(POST, "e", Pace.FEED);
        leave(POST, "d", Pace.FEED).close();
        now = fifth.until();

        assertThat(fourth.until()).isEqualTo(NOON.plus(PAUSE));
        assertThat(fourth.reason()).contains("3 requests in a row", "200 ms");
        assertThat(fifth.until()).isEqualTo(NOON.plus(PAUSE.multipliedBy(2)));
        assertThat(early).isInstanceOf(Admission.Wait.class);
        leave(POST, "e", Pace.FEED).close();
    }

    @Test
    void givesTheBurstBackToAHostLeftAlone() {
        burst();

        now = now.plus(PAUSE.multipliedBy(3));

        burst();
        wait(POST, "d", Pace.FEED);
    }

    @Test
    void leavesWhoNeedsNoPaceOutOfTheBucketOnly() {
        burst();

        for (int i = 0; i < 100; i++) {
            leave(POST, "owner", Pace.FREE).close();
        }
        budgets.answered(POST, 503, Duration.ofMinutes(2));

        assertThat(wait(POST, "owner", Pace.FREE).until()).isEqualTo(NOON.plus(Duration.ofMinutes(2)));
    }

    @Test
    void letsNobodyPassWhoWaitsSinceBefore() {
        Leave one = leave(POST, "one", Pace.FREE);
        Leave two = leave(POST, "two", Pace.FREE);
        now = wait(POST, "early", Pace.FREE).until();
        wait(POST, "early", Pace.FREE);
        one.close();
        now = now.plusMillis(100);

        wait(POST, "two-again", Pace.FREE);
        leave(POST, "early", Pace.FREE);
        two.close();
        now = now.plusMillis(100);
        leave(POST, "two-again", Pace.FREE);
    }

    @Test
    void givesAwayThePlaceOfWhoDoesNotComeBack() {
        Leave one = leave(POST, "one", Pace.FREE);
        leave(POST, "two", Pace.FREE);
        Instant told = wait(POST, "gone", Pace.FREE).until();
        one.close();

        now = told.plus(HostBudget.GRACE);
        leave(POST, "three", Pace.FREE);
        assertThat(budgets.ask(POST, "late", Pace.FREE)).isInstanceOf(Admission.Wait.class);
        now = now.plusMillis(1);
        leave(POST, "late", Pace.FREE);
    }

    @ParameterizedTest
    @CsvSource({"429, PT90S, PT90S", "503, PT2H, PT2H", "503, P30D, P7D"})
    void leavesTheWholeHostAloneAsLongAsItSays(int status, Duration asked, Duration kept) {
        budgets.answered(POST, status, asked);

        assertThat(wait(POST, "a", Pace.FEED).until()).isEqualTo(NOON.plus(kept));
        assertThat(wait(POST, "b", Pace.PAGE).until()).isEqualTo(NOON.plus(kept).plus(PAUSE));
        assertThat(penalty(budgets, POST, now)).hasValueSatisfying(penalty -> {
            assertThat(penalty.until()).isEqualTo(NOON.plus(kept));
            assertThat(penalty.reason()).contains("post.example answered " + status);
        });
        assertThat(penalty(budgets, HERALD, now)).isEmpty();
        now = NOON.plus(kept);
        assertThat(penalties(budgets, now)).isEmpty();
        leave(POST, "a", Pace.FEED);
        wait(POST, "c", Pace.FEED);
    }

    @Test
    void waitsLongerWithEach429ThatDoesNotSayHowLongUntilOneSucceeds() {
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            budgets.answered(POST, 429, null);
            // The other one that was under way is told the same.
            budgets.answered(POST, 429, null);
            Instant until = penalty(budgets, POST, now).orElseThrow().until();
            waits.add(Duration.between(now, until));
            now = until;
        }
        budgets.answered(POST, 200, null);
        budgets.answered(POST, 429, null);

        assertThat(waits.stream().map(Duration::toMinutes)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        assertThat(penalty(budgets, POST, now).orElseThrow().until()).isEqualTo(now.plus(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({"PT20M, PT20M", "PT5H, PT1H"})
    void leavesTheWholeHostAloneForAsLongAsWeSeeFit(Duration seen, Duration kept) {
        Leave leave = leave(POST, "a", Pace.FEED);

        leave.rest(seen);

        assertThat(wait(POST, "b", Pace.FREE).until()).isEqualTo(NOON.plus(kept));
        assertThat(penalty(budgets, POST, now).orElseThrow().reason())
                .contains("post.example has enough and does not say for how long");
        assertThat(penalty(budgets, HERALD, now)).isEmpty();
    }

    @Test
    void takesATimeThatIsOverForNoneSinceAServersClockMayBeBehind() {
        budgets.answered(POST, 429, Duration.ZERO);
        budgets.answered(HERALD, 503, Duration.ZERO);

        assertThat(penalty(budgets, POST, now).orElseThrow().until()).isEqualTo(now.plus(Duration.ofMinutes(1)));
        assertThat(penalty(budgets, HERALD, now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500", "503", "404", "200", "403"})
    void holdsNothingElseAgainstAHost(int status) {
        budgets.answered(POST, status, null);

        assertThat(penalty(budgets, POST, now)).isEmpty();
    }

    @Test
    void remembersOverARestartHowOftenAHostRefused() {
        budgets.answered(POST, 429, null);
        now = NOON.plus(Duration.ofMinutes(2));
        budgets.answered(POST, 429, null);
        now = NOON.plus(Duration.ofMinutes(5));
        assertThat(penalties(budgets, now)).isEmpty();
        HostBudgets restarted = new HostBudgets(HostLimits.DEFAULT, clock);

        restarted.resume(budgets.remembered());

        assertThat(restarted.ask(POST, "a", Pace.FEED)).isInstanceOf(Leave.class);
        restarted.answered(POST, 429, null);
        assertThat(penalty(restarted, POST, now).orElseThrow().until()).isEqualTo(now.plus(Duration.ofMinutes(4)));

        restarted.answered(POST, 200, null);
        now = NOON.plus(Duration.ofMinutes(10));
        restarted.answered(POST, 200, null);
        assertThat(restarted.remembered()).isEmpty();
    }

    @Test
    void keepsPenaltiesOverARestartAndTakesThemBackWhenAnOperatorSaysSo() {
        budgets.answered(POST, 429, null);
        HostBudgets restarted = new HostBudgets(HostLimits.DEFAULT, clock);

        restarted.resume(budgets.remembered());

        assertThat(penalties(restarted, now)).isEqualTo(penalties(budgets, now)).hasSize(1);
        now = NOON.plus(Duration.ofMinutes(1));
        restarted.answered(POST, 429, null);
        assertThat(penalty(restarted, POST, now).orElseThrow().until()).isEqualTo(now.plus(Duration.ofMinutes(2)));
        assertThat(restarted.pardon(POST)).isTrue();
        assertThat(restarted.pardon(POST)).isFalse();
        assertThat(restarted.ask(POST, "a", Pace.FEED)).isInstanceOf(Leave.class);
    }

    @Test
    void keepsPagesApartAsRobotsTxtAsksAndFeedsNot() {
        budgets.crawlDelay(POST, Duration.ofHours(1));
        leave(POST, "page", Pace.PAGE).close();

        assertThat(wait(POST, "page", Pace.PAGE).until()).isEqualTo(NOON.plusSeconds(30));
        leave(POST, "feed", Pace.FEED).close();
    }

    @Test
    void forgetsHostsThatAreIdleAndNoOthers() {
        for (int i = 0; i < 10_000; i++) {
            leave(URI.create("https://host-" + i + ".example/"), "a", Pace.FEED).close();
        }
        Leave held = leave(POST, "a", Pace.FEED);
        budgets.answered(HERALD, 503, Duration.ofHours(1));

        now = now.plus(Duration.ofMinutes(2));
        leave(URI.create("https://other.example/"), "a", Pace.FEED);

        assertThat(budgets.size()).isEqualTo(3);
        assertThat(penalty(budgets, HERALD, now)).isPresent();
        held.close();
    }

    @Test
    void servesManyThreadsThatWaitNeverMoreThanTwoAtOnce() throws Exception {
        HostBudgets real = new HostBudgets(new HostLimits(2, 1, Duration.ZERO), InstantSource.system());
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Boolean> visit = () -> {
            try (Leave leave = (Leave) real.await(POST, Pace.FEED, Duration.ofSeconds(30), () -> false)) {
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                underWay.decrementAndGet();
                return leave.isFor(POST);
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (Future<Boolean> done : threads.invokeAll(
                    IntStream.range(0, 300).mapToObj(i -> visit).toList())) {
                assertThat(done.get(30, TimeUnit.SECONDS)).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(most).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void doesNotHoldUpWhoWouldWaitInVain() throws InterruptedException {
        budgets.answered(POST, 503, Duration.ofHours(1));
        leave(HERALD, "a", Pace.FREE);
        leave(HERALD, "b", Pace.FREE);

        Admission penalised = budgets.await(POST, Pace.FREE, Duration.ofMinutes(30), () -> false);
        Admission given = budgets.await(HERALD, Pace.FREE, Duration.ofHours(1), () -> true);

        assertThat(penalised).isInstanceOf(Admission.Wait.class);
        assertThat(given).isInstanceOf(Admission.Wait.class);
    }

    private void burst() {
        for (String who : List.of("a", "b", "c")) {
            leave(POST, who, Pace.FEED).close();
        }
    }

    private Leave leave(URI url, String who, Pace pace) {
        Admission admission = budgets.ask(url, who, pace);
        assertThat(admission).isInstanceOf(Leave.class);
        return (Leave) admission;
    }

    private Admission.Wait wait(URI url, String who, Pace pace) {
        Admission admission = budgets.ask(url, who, pace);
        assertThat(admission).isInstanceOf(Admission.Wait.class);
        return (Admission.Wait) admission;
    }
}
