package org.bellwether.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.bellwether.alert.channel.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private final RetryPolicy policy = new RetryPolicy(10, Duration.ofSeconds(1), Duration.ofMinutes(1));

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # attempt, random, asked, waits
                    1,         0,      PT0S,  PT1S
                    1,         0.5,    PT0S,  PT1.25S
                    2,         0,      PT0S,  PT2S
                    3,         0,      PT0S,  PT4S
                    6,         0,      PT0S,  PT32S
                    7,         0,      PT0S,  PT1M
                    9,         0,      PT0S,  PT1M
                    9,         0.999,  PT0S,  PT1M29.97S
                    1,         0,      PT30S, PT30S
                    6,         0,      PT30S, PT32S
                    1,         0,      PT1H,  PT1H
                    """)
    void waitsTwiceAsLongEachTimeAndNeverLessThanAsked(int attempt, double random, Duration asked, Duration waits) {
        assertThat(policy.after(attempt, new Outcome.Retry(asked, "busy"), random))
                .isEqualTo(new Verdict.Again(waits, "busy"));
    }

    @Test
    void givesUpAfterTheLastAttemptAndSaysWhy() {
        assertThat(policy.after(10, new Outcome.Retry("busy"), 0))
                .isEqualTo(new Verdict.Failed("given up after 10 attempts: busy"));
    }

    @Test
    void whatIsRefusedIsNotTriedAgain() {
        assertThat(policy.after(1, new Outcome.Rejected("410 Gone"), 0)).isEqualTo(new Verdict.Failed("410 Gone"));
    }

    @Test
    void whatArrivedIsDoneAtAnyAttempt() {
        assertThat(policy.after(10, new Outcome.Delivered(), 0)).isEqualTo(new Verdict.Sent());
    }

    @Test
    void aPolicyThatCouldNotWorkIsRefused() {
        assertThatThrownBy(() -> new RetryPolicy(0, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetryPolicy(1, Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
