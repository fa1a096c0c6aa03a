package org.bellwether.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.bellwether.ingest.catalogue.Feed;
import org.junit.jupiter.api.Test;

class FeedQueueTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofDays(1));

    /** For ever noon: what is due then comes, what is due later does not. */
    private final FeedQueue queue = new FeedQueue(() -> NOON);

    @Test
    void newFeedsComeWhenTheyAreDue() throws Exception {
        queue.follow(List.of(feed("a", "1"), feed("b", "1")), feed -> feed.id().equals("a") ? LATER : NOON);

        assertThat(queue.take().id()).isEqualTo("b");
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void aFeedInHandDoesNotComeAgainHoweverItIsChanged() throws Exception {
        queue.follow(List.of(feed("a", "1")), feed -> NOON);
        queue.take();

        queue.follow(List.of(feed("a", "2")), feed -> NOON);
        queue.follow(List.of(), feed -> NOON);
        queue.follow(List.of(feed("a", "3")), feed -> NOON);
        assertThat(queue.bringForward("a")).isFalse();
        assertThat(queue.poll()).isEmpty();

        queue.done("a", LATER);
        assertThat(queue.take().url()).hasPath("/3");
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void aFeedThatSomethingIsDoneWithIsBroughtForwardAllTheSame() throws Exception {
        queue.follow(List.of(feed("a", "1")), feed -> LATER);

        assertThat(queue.whileWaiting("a", () -> queue.bringForward("a"))).contains(true);

        assertThat(queue.poll()).isPresent();
        assertThat(queue.bringForward("a")).isFalse();
    }

    @Test
    void aFeedInHandIsKnownAsItWasWhenItWasTaken() throws Exception {
        queue.follow(List.of(feed("a", "1"), feed("b", "1")), feed -> feed.id().equals("a") ? NOON : LATER);
        queue.take();

        queue.follow(List.of(feed("a", "2"), feed("b", "1")), feed -> NOON);
        assertThat(queue.inHand()).containsOnlyKeys("a").containsValue(feed("a", "1"));
        queue.follow(List.of(), feed -> NOON);
        assertThat(queue.inHand()).containsOnlyKeys("a");

        queue.done("a", NOON);
        assertThat(queue.inHand()).isEmpty();
    }

    @Test
    void whatIsNotWantedAnyMoreIsFinishedAndDoesNotComeAgain() throws Exception {
        queue.follow(List.of(feed("a", "1"), feed("b", "1")), feed -> NOON);
        String inHand = queue.take().id();

        assertThat(queue.follow(List.of(), feed -> NOON)).isEqualTo(Set.of(inHand));
        queue.done(inHand, NOON);

        assertThat(queue.follow(List.of(), feed -> NOON)).isEmpty();
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void aFeedWithAnotherNameKeepsItsTimeAndComesAsItIsNow() throws Exception {
        queue.follow(List.of(feed("a", "1")), feed -> LATER);

        queue.follow(List.of(named("a", "1", "Other")), feed -> NOON);
        assertThat(queue.poll()).isEmpty();

        assertThat(queue.bringForward("a")).isTrue();
        assertThat(queue.take().name()).isEqualTo("Other");
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void aFeedWithAnotherAddressOrIntervalIsQueuedAnew() throws Exception {
        Feed often = new Feed(
                "a",
                "a",
                URI.create("https://a.example/1"),
                "en",
                feed("a", "1").publisher(),
                ZoneOffset.UTC,
                true,
                null,
                null,
                Duration.ofMinutes(1));
        queue.follow(List.of(feed("a", "1")), feed -> LATER);

        queue.follow(List.of(often), feed -> NOON);

        assertThat(queue.take()).isEqualTo(often);
    }

    @Test
    void sharesThatComeAndGoLeaveNothingBehind() {
        List<Feed> share =
                IntStream.range(0, 500).mapToObj(n -> feed("f" + n, "1")).toList();
        queue.follow(share, feed -> LATER);

        for (int times = 0; times < 20; times++) {
            queue.follow(List.of(), feed -> LATER);
            queue.follow(share, feed -> LATER);
        }

        assertThat(queue.length()).isLessThan(3_000);
        assertThat(queue.bringForward("f499")).isTrue();
        assertThat(queue.poll()).isPresent();
    }

    private static Feed feed(String id, String path) {
        return named(id, path, id);
    }

    private static Feed named(String id, String path, String name) {
        Publisher publisher = new Publisher("A", "a", SourceKind.NEWS, "KR");
        URI url = URI.create("https://" + id + ".example/" + path);
        return new Feed(id, name, url, "en", publisher, ZoneOffset.UTC, true, null, null, null);
    }
}
