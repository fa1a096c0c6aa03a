package org.bellwether.ingest.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.Severity;
import org.bellwether.ingest.health.ClockSkew;
import org.bellwether.ingest.health.Staleness;
import org.bellwether.web.text.Finding;
import org.bellwether.web.text.Language;
import org.bellwether.web.text.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What exactly is wrong with a feed, in the reader's language and the desk's zone. */
class DetailsTest {

    private static final Times SEOUL = new Times(ZoneId.of("Asia/Seoul"));

    @Test
    void sinceWhenAFeedIsSilent() {
        Condition stale = Staleness.of(
                        Instant.parse("2026-11-01T00:30:00Z"),
                        Duration.ofHours(30),
                        Instant.parse("2026-11-20T12:00:00Z"))
                .orElseThrow();

        assertThat(finding(stale, Language.KO).detail()).contains("2026-11-01 09:30 KST", "1일 6시간", "새 글이 없습니다");
        assertThat(finding(stale, Language.EN).detail()).contains("2026-11-01 09:30 KST", "1 d 6 h");
    }

    @Test
    void howWrongAClockIs() {
        Condition skew = ClockSkew.of(Duration.ofMinutes(-12)).orElseThrow();

        assertThat(finding(skew, Language.KO).detail()).contains("12분 차이");
    }

    @ParameterizedTest
    @CsvSource({
        "possible-loss, 2026-11-20T11:00:00Z, 2026-11-20 20:00 KST",
        "possible-loss, 2026-11-20T11:00:00Z|2026-11-20T01:00:00Z, 2026-11-20 10:00 KST",
        "possible-loss, 2026-11-20T11:00:00Z|2026-11-20T01:00:00Z|2026-11-20T02:00:00Z, 2026-11-20 11:00 KST",
        "push-denied, https://hub.example/, https://hub.example/",
        "push-stopped, https://hub.example/, https://hub.example/",
        "push-stopped, https://hub.example/|2026-11-20T01:00:00Z, 2026-11-20 10:00 KST",
        "moved, https://new.example/rss, https://new.example/rss"
    })
    void whatElseADiagnosisSpeaksOf(String code, String figures, String shown) {
        Condition condition = new Condition(code, Severity.WARNING, "in English", List.of(figures.split("\\|")));

        for (Language language : Language.values()) {
            assertThat(finding(condition, language).detail()).contains(shown);
            assertThat(finding(condition, language).lang()).isEqualTo(language.tag());
        }
    }

    @Test
    void whatThereAreNoWordsForStaysInEnglish() {
        for (List<String> figures : List.of(List.<String>of(), List.of("a", "b", "c", "d"))) {
            Condition condition = new Condition("moved", Severity.WARNING, "has moved", figures);

            assertThat(finding(condition, Language.KO).detail()).isEqualTo("has moved");
            assertThat(finding(condition, Language.KO).lang()).isEqualTo("en");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            until 2026-11-20T11:00:00Z: when    | until 2026-11-20 20:00 KST: when
            (2026-11-20T11:00:00.123Z)          | (2026-11-20 20:00 KST)
            it waits PT1H30M                    | it waits 1 h 30 min
            to https://a.example/2026-11-20T11:00:00Z | to https://a.example/2026-11-20T11:00:00Z
            at 2026-99-20T11:00:00Z             | at 2026-99-20T11:00:00Z
            """)
    void timesInEnglishAreTheDesks(String told, String shown) {
        assertThat(finding(new Condition("moved", Severity.WARNING, told), Language.KO)
                        .detail())
                .isEqualTo(shown);
    }

    private static Finding finding(Condition condition, Language language) {
        return Finding.of(List.of(condition), Words.in(language), SEOUL).get(0);
    }
}
