package org.bellwether.alert.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.bellwether.alert.Alerts;
import org.bellwether.alert.archive.Bucket;
import org.bellwether.events.SourceStatus;
import org.bellwether.web.text.Finding;
import org.bellwether.web.text.Language;
import org.bellwether.web.text.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewsTest {

    private static final Instant NOON = Alerts.NOON;
    private static final Times TIMES = new Times(ZoneOffset.UTC);

    @Test
    void barsOfChartsThatAreComparedHaveOneScale() {
        List<Bucket> busy = counts(50, 25);
        List<Bucket> quiet = counts(1, 0);
        long most = Chart.most(List.of(busy, quiet));

        assertThat(heights(Chart.of(busy, most, 100, 50, TIMES))).containsExactly("50.0", "25.0");
        assertThat(heights(Chart.of(quiet, most, 100, 50, TIMES))).containsExactly("1.5", "1.5");
        assertThat(Chart.of(quiet, most, 100, 50, TIMES).bars())
                .extracting(Chart.Bar::empty)
                .containsExactly(false, true);
        assertThat(heights(Chart.of(busy, 25, 100, 50, TIMES))).containsExactly("50.0", "50.0");
        assertThat(Chart.most(List.of())).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every    | PT2S  | every 2 s                                                  | 2초마다                 | ko",
                "window   | PT15M | every 15 min, so that nothing passes through it unseen     | 놓치는 글이 없도록 15분마다 | ko",
                "first    |       | first poll                                                 | 첫 확인                 | ko",
                "backoff  | PT20M | waits 20 min after 3 failures in a row                     | 3회 연속 실패하여 20분 기다림 | ko",
                "asked    | PT1H  | the server asked to wait 1 h                               | 서버가 1시간 기다려 달라고 함 | ko",
                "moonrise | PT1H  | at moonrise, in 1 min 30 s                                 | at moonrise, in 1 min 30 s | en",
                "         |       | at moonrise, in 1 min 30 s                                 | at moonrise, in 1 min 30 s | en",
            })
    void aReasonToPollIsSaidInTheReadersWords(
            String code, String length, String english, String korean, String koreanPageLanguage) {
        SourceStatus source = source(
                SourceStatus.State.FAILING,
                "at moonrise, in PT1M30S",
                code == null ? null : new SourceStatus.PollCause(code, length),
                null);

        assertThat(SourceView.of(source, Language.EN, TIMES).nextReason()).isEqualTo(english);
        SourceView view = SourceView.of(source, Language.KO, TIMES);
        assertThat(view.nextReason()).isEqualTo(korean);
        assertThat(view.nextReasonLang()).isEqualTo(koreanPageLanguage);
    }

    @Test
    void whatIsWrongIsSaidInTheReadersWordsWithTheDetailInEnglish() {
        SourceStatus source = source(
                SourceStatus.State.FAILING,
                "first poll",
                null,
                List.of(
                        new SourceStatus.Condition("gone", SourceStatus.Severity.ERROR, "answered 410"),
                        new SourceStatus.Condition("moonstruck", SourceStatus.Severity.INFO, "howls")));

        assertThat(SourceView.of(source, Language.EN, TIMES).findings())
                .containsExactly(
                        new Finding("The feed is gone for good (410).", "answered 410"), new Finding("", "howls"));
        assertThat(SourceView.of(source, Language.KO, TIMES).findings())
                .containsExactly(new Finding("피드가 영구히 없어졌습니다(410).", "answered 410"), new Finding("", "howls"));
    }

    @Test
    void everyStateButWellSaysWhatItMeansInBothLanguages() {
        SourceView failing = SourceView.of(source(SourceStatus.State.FAILING, "every PT2S"), Language.KO, TIMES);
        assertThat(failing.trouble()).isEqualTo("읽을 수 없습니다(3회 연속 실패).");
        assertThat(failing.findings()).containsExactly(new Finding("", "answered 503; it is tried again"));
        for (SourceStatus.State state : SourceStatus.State.values()) {
            for (Language language : Language.values()) {
                SourceView view = SourceView.of(source(state, "first poll"), language, TIMES);
                assertThat(view.trouble().isEmpty()).isEqualTo(state == SourceStatus.State.OK);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, none yet, 아직 없음",
        "7, not known: its items carry no dates, 알 수 없음: 기사에 날짜가 없음",
    })
    void aFeedWithoutDatesIsNotSaidToHaveBroughtNothing(long items, String english, String korean) {
        SourceStatus undated = new SourceStatus(
                "feed-1",
                "Harbour Daily",
                "https://harbour.example/rss",
                Alerts.english().publisher(),
                "en",
                SourceStatus.State.OK,
                null,
                NOON,
                NOON,
                null,
                NOON,
                "every PT2S",
                0,
                items,
                NOON,
                null,
                null);

        assertThat(SourceView.of(undated, Language.EN, TIMES).newest()).isEqualTo(english);
        assertThat(SourceView.of(undated, Language.KO, TIMES).newest()).isEqualTo(korean);
    }

    private static List<Bucket> counts(long... counts) {
        return java.util.Arrays.stream(counts)
                .mapToObj(count -> new Bucket(NOON, count))
                .toList();
    }

    private static Stream<String> heights(Chart chart) {
        return chart.bars().stream().map(Chart.Bar::height);
    }

    private static SourceStatus source(SourceStatus.State state, String reason) {
        return source(state, reason, null, null);
    }

    private static SourceStatus source(
            SourceStatus.State state,
            String reason,
            SourceStatus.PollCause cause,
            List<SourceStatus.Condition> conditions) {
        return new SourceStatus(
                "feed-1",
                "Harbour Daily",
                "https://harbour.example/rss",
                Alerts.english().publisher(),
                "en",
                state,
                "answered 503; it is tried again",
                NOON,
                NOON,
                NOON,
                NOON,
                reason,
                3,
                12,
                NOON,
                cause,
                conditions);
    }
}
