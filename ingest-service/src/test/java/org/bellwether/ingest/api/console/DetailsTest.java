package org.bellwether.ingest.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.Severity;
import org.bellwether.ingest.health.Staleness;
import org.bellwether.web.text.Finding;
import org.bellwether.web.text.Language;
import org.bellwether.web.text.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What exactly is wrong with a feed, as a reader in Seoul wants it. */
class DetailsTest {

    private static final Times SEOUL = new Times(ZoneId.of("Asia/Seoul"));

    @Test
    void timesAreTheDesks() {
        Condition stale = Staleness.of(
                        Instant.parse("2026-11-01T00:30:00Z"),
                        Duration.ofHours(30),
                        Instant.parse("2026-11-20T12:00:00Z"))
                .orElseThrow();

        assertThat(detail(stale)).contains("nothing newer than 2026-11-01 09:30 KST, 19 days ago");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            until 2026-11-20T11:00:00Z: when    | until 2026-11-20 20:00 KST: when
            (2026-11-20T11:00:00.123Z)          | (2026-11-20 20:00 KST)
            it waits PT1H30M                    | it waits 1 h 30 min
            to https://a.example/2026-11-20T11:00:00Z | to https://a.example/2026-11-20T11:00:00Z
            at 2026-99-20T11:00:00Z             | at 2026-99-20T11:00:00Z
            """)
    void whatIsNoneStaysAsItIs(String told, String shown) {
        assertThat(detail(new Condition("moved", Severity.WARNING, told))).isEqualTo(shown);
    }

    private static String detail(Condition condition) {
        return Finding.of(List.of(condition), Words.in(Language.KO), SEOUL).get(0).detail();
    }
}
