package org.bellwether.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LastWordsTest {

    @Test
    void prefersTheFirstErrorLogged() {
        List<String> lines = List.of(
                "2026-11-20 12:00:00,000 INFO  [io.quarkus] (main) starting",
                "2026-11-20 12:00:00,100 ERROR [org.bellwether] (main) indicators.yaml, line 7: no such issue",
                "2026-11-20 12:00:00,200 ERROR [io.quarkus] (main) Failed to start application",
                "java.lang.RuntimeException: Failed",
                "\tat Somewhere.go(Somewhere.java:1)",
                "Caused by: java.io.IOException: x");

        assertThat(LastWords.reason(1, lines)).isEqualTo("indicators.yaml, line 7: no such issue");
        assertThat(LastWords.tail(lines, 2))
                .containsExactly("java.lang.RuntimeException: Failed", "Caused by: java.io.IOException: x");
    }

    @Test
    void takesWhatWasPrintedWhereNothingWasLogged() {
        assertThat(LastWords.reason(1, List.of("Error: could not find the main class", "")))
                .isEqualTo("Error: could not find the main class");
    }

    @Test
    void takesTheLastLineLoggedWhereNoneIsAnError() {
        assertThat(LastWords.reason(1, List.of("2026-11-20 12:00:00,000 INFO  [a] (main) shutting down")))
                .isEqualTo("shutting down");
        assertThat(LastWords.reason(1, List.of())).isEqualTo("it said nothing");
    }

    @Test
    void doesNotBlameAnOldErrorForASignal() {
        List<String> lines = List.of("2026-11-20 12:00:00,100 ERROR [a] (main) the broker was away");

        assertThat(LastWords.reason(137, lines)).contains("SIGKILL");
        assertThat(LastWords.reason(143, lines)).contains("SIGTERM");
    }
}
