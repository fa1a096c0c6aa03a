package org.bellwether.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TempoTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void oneReadingOfDatedEntriesShowsThePeak() {
        // A quiet night, then ten entries within half an hour.
        List<Instant> published = Stream.concat(
                        IntStream.range(1, 11).mapToObj(hour -> NOON.minus(Duration.ofHours(hour))),
                        IntStream.range(0, 10).mapToObj(i -> NOON.minus(Duration.ofMinutes(3L * i))))
                .toList();

        Tempo tempo = Tempo.UNKNOWN.after(first(published), Optional.empty());

        assertThat(tempo.peakGap()).isEqualTo(Duration.ofMinutes(3));
        assertThat(tempo.cover(NOON)).contains(Duration.ofMinutes(60));
    }

    @Test
    void entriesThatCameAtOnceAreNoEndlessPace() {
        List<Instant> published = IntStream.range(0, 20)
                .mapToObj(i -> NOON.minus(Duration.ofHours(i / 10)))
                .toList();

        assertThat(Tempo.UNKNOWN.after(first(published), Optional.empty()).peakGap())
                .isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void anOldEntryThatStandsThereForEverIsNoPauseOfItsFeed() {
        List<Instant> daily = IntStream.range(0, 10)
                .mapToObj(day -> NOON.minus(Duration.ofDays(day)))
                .toList();
        List<Instant> pinned = Stream.concat(daily.stream(), Stream.of(NOON.minus(Duration.ofDays(4_000))))
                .toList();

        assertThat(Tempo.UNKNOWN.after(first(pinned), Optional.empty()).longestPause())
                .isEqualTo(Duration.ofDays(1));
        assertThat(Tempo.UNKNOWN
                        .after(first(daily.subList(0, 3)), Optional.empty())
                        .longestPause())
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void withoutDatesItIsWhatCameSinceTheLastReading() {
        Tempo before = Tempo.UNKNOWN.after(first(List.of(), 20), Optional.empty());
        Sighting tenMinutesLater = new Sighting(NOON.plusSeconds(600), NOON, 20, List.of(), 10, false);

        assertThat(before.peakGap()).isNull();
        assertThat(before.after(tenMinutesLater, Optional.empty()).peakGap()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void oneNewEntryIsNoPace() {
        Tempo before = Tempo.UNKNOWN.after(first(List.of(), 20), Optional.empty());
        Sighting rightAfter = new Sighting(NOON.plusSeconds(2), NOON, 20, List.of(), 1, false);

        assertThat(before.after(rightAfter, Optional.empty()).peakGap()).isNull();
    }

    @Test
    void aPeakFadesByHalfInAWeekAndGivesWayToAHigherOneAtOnce() {
        Tempo before = new Tempo(10, Duration.ofMinutes(4), NOON, null, NOON, null, null, NOON);
        Instant nextWeek = NOON.plus(Duration.ofDays(7));

        Tempo now = before;
        for (int hours = 1; hours <= 7 * 24; hours++) {
            Instant at = NOON.plus(Duration.ofHours(hours));
            now = now.after(new Sighting(at, NOON, 10, List.of(), 0, false), Optional.empty());
        }
        assertThat(now.asOf()).isEqualTo(nextWeek);
        assertThat(now.cover(nextWeek)).contains(Duration.ofMinutes(80));
        assertThat(before.after(new Sighting(NOON.plusSeconds(100), NOON, 10, List.of(), 10, true), Optional.empty())
                        .peakGap())
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void anEmptyDocumentTeachesNothingNotEvenThatItsEntriesHaveLeft() {
        Tempo before = new Tempo(10, Duration.ofMinutes(4), NOON, Duration.ofHours(9), NOON, null, null, NOON);

        assertThat(before.after(new Sighting(NOON.plusSeconds(60), NOON, 0, List.of(), 0, false), Optional.empty()))
                .isEqualTo(before);
        assertThat(Tempo.UNKNOWN
                        .after(new Sighting(NOON, null, 0, List.of(), 0, false), Optional.empty())
                        .asOf())
                .isEqualTo(NOON);
    }

    @Test
    void whatThePublisherSaysCountsUntilTheNextAnswer() {
        StatedPace hour = new StatedPace(Duration.ofHours(1), "ttl");

        Tempo told = Tempo.UNKNOWN.after(first(List.of(), 3), Optional.of(hour));

        assertThat(told.stated()).isEqualTo(hour);
        assertThat(told.after(Optional.empty()).stated()).isNull();
    }

    private static Sighting first(List<Instant> published) {
        return first(published, published.size());
    }

    private static Sighting first(List<Instant> published, int entries) {
        return new Sighting(NOON, null, entries, published, entries, false);
    }
}
