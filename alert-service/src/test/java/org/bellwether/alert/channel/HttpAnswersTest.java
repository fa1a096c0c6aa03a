package org.bellwether.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void anySuccessIsDelivered(int status) {
        assertThat(HttpAnswers.outcome(status, "", NOW)).isEqualTo(new Outcome.Delivered());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 410, 413, 422})
    void whatTheRequestItselfIsToBlameForIsRejected(int status) {
        assertThat(HttpAnswers.outcome(status, "60", NOW)).isInstanceOf(Outcome.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    401, '',                              PT0S
                    403, '',                              PT0S
                    404, '',                              PT0S
                    404, 20,                              PT20S
                    408, '',                              PT0S
                    425, '',                              PT0S
                    429, 30,                              PT30S
                    429, ' 30 ',                          PT30S
                    429, soon,                            PT0S
                    429, -5,                              PT0S
                    429, 999999999,                       PT6H
                    500, '',                              PT0S
                    503, 'Fri, 20 Nov 2026 12:02:00 GMT', PT2M
                    503, 'Fri, 20 Nov 2026 11:00:00 GMT', PT0S
                    """)
    void whatMayPassIsTriedAgainNotBeforeItIsAskedFor(int status, String retryAfter, Duration after) {
        assertThat(HttpAnswers.outcome(status, retryAfter, NOW))
                .isEqualTo(new Outcome.Retry(after, "answered " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void aRedirectIsTriedAgainAndSaysWhatToDo(int status) {
        assertThat(HttpAnswers.outcome(status, "", NOW))
                .isEqualTo(
                        new Outcome.Retry("answered " + status + "; redirects are not followed, subscribe its target"));
    }
}
