package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bellwether.events.NewsItem;
import org.bellwether.events.Topic;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.CatalogueEdits;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.catalogue.LiveCatalogue;
import org.bellwether.ingest.catalogue.MongoCatalogueChanges;
import org.bellwether.ingest.catalogue.Stamp;
import org.bellwether.ingest.fetch.FetchLimits;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.lease.MongoWishes;
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
    private static final Duration SELDOM = Duration.ofDays(1);

    private final FeedServer server = PolledFeeds.server();
    private List<Feed> feeds = List.of();

    @Test
    void eachFeedIsPolledByOneInstanceAndAnotherTakesOverFromOneThatDies() {
        feeds = feeds("fleet", OFTEN);
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

    @Test
    void aFeedIsPolledWhereItIsWishedForAndWhereItMovesToOnceItsLastPollHasEnded() {
        feeds = feeds("moving", SELDOM);
        serve("first");
        try (HandmadeLine one = line("one");
                HandmadeLine other = line("other")) {
            await().atMost(SOON)
                    .until(() -> feeds.stream().anyMatch(one::polls)
                            && feeds.stream().anyMatch(other::polls)
                            && feeds.stream().allMatch(feed -> one.polls(feed) != other.polls(feed))
                            && askers().stream().noneMatch(String::isEmpty));
            Feed moving = feeds.stream().filter(one::polls).findFirst().orElseThrow();
            Feed there = feeds.stream().filter(other::polls).findFirst().orElseThrow();
            assertThat(one.otherHolder(there)).hasValue("other");
            assertThat(one.otherHolder(moving)).isEmpty();
            CountDownLatch leave = server.holdUntilOpened(moving.id());
            int asked = server.asked(moving.id());
            wish(moving);
            await().atMost(SOON).until(() -> server.asked(moving.id()) > asked);
            assertThat(server.askedBy(moving.id())).isEqualTo("one");

            move(moving, URI.create(server.url(there.url().getHost(), moving.id())));
            await().atMost(SOON).until(() -> other.polls(moving));
            for (int round = 0; round < 2; round++) {
                int before = server.asked(there.id());
                wish(moving);
                wish(there);
                await().atMost(SOON).until(() -> server.asked(there.id()) > before);
            }
            assertThat(server.asked(moving.id())).isEqualTo(asked + 1);
            leave.countDown();

            await().atMost(SOON).until(() -> server.askedBy(moving.id()).equals("other"));
        }

        assertThat(feeds).allMatch(feed -> server.mostAtOnce(feed.id()) == 1);
    }

    @Test
    void whoStopsHandsItsShareOnButNotWhileAPollIsUnderWay() {
        feeds = feeds("stopping", SELDOM);
        serve("first");
        HandmadeLine idle = line("idle");
        await().atMost(SOON).until(() -> published() == feeds.size());
        idle.close();
        assertThat(held()).isZero();

        feeds = feeds("stuck", SELDOM);
        serve("first");
        CompletableFuture<Void> reached = new CompletableFuture<>();
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        Runnable stick = () -> {
            reached.complete(null);
            goOn.join();
        };
        HandmadeLine stuck = line("stuck", store -> RecoveryTest.failingMark(store, new AtomicInteger(), stick));
        await().atMost(SOON).until(reached::isDone);
        stuck.close();
        assertThat(held()).isPositive();
        goOn.complete(null);
    }

    /** How many shards somebody holds. */
    private long held() {
        try (MongoClient client = MongoClients.create(EmbeddedStack.store().connectionString())) {
            return client.getDatabase(database()).getCollection("shards").countDocuments(Filters.ne("holder", null));
        }
    }

    /** As another instance notes it that is asked to have the feed polled. */
    private void wish(Feed feed) {
        try (MongoClient client = MongoClients.create(EmbeddedStack.store().connectionString())) {
            new MongoWishes(client.getDatabase(database())).note(feed.id());
        }
    }

    private void move(Feed feed, URI url) {
        try (MongoClient client = MongoClients.create(EmbeddedStack.store().connectionString())) {
            LiveCatalogue live = new LiveCatalogue(
                    new Catalogue(feeds), new MongoCatalogueChanges(client.getDatabase(database())), URI::toString);
            Stamp now = new Stamp(Instant.now(), "somebody");
            Map<String, Optional<String>> patch = Map.of("url", Optional.of(url.toString()));
            live.change(catalogue -> new CatalogueEdits(URI::toString).change(catalogue, feed.id(), patch, now));
            assertThat(live.current().byId(feed.id()).map(Feed::url)).hasValue(url);
        }
    }

    private List<Feed> feeds(String name, Duration interval) {
        return IntStream.rangeClosed(1, 24)
                .mapToObj(number -> HandmadeLine.feed(
                        name + "-" + number,
                        URI.create(server.url("127.0.0." + number, name + "-" + number)),
                        interval))
                .toList();
    }

    private String database() {
        return "bellwether-ingest-" + feeds.get(0).id();
    }

    private HandmadeLine line(String name) {
        return line(name, UnaryOperator.identity());
    }

    private HandmadeLine line(String name, UnaryOperator<MongoDatabase> toTheStore) {
        Headroom headroom = new Headroom(64L << 20, FetchLimits.DEFAULT.maxBodyBytes(), HandmadeLine.WORKERS);
        return new HandmadeLine(database(), name, toTheStore, headroom, feeds);
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
