package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReminderTest {

    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

    private final Reminder reminder = new Reminder(Duration.ofMinutes(1));

    @Test
    void aTroubleIsToldWhenItBeginsAndThenOnceAMinute() {
        assertThat(reminder.isDue("the broker is away", START)).isTrue();
        assertThat(reminder.isDue("the broker is away", START.plusSeconds(1))).isFalse();
        assertThat(reminder.isDue("the broker is away", START.plusSeconds(59))).isFalse();
        assertThat(reminder.isDue("the broker is away", START.plusSeconds(60))).isTrue();
        assertThat(reminder.isDue("the broker is away", START.plusSeconds(61))).isFalse();
    }

    @Test
    void anotherTroubleIsToldAtOnce() {
        reminder.isDue("the broker is away", START);

        assertThat(reminder.isDue("the store is away", START.plusSeconds(1))).isTrue();
        assertThat(reminder.isDue("the broker is away", START.plusSeconds(2))).isTrue();
    }
}
