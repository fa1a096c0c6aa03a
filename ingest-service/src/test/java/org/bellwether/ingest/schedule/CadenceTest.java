package org.bellwether.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bellwether.ingest.schedule.NextPoll.Cause;
import org.bellwether.ingest.schedule.PollOutcome.Answered;
import org.bellwether.ingest.schedule.PollOutcome.Deferred;
import org.bellwether.ingest.schedule.PollOutcome.Failed;
import org.bellwether.ingest.schedule.PollOutcome.Held;
import org.bellwether.ingest.schedule.PollOutcome.Hope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant LATER = NOON.plusMillis(300);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Bounds BOUNDS =
            new Bounds(TEN_MINUTES, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(6));

    @Test
    void aFeedWithAnIntervalOfItsOwnIsPolledAtItFromStartToStart() {
        assertThat(cadence("PT1S").after(new Answered(Tempo.UNKNOWN), NOON, LATER))
                .isEqualTo(new NextPoll(NOON.plusSeconds(1), Cause.EVERY, Duration.ofSeconds(1), "every PT1S"));
    }

    @Test
    void aPollThatTookLongerThanTheIntervalIsFollowedAtOnce() {
        Instant late = NOON.plusSeconds(7);

        assertThat(cadence("PT1S")
                        .after(new Answered(Tempo.UNKNOWN), NOON, late)
                        .at())
                .isEqualTo(late);
    }

    @ParameterizedTest
    @CsvSource({"PT1S, PT1H", "PT2H, PT2H"})
    void aFeedThatItsHubPushesIsPolledAsSeldomAsAny(Duration interval, Duration slowed) {
        Cadence cadence = cadence(interval.toString());
        NextPoll usual = cadence.after(new Answered(Tempo.UNKNOWN), NOON, LATER);

        assertThat(cadence.slowed(usual, NOON))
                .isEqualTo(new NextPoll(
                        NOON.plus(slowed), Cause.PUSHED, slowed, "every " + slowed + ": its hub pushes it"));
    }

    @Test
    void whatIsDecidedAfterAFailureHoldsForPushedFeedsToo() {
        NextPoll backoff = cadence("PT1M").after(new Failed(1, null, Hope.SOON), NOON, LATER);

        assertThat(cadence("PT1M").slowed(backoff, NOON)).isEqualTo(backoff);
    }

    @ParameterizedTest
    @CsvSource({"PT10M, PT10M, PT10M30S", "PT5S, PT5S, PT5.25S", "PT4S, PT4S, PT4S"})
    void onlySlowFeedsAreSpread(Duration interval, Duration least, Duration most) {
        for (double chance : new double[] {0.0, 0.5, 0.99}) {
            Duration wait = Duration.between(
                    NOON,
                    cadence(interval.toString(), chance)
                            .after(new Answered(Tempo.UNKNOWN), NOON, LATER)
                            .at());
            assertThat(wait).isBetween(least, most);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "30, PT1M,  PT15M, 'every PT15M: its window of 30 entries covers PT30M at its fastest'",
        "20, PT3S,  PT1M,  'every PT1M: its window of 20 entries covers PT1M at its fastest (PT1M is the least)'",
        "10, PT24H, PT1H,  'every PT1H: its window of 10 entries covers PT240H at its fastest (PT1H is the most)'",
    })
    void aFeedIsPolledTwiceInTheTimeThatItsWindowCovers(
            int entries, Duration peakGap, Duration interval, String reason) {
        assertThat(byWhatItShows().interval(tempo(entries, peakGap, null), NOON))
                .isEqualTo(new Interval(interval, Cause.WINDOW, reason));
    }

    @ParameterizedTest
    @CsvSource({"P0D, PT15M", "P7D, PT30M", "P14D, PT1H", "P90D, PT1H"})
    void aPeakFadesAlsoWhereTheServerSaysForWeeksThatNothingHasChanged(Duration silence, Duration interval) {
        Tempo burst = tempo(30, Duration.ofMinutes(1), null).after(Optional.empty());

        assertThat(byWhatItShows().interval(burst, NOON.plus(silence)).length()).isEqualTo(interval);
    }

    @Test
    void chanceNeverTakesAPollBeyondWhatTheWindowAllows() {
        Tempo tempo = tempo(30, Duration.ofMinutes(1), null);
        for (double chance : new double[] {0.0, 0.5, 0.99}) {
            NextPoll next = cadence(null, chance).after(new Answered(tempo), NOON, LATER);
            assertThat(Duration.between(NOON, next.at())).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PT30M, 100, PT10M, PT1H,  WINDOW, 'every PT1H: its window of 100 entries covers PT16H40M at its fastest (PT1H is the most)'",
        "PT2H,  100, PT10M, PT2H,  STATED, 'every PT2H: the publisher says so (ttl)'",
        "PT2H,   30, PT1M,  PT15M, WINDOW, 'every PT15M: its window of 30 entries covers PT30M at its fastest'",
        "PT72H, 100, PT1H,  PT6H,  STATED, 'every PT6H: the publisher says so (ttl), as far as its window allows'",
    })
    void aPublishersWordCountsAsFarAsNothingIsLostByIt(
            Duration ttl, int entries, Duration peakGap, Duration interval, Cause cause, String reason) {
        assertThat(byWhatItShows().interval(tempo(entries, peakGap, new StatedPace(ttl, "ttl")), NOON))
                .isEqualTo(new Interval(interval, cause, reason));
    }

    @Test
    void whatTheCatalogueSaysIsShortenedOnlyWhereEntriesWereLost() {
        Tempo safe = tempo(30, Duration.ofSeconds(8), null);
        Tempo lossy = new Tempo(30, Duration.ofSeconds(8), NOON, null, NOON, NOON, null, NOON);

        assertThat(cadence("PT10M").interval(safe, NOON).length()).isEqualTo(TEN_MINUTES);
        assertThat(cadence("PT10M").interval(lossy, NOON).length()).isEqualTo(Duration.ofMinutes(2));
        assertThat(cadence("PT10M").interval(lossy, NOON).cause()).isEqualTo(Cause.WINDOW);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,  PT10M, USUAL, 'every PT10M: too little is known of its pace'",
        "PT1H,  PT10M, USUAL, 'every PT10M: too little is known of its pace'",
        "PT4H,  PT30M, QUIET, 'every PT30M: nothing new for PT4H'",
        "PT72H, PT1H,  QUIET, 'every PT1H: nothing new for PT72H'",
    })
    void aFeedThatShowsNoPaceIsAskedLessOftenWhileItIsSilent(
            Duration silence, Duration interval, Cause cause, String reason) {
        Tempo silent = new Tempo(5, null, null, null, NOON.minus(silence), null, null, NOON);

        assertThat(byWhatItShows().interval(silent, NOON)).isEqualTo(new Interval(interval, cause, reason));
    }

    @ParameterizedTest
    @CsvSource({
        "PT10M,  1, SOON,   PT10M,   waits PT10M after 1 failure",
        "PT10M,  2, SOON,   PT20M,   waits PT20M after 2 failures in a row",
        "PT10M,  5, SOON,   PT2H40M, waits PT2H40M after 5 failures in a row",
        "PT10M,  6, SOON,   PT5H20M, waits PT5H20M after 6 failures in a row",
        "PT10M, 60, SOON,   PT5H20M, waits PT5H20M after 60 failures in a row",
        "PT1H,   9, SOON,   PT6H,    waits PT6H after 9 failures in a row",
        "PT12H,  9, SOON,   PT12H,   waits PT12H after 9 failures in a row",
        "PT1S,   4, SOON,   PT8S,    waits PT8S after 4 failures in a row",
        "PT1S,   1, LATER,  PT10M,   waits PT10M after 1 failure",
        "PT1S,   1, HARDLY, PT6H,    waits PT6H after 1 failure",
        "PT10M,  9, HARDLY, PT24H,   waits PT24H after 9 failures in a row",
    })
    void waitsTwiceAsLongAfterEachFailureUpToACeiling(
            String interval, int failures, Hope hope, Duration wait, String reason) {
        assertThat(cadence(interval).after(new Failed(failures, null, hope), NOON, LATER))
                .isEqualTo(new NextPoll(LATER.plus(wait), Cause.BACKOFF, wait, reason));
    }

    @ParameterizedTest
    @CsvSource({
        "PT1H,   PT1H,   ASKED,   the server asked to wait PT1H (1 failure)",
        "PT72H,  PT72H,  ASKED,   the server asked to wait PT72H (1 failure)",
        "PT999H, PT168H, ASKED,   the server asked to wait PT168H (1 failure)",
        "PT5S,   PT10M,  BACKOFF, waits PT10M after 1 failure",
        "PT0S,   PT20M,  BACKOFF, waits PT20M after 1 failure",
    })
    void neverAsksSoonerThanTheServerWants(Duration retryAfter, Duration wait, Cause cause, String reason) {
        assertThat(cadence("PT10M").after(new Failed(1, retryAfter, Hope.SOON), NOON, LATER))
                .isEqualTo(new NextPoll(LATER.plus(wait), cause, wait, reason));
    }

    @ParameterizedTest
    @CsvSource({"PT10M, PT20M", "PT45M, PT1H", "P1D, P1D"})
    void aServerThatHasEnoughRestsForLongerThanAnIntervalButWhereThatIsLongItself(String interval, Duration rest) {
        assertThat(cadence(interval).rest()).isEqualTo(rest);
        assertThat(cadence(interval)
                        .after(new Failed(1, Duration.ZERO, Hope.SOON), NOON, LATER)
                        .interval())
                .isEqualTo(rest);
    }

    @Test
    void ourOwnTroubleIsTriedAgainInASecond() {
        assertThat(cadence("PT10M").after(new Deferred("the broker"), NOON, LATER))
                .isEqualTo(new NextPoll(LATER.plusSeconds(1), Cause.WAITING, null, "waiting for the broker"));
    }

    @ParameterizedTest
    @CsvSource({"0, PT1S", "1, PT2S", "2, PT4S", "9, PT8M32S", "10, PT10M", "99, PT10M"})
    void aServerThatWasAskedForWhatCannotBeKeptIsAskedLessAndLess(int inVain, Duration wait) {
        NextPoll next = cadence("PT1S").after(new Deferred("the store", inVain), NOON, LATER);

        assertThat(Duration.between(LATER, next.at())).isBetween(wait, wait.plus(wait.dividedBy(20)));
    }

    @Test
    void whatTheHostHasNoRoomForWaitsAsLongAsItSays() {
        Held held = new Held(NOON.plusSeconds(40), "the host asked to be left alone");

        assertThat(cadence("PT10M").after(held, NOON, LATER))
                .isEqualTo(new NextPoll(held.until(), Cause.HOST, null, held.reason()));
    }

    @ParameterizedTest
    @CsvSource({"PT1S, 0.5, PT0S", "PT10M, 0.5, PT5S", "PT10M, 0.0, PT0S"})
    void firstPollsAreSpreadOverSomeSeconds(String interval, double chance, Duration wait) {
        assertThat(cadence(interval, chance).first(NOON).at()).isEqualTo(NOON.plus(wait));
    }

    @ParameterizedTest
    @CsvSource({
        // decided by, for, last poll, wait, cause
        "EVERY,   PT4M,  PT6M,  PT4M,  EVERY",
        "EVERY,   PT23H, PT6M,  PT4M,  EVERY",
        "EVERY,   PT4M,  PT11M, PT0S,  FIRST",
        "BACKOFF, PT23H, PT6M,  PT23H, BACKOFF",
    })
    void aRestartKeepsWhatWasDecidedAsFarAsItIsStillRight(
            Cause decidedBy, Duration due, Duration lastPoll, Duration wait, Cause cause) {
        NextPoll decided = new NextPoll(NOON.plus(due), decidedBy, TEN_MINUTES, "as decided");

        NextPoll resumed = cadence("PT10M").resumed(decided, NOON.minus(lastPoll), Tempo.UNKNOWN, NOON);

        assertThat(resumed.at()).isEqualTo(NOON.plus(wait));
        assertThat(resumed.cause()).isEqualTo(cause);
    }

    private static Tempo tempo(int entries, Duration peakGap, StatedPace stated) {
        return new Tempo(entries, peakGap, NOON, null, NOON, null, stated, NOON);
    }

    private static Cadence byWhatItShows() {
        return cadence(null, 0.0);
    }

    private static Cadence cadence(String interval) {
        return cadence(interval, 0.0);
    }

    private static Cadence cadence(String interval, double chance) {
        return new Cadence(interval == null ? null : Duration.parse(interval), BOUNDS, new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return chance;
            }
        });
    }
}
