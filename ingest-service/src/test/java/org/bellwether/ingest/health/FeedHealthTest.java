package org.bellwether.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bellwether.events.SourceStatus.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedHealthTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String KOREAN = "한미 방위비 분담금 협상 다음 주 서울에서 재개";
    private static final String ENGLISH = "Seoul and Washington resume talks on sharing the cost";

    @ParameterizedTest
    @CsvSource({
        // newest, longest pause, stale
        "PT95H,  PT1H,   false",
        "PT97H,  PT1H,   true",
        "PT900H, PT720H, false",
        "PT2200H,PT720H, true",
    })
    void aFeedIsStaleByItsOwnRhythm(Duration silence, Duration longestPause, boolean stale) {
        assertThat(Staleness.of(NOON.minus(silence), longestPause, NOON)
                        .map(Condition::code)
                        .orElse("fresh"))
                .isEqualTo(stale ? "stale" : "fresh");
    }

    @Test
    void aFeedWithoutDatesIsNeverCalledStale() {
        assertThat(Staleness.of(null, Duration.ofHours(1), NOON)).isEmpty();
        assertThat(Staleness.of(NOON.minus(Duration.ofDays(900)), null, NOON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ko,  true,  false",
        "ko,  false, true",
        "ko-KR, false, true",
        "en,  false, false",
        "en,  true,  true",
        "und, true,  false",
        "sw,  true,  false",
    })
    void aFeedThatSpeaksAnotherLanguageIsTold(String expected, boolean korean, boolean changed) {
        List<String> titles =
                Stream.generate(() -> korean ? KOREAN : ENGLISH).limit(8).toList();

        assertThat(ExpectedLanguage.check(expected, titles).isPresent()).isEqualTo(changed);
    }

    @Test
    void fewTitlesTellNoLanguage() {
        assertThat(ExpectedLanguage.check("ko", List.of(ENGLISH, ENGLISH))).isEmpty();
    }

    @Test
    void koreanTitlesFullOfEnglishNamesAreKorean() {
        List<String> titles = Stream.generate(() -> "NATO·G7·IP4 정상 공동성명 \"CVID of DPRK nuclear program\" 촉구")
                .limit(8)
                .toList();

        assertThat(ExpectedLanguage.check("ko", titles)).isEmpty();
    }
}
