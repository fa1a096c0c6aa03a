package org.bellwether.ingest.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bellwether.ingest.state.Front.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWindowThatHasMovedGoesOnWhileItsNewestStillStands(boolean dated) {
        Front front = Front.of(places(dated, 20, 29));

        assertThat(front.goesOnTo(places(dated, 29, 38))).isTrue();
        assertThat(front.goesOnTo(places(dated, 21, 30))).isTrue();
        assertThat(front.goesOnTo(places(dated, 30, 39))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPinnedEntryTellsNothing(boolean dated) {
        List<Place> pin = places(dated, 1, 1);
        Front front = Front.of(and(pin, places(dated, 20, 29)));

        assertThat(front.goesOnTo(and(pin, places(dated, 28, 37)))).isTrue();
        assertThat(front.goesOnTo(and(pin, places(dated, 40, 49)))).isFalse();
    }

    @Test
    void aPinnedEntryWithANewDateTellsNothingEither() {
        List<Place> pin = places(true, 99, 99);

        assertThat(Front.of(and(pin, places(true, 20, 29))).goesOnTo(and(pin, places(true, 40, 49))))
                .isFalse();
    }

    @Test
    void theOrderOfADatedFeedMeansNothing() {
        List<Place> oldestFirst = places(true, 20, 29).stream()
                .sorted((a, b) -> a.item().compareTo(b.item()))
                .toList();

        assertThat(Front.of(oldestFirst).goesOnTo(places(true, 29, 38))).isTrue();
        assertThat(Front.of(places(true, 20, 29)).goesOnTo(oldestFirst)).isTrue();
    }

    @Test
    void aFeedThatOnlyGrowsAtEitherEndGoesOn() {
        List<Place> three = places(false, 1, 3);

        assertThat(Front.of(three).goesOnTo(and(three, places(false, 4, 6)))).isTrue();
        assertThat(Front.of(three).goesOnTo(and(places(false, 4, 6), three))).isTrue();
    }

    @Test
    void aFeedOfOneEntryShowsNothing() {
        Front one = Front.of(places(true, 1, 1));

        assertThat(one.goesOnTo(places(true, 2, 2))).isTrue();
        assertThat(one.goesOnTo(places(true, 2, 5))).isFalse();
        assertThat(Front.NONE.goesOnTo(places(true, 2, 5))).isTrue();
    }

    @Test
    void whatWasPushedBelongsToIt() {
        Front pushed = Front.of(places(true, 20, 29)).and(places(true, 30, 41));

        assertThat(pushed.goesOnTo(places(true, 41, 50))).isTrue();
        assertThat(pushed.goesOnTo(places(true, 42, 51))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofALargeWindowLittleIsKept(boolean dated) {
        Front front = Front.of(places(dated, 1, 500));

        assertThat(front.marks()).hasSize(16);
        assertThat(front.goesOnTo(places(dated, 500, 999))).isTrue();
        assertThat(Front.of(List.of())).isEqualTo(Front.NONE);
    }

    private static List<Place> and(List<Place> first, List<Place> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    /** Newest first. */
    private static List<Place> places(boolean dated, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .map(i -> to - i + from)
                .mapToObj(i -> new Place("%08d-of-a-feed".formatted(i), dated ? NOON.plusSeconds(60L * i) : null))
                .toList();
    }
}
