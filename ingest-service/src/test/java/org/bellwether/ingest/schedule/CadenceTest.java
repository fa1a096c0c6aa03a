package org.bellwether.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.bellwether.ingest.schedule.PollOutcome.Answered;
import org.bellwether.ingest.schedule.PollOutcome.Deferred;
import org.bellwether.ingest.schedule.PollOutcome.Failed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant LATER = NOON.plusMillis(300);

    @Test
    void aFeedThatAnswersIsPolledAtItsIntervalFromStartToStart() {
        assertThat(cadence("PT1S").after(new Answered(), NOON, LATER))
                .isEqualTo(new NextPoll(NOON.plusSeconds(1), "every PT1S"));
    }

    @Test
    void aPollThatTookLongerThanTheIntervalIsFollowedAtOnce() {
        Instant late = NOON.plusSeconds(7);

        assertThat(cadence("PT1S").after(new Answered(), NOON, late).at()).isEqualTo(late);
    }

    @ParameterizedTest
    @CsvSource({"PT10M, PT10M, PT10M30S", "PT5S, PT5S, PT5.25S", "PT4S, PT4S, PT4S"})
    void onlySlowFeedsAreSpread(Duration interval, Duration least, Duration most) {
        for (double chance : new double[] {0.0, 0.5, 0.99}) {
            Duration wait = Duration.between(
                    NOON,
                    cadence(interval.toString(), chance)
                            .after(new Answered(), NOON, LATER)
                            .at());
            assertThat(wait).isBetween(least, most);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PT10M,  1, PT10M,   waits PT10M after 1 failure",
        "PT10M,  2, PT20M,   waits PT20M after 2 failures in a row",
        "PT10M,  5, PT2H40M, waits PT2H40M after 5 failures in a row",
        "PT10M,  6, PT5H20M, waits PT5H20M after 6 failures in a row",
        "PT10M, 60, PT5H20M, waits PT5H20M after 60 failures in a row",
        "PT1H,   9, PT6H,    waits PT6H after 9 failures in a row",
        "PT12H,  9, PT12H,   waits PT12H after 9 failures in a row",
        "PT1S,   4, PT8S,    waits PT8S after 4 failures in a row",
    })
    void waitsTwiceAsLongAfterEachFailureUpToACeiling(String interval, int failures, Duration wait, String reason) {
        assertThat(cadence(interval).after(new Failed(failures, null), NOON, LATER))
                .isEqualTo(new NextPoll(LATER.plus(wait), reason));
    }

    @ParameterizedTest
    @CsvSource({
        "PT1H,  PT1H,  the server asked to wait PT1H (1 failure)",
        "PT72H, PT24H, the server asked to wait PT24H (1 failure)",
        "PT5S,  PT10M, waits PT10M after 1 failure",
    })
    void neverAsksSoonerThanTheServerWants(Duration retryAfter, Duration wait, String reason) {
        assertThat(cadence("PT10M").after(new Failed(1, retryAfter), NOON, LATER))
                .isEqualTo(new NextPoll(LATER.plus(wait), reason));
    }

    @Test
    void ourOwnTroubleIsTriedAgainInASecond() {
        assertThat(cadence("PT10M").after(new Deferred("the broker"), NOON, LATER))
                .isEqualTo(new NextPoll(LATER.plusSeconds(1), "waiting for the broker"));
    }

    @ParameterizedTest
    @CsvSource({"PT1S, 0.5, PT0S", "PT10M, 0.5, PT10S", "PT10M, 0.0, PT0S"})
    void firstPollsAreSpreadOverSomeSeconds(String interval, double chance, Duration wait) {
        assertThat(cadence(interval, chance).first(NOON).at()).isEqualTo(NOON.plus(wait));
    }

    @ParameterizedTest
    @CsvSource({"PT4M, PT6M", "PT11M, PT0S"})
    void aRestartKeepsTheRhythm(Duration sinceLastPoll, Duration wait) {
        assertThat(cadence("PT10M").resumed(NOON.minus(sinceLastPoll), NOON).at())
                .isEqualTo(NOON.plus(wait));
    }

    private static Cadence cadence(String interval) {
        return cadence(interval, 0.0);
    }

    private static Cadence cadence(String interval, double chance) {
        return new Cadence(Duration.parse(interval), Duration.ofHours(6), new RandomGenerator() {
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
