package org.bellwether.ingest.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.bellwether.ingest.SampleFeed;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.Feed;
import org.junit.jupiter.api.Test;

class FeedBoardTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Feed FEED = SampleFeed.of("f");

    private final FeedBoard board = new FeedBoard(new Catalogue(List.of(FEED)));

    @Test
    void whatIsLearntWhileTheSavedStatesAreLookedUpIsNotLost() {
        FeedState saved = pushed(FeedState.of(FEED));
        Map<String, FeedState> known = board.known(Set.of("f"));
        FeedState learnt = pushed(saved);
        board.put(learnt);

        board.resume(List.of(saved), known);
        assertThat(board.of(FEED)).isSameAs(learnt);

        board.resume(List.of(saved), board.known(Set.of("f")));
        assertThat(board.of(FEED)).isEqualTo(saved);
    }

    @Test
    void changesAtTheSameTimeAreAllThere() {
        IntStream.range(0, 10_000).parallel().forEach(any -> board.change(FEED, FeedBoardTest::pushed));

        assertThat(board.of(FEED).counts().published()).isEqualTo(10_000);
    }

    private static FeedState pushed(FeedState state) {
        return state.pushed(
                List.of(), null, new History.Line(NOON, NOON, 1, "pushed", null, 1, 1, 10, 0, Duration.ZERO));
    }
}
