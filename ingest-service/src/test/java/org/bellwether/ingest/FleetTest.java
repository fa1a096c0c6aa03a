package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bellwether.events.NewsItem;
import org.bellwether.events.Topic;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.fetch.FetchLimits;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.messaging.EventJson;
import org.bellwether.testkit.EmbeddedStack;
import org.junit.jupiter.api.Test;

/** Several instances that share one catalogue, store and broker. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(PolledFeeds.class)
class FleetTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration OFTEN = Duration.ofMillis(100);

    private final FeedServer server = PolledFeeds.server();
    private final List<Feed> feeds = IntStream.rangeClosed(1, 24)
            .mapToObj(number -> HandmadeLine.feed(
                    "fleet-" + number, URI.create(server.url("127.0.0." + number, "fleet-" + number)), OFTEN))
            .toList();

    @Test
    void eachFeedIsPolledByOneInstanceAndAnotherTakesOverFromOneThatDies() {
        serve("first");
        HandmadeLine one = line("one");
        await().atMost(SOON).until(() -> askers().equals(Set.of("one")));
        try (HandmadeLine other = line("other")) {
            await().atMost(SOON).until(() -> askers().equals(Set.of("one", "other")));
            serve("second");
            await().atMost(SOON).until(() -> published() == 2L * feeds.size());

            one.kill();
            await().atMost(SOON).until(() -> askers().equals(Set.of("other")));
            serve("third");
            await().atMost(SOON).until(() -> published() == 3L * feeds.size());
            assertThat(other.fewestPolls()).isPositive();
        } finally {
            one.close();
        }

        assertThat(feeds).allMatch(feed -> server.mostAtOnce(feed.id()) == 1);
    }

    private HandmadeLine line(String name) {
        Headroom headroom = new Headroom(64L << 20, FetchLimits.DEFAULT.maxBodyBytes(), HandmadeLine.WORKERS);
        return new HandmadeLine("bellwether-ingest-fleet", name, UnaryOperator.identity(), headroom, feeds);
    }

    private void serve(String what) {
        feeds.forEach(feed -> server.serve(
                feed.id(), Rss.feed(Rss.item(feed.id() + "-" + what, "The " + what + " of " + feed.id()))));
    }

    private Set<String> askers() {
        return feeds.stream().map(feed -> server.askedBy(feed.id())).collect(Collectors.toSet());
    }

    private long published() {
        Set<String> ids = feeds.stream().map(Feed::id).collect(Collectors.toSet());
        return TopicReader.records(Topic.NEWS_ITEMS).stream()
                .map(found -> EventJson.read(found.value(), NewsItem.class))
                .filter(item -> ids.contains(item.feedId()))
                .count();
    }
}
