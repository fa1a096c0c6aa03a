package org.bellwether.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.backend.MongoTrouble;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.fetch.Validators;
import org.bellwether.ingest.push.Pushes;
import org.bellwether.ingest.push.Standing;
import org.bellwether.ingest.schedule.Bounds;
import org.bellwether.ingest.schedule.Cadence;
import org.bellwether.ingest.schedule.NextPoll.Cause;
import org.bellwether.ingest.state.Answer;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.ingest.state.History;
import org.bellwether.ingest.state.Learnt;
import org.junit.jupiter.api.Test;

class RhythmTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Bounds BOUNDS =
            new Bounds(Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(6));
    private static final Feed FEED = new Feed(
            "post",
            "Post",
            URI.create("https://post.example/feed"),
            "en",
            new Publisher("Post", "post", SourceKind.NEWS, "KR"),
            ZoneOffset.UTC,
            true,
            null,
            null,
            null);

    private final FeedState before = FeedState.of(FEED);

    @Test
    void aFeedThatIsPushedIsPolledSeldom() {
        assertThat(after((feed, polled) -> new Standing(true, List.of())).next().cause())
                .isEqualTo(Cause.PUSHED);
    }

    @Test
    void aFaultInWhatPushesItDoesNotCostTheFeedItsState() {
        FeedState after = after((feed, polled) -> {
            throw new IllegalStateException("no subscription should do that");
        });

        assertThat(after.next().cause()).isEqualTo(Cause.USUAL);
        assertThat(after.counts().polls()).isEqualTo(1);
    }

    @Test
    void whereTheStoreIsAwayNothingIsLearnt() {
        assertThatThrownBy(() -> after((feed, polled) -> {
                    throw MongoTrouble.of(new MongoClientException("away"));
                }))
                .isInstanceOf(BackendAwayException.class);
    }

    private FeedState after(Pushes pushes) {
        History.Line line = new History.Line(NOON, NOON, 1, "unchanged", null, 0, 0, 0, 0, Duration.ZERO);
        FeedState answered = before.answered(new Answer(NOON, Validators.NONE, null, List.of(), Learnt.NOTHING, line));
        Rhythm rhythm = new Rhythm(feed -> new Cadence(null, BOUNDS, new Random(1)), 1, () -> NOON, pushes);
        return rhythm.after(FEED, before, PollReport.unchanged(answered, line), NOON);
    }
}
