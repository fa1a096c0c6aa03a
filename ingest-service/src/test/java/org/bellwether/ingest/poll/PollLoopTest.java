package org.bellwether.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bellwether.egress.AddressPolicy;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedStore;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.Fetching;
import org.bellwether.ingest.PageServer;
import org.bellwether.ingest.Remembering;
import org.bellwether.ingest.SampleFeed;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FetchLimits;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostLimits;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.publish.NewsItemPublisher;
import org.bellwether.ingest.publish.SourceStatusPublisher;
import org.bellwether.ingest.raw.MongoRawDocuments;
import org.bellwether.ingest.schedule.Bounds;
import org.bellwether.ingest.schedule.Cadence;
import org.bellwether.ingest.schedule.NextPoll;
import org.bellwether.ingest.state.FeedBoard;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.ingest.state.Milestones;
import org.bellwether.ingest.state.MongoFeedStates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollLoopTest {

    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration NO_PAUSE = Duration.ofMillis(10);
    private static final Feed FEED = SampleFeed.of("f");

    /** At an address that may not be read, so that its poll fails at once. */
    private static final Feed REFUSED = new Feed(
            "r",
            "R",
            URI.create("http://127.0.0.1/rss"),
            "en",
            FEED.publisher(),
            ZoneOffset.UTC,
            true,
            null,
            null,
            null);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private InstantSource clock = InstantSource.system();

    @Test
    void whateverEscapesFromAPollCostsNeitherTheFeedNorTheWorker() {
        AtomicInteger polls = new AtomicInteger();
        Supplier<Optional<String>> faultyAtFirst = () -> {
            if (polls.incrementAndGet() == 1) {
                throw new AssertionError("no poll should do that");
            }
            return Optional.of("the broker");
        };
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:1");
                FeedFetcher fetcher = new FeedFetcher(FetchLimits.DEFAULT, new AddressPolicy(List.of()), "Test/1");
                PollLoop loop = loop(client, fetcher, faultyAtFirst)) {
            loop.start(List.of(FEED));

            await().until(() -> polls.get() == 1 && loop.pollNow(FEED));
            await().until(() -> polls.get() > 1);
        }
    }

    @Test
    void aStoreThatRefusesIsAStateOfTheFeedAndItsServerIsLeftAlone(@TempDir Path directory) throws Exception {
        try (PageServer site = new PageServer();
                EmbeddedStore embedded = EmbeddedStore.start(directory, Address.free());
                MongoClient client = MongoClients.create(embedded.connectionString());
                FeedFetcher fetcher = PageServer.fetcher(new HostBudgets(HostLimits.DEFAULT, clock))) {
            Feed feed = feedOfOneItem(site);
            FeedBoard board = new FeedBoard(new Catalogue(List.of(feed)));
            MongoDatabase store = refusing(client.getDatabase("ingest"), "seen_items", "bulkWrite");
            try (PollLoop loop = loop(store, board, fetcher, Optional::empty, Duration.ofHours(1))) {
                pollUntilItFails(loop, feed, board);

                FeedState state = board.of(feed);
                assertThat(state.state()).isEqualTo(State.FAILING);
                assertThat(state.conditions()).extracting(Condition::code).containsExactly("store-refused");
                assertThat(state.diagnosis()).contains("the store refuses", "no space");
                assertThat(state.next().cause()).isEqualTo(NextPoll.Cause.BACKOFF);
                assertThat(new MongoFeedStates(store).all())
                        .singleElement()
                        .satisfies(saved -> assertThat(saved.conditions()).isEqualTo(state.conditions()));
                assertThat(site.asked()).containsExactly("/rss");
            }
        }
    }

    @Test
    void aServerWhoseFeedCannotBeKeptIsAskedLessAndLess() throws Exception {
        clock = InstantSource.fixed(START);
        try (PageServer site = new PageServer();
                MongoClient nowhere = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=20");
                FeedFetcher fetcher = PageServer.fetcher(new HostBudgets(HostLimits.DEFAULT, clock))) {
            site.serve("/rss", "application/rss+xml", "<rss version='2.0'><channel/></rss>");
            Feed feed = feed(site.url("/rss"));
            FeedBoard board = new FeedBoard(new Catalogue(List.of(feed)));
            try (PollLoop loop =
                    loop(nowhere.getDatabase("away"), board, fetcher, Optional::empty, Duration.ofHours(1))) {
                loop.start(List.of(feed));

                for (int seconds : List.of(2, 4, 8)) {
                    await().until(() -> loop.pollNow(feed));
                    await().until(() -> isDue(board.of(feed).next(), START.plusSeconds(seconds)));
                }

                assertThat(site.asked()).hasSize(3);
            }
        }
    }

    private static boolean isDue(@Nullable NextPoll next, Instant at) {
        // Of longer waits a little more, so that not all come back at once.
        return next != null
                && next.cause() == NextPoll.Cause.WAITING
                && Duration.between(at, next.at()).abs().compareTo(Duration.ofSeconds(1)) < 0;
    }

    @Test
    void whatIsPublishedIsCountedAlsoWhereItsPollCannotBeWrittenDown(@TempDir Path directory) throws Exception {
        try (PageServer site = new PageServer();
                EmbeddedStore embedded = EmbeddedStore.start(directory, Address.free());
                MongoClient client = MongoClients.create(embedded.connectionString());
                FeedFetcher fetcher = PageServer.fetcher(new HostBudgets(HostLimits.DEFAULT, clock))) {
            Feed feed = feedOfOneItem(site);
            FeedBoard board = new FeedBoard(new Catalogue(List.of(feed)));
            MongoDatabase store = refusing(client.getDatabase("ingest"), "feeds", "updateOne");
            try (PollLoop loop = loop(store, board, fetcher, Optional::empty, Duration.ofHours(1))) {
                pollUntilItFails(loop, feed, board);
            }
        }

        assertThat(producer.history()).hasSize(1);
        assertThat(registry.get("bellwether.items.published").counter().count()).isEqualTo(1);
        assertThat(registry.get("bellwether.feed.polls").counters().stream()
                        .mapToDouble(counter -> counter.count())
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void aBrokerThatRefusesIsAStateOfTheFeedWithAWayOut(@TempDir Path directory) throws Exception {
        producer.sendException = new TopicAuthorizationException("not authorized");
        try (PageServer site = new PageServer();
                EmbeddedStore embedded = EmbeddedStore.start(directory, Address.free());
                MongoClient client = MongoClients.create(embedded.connectionString());
                FeedFetcher fetcher = PageServer.fetcher(new HostBudgets(HostLimits.DEFAULT, clock))) {
            Feed feed = feedOfOneItem(site);
            FeedBoard board = new FeedBoard(new Catalogue(List.of(feed)));
            try (PollLoop loop =
                    loop(client.getDatabase("ingest"), board, fetcher, Optional::empty, Duration.ofHours(1))) {
                pollUntilItFails(loop, feed, board);
                assertThat(board.of(feed).conditions())
                        .extracting(Condition::code)
                        .containsExactly("broker-refused");
                assertThat(board.of(feed).diagnosis()).contains("the broker refuses: not authorized", "rights");
            }
        }
    }

    @Test
    void whatAPollShowedIsNotWrittenOnceAnotherInstanceMayPollTheFeed() {
        FeedBoard board = new FeedBoard(new Catalogue(List.of(REFUSED)));
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=60000");
                FeedFetcher fetcher = new FeedFetcher(FetchLimits.DEFAULT, new AddressPolicy(List.of()), "Test/1");
                PollLoop loop =
                        loop(client.getDatabase("unused"), board, fetcher, Optional::empty, NO_PAUSE, feed -> false)) {
            loop.start(List.of(REFUSED));

            await().until(() -> {
                NextPoll next = board.of(REFUSED).next();
                return next != null && next.reason().contains("lease");
            });
        }

        assertThat(board.of(REFUSED).state()).isEqualTo(State.NEW);
    }

    @Test
    void aFeedThatIsPushedIsPolledWhenItIsDueAlsoByAnInstanceThatTakesItOverFromAnother() {
        NextPoll decided = pushed(START.plus(Duration.ofMinutes(40)));

        assertThat(takenOver(Duration.ofMinutes(2), decided)).isEqualTo(decided);
    }

    @Test
    void aFeedOfAnInstanceThatHadDiedBeforeThisOneBeganIsPolledAsAPushMayHaveFoundNobody() {
        NextPoll next = takenOver(Duration.ofSeconds(20), pushed(START.plus(Duration.ofMinutes(40))));

        assertThat(next.at()).isBefore(START.plus(Duration.ofMinutes(1)));
    }

    /** As decided by an instance that starts without it, and has it so much later. */
    private NextPoll takenOver(Duration later, NextPoll decided) {
        Instant[] now = {START};
        clock = () -> now[0];
        FeedBoard board = new FeedBoard(new Catalogue(List.of(FEED)));
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:1");
                FeedFetcher fetcher = new FeedFetcher(FetchLimits.DEFAULT, new AddressPolicy(List.of()), "Test/1");
                PollLoop loop = loop(client.getDatabase("unused"), board, fetcher, () -> Optional.of("no"), NO_PAUSE)) {
            loop.start(List.of());
            board.put(polled(START.minus(Duration.ofMinutes(20)), decided));
            now[0] = START.plus(later);

            loop.follow(List.of(FEED));

            return Objects.requireNonNull(board.of(FEED).next());
        }
    }

    private static NextPoll pushed(Instant next) {
        return new NextPoll(next, NextPoll.Cause.PUSHED, Duration.ofHours(1), "its hub pushes it");
    }

    @Test
    void aFeedThatIsPushedIsPolledAfterAStartAsAPushMayHaveFoundNobody() {
        clock = InstantSource.fixed(START);
        FeedBoard board = new FeedBoard(new Catalogue(List.of(FEED)));
        AtomicInteger polls = new AtomicInteger();
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:1");
                FeedFetcher fetcher = new FeedFetcher(FetchLimits.DEFAULT, new AddressPolicy(List.of()), "Test/1");
                PollLoop loop = loop(
                        client.getDatabase("unused"),
                        board,
                        fetcher,
                        () -> Optional.of("poll " + polls.incrementAndGet()),
                        NO_PAUSE)) {
            board.put(polled(START.minus(Duration.ofMinutes(20)), pushed(START.plus(Duration.ofMinutes(40)))));

            loop.start(List.of(FEED));

            await().until(() -> polls.get() > 0);
        }
    }

    private static FeedState polled(Instant at, NextPoll next) {
        FeedState fresh = FeedState.of(FEED);
        return new FeedState(
                fresh.feedId(),
                fresh.url(),
                State.OK,
                List.of(),
                fresh.validators(),
                new Milestones(at, at, null),
                next,
                fresh.counts(),
                fresh.learnt(),
                fresh.history());
    }

    /** A store whose disk is full when this is to be done to that collection. */
    private static MongoDatabase refusing(MongoDatabase database, String name, String order) {
        return proxy(MongoDatabase.class, database, "getCollection", found -> {
            MongoCollection<?> collection = (MongoCollection<?>) found.get();
            return collection.getNamespace().getCollectionName().equals(name)
                    ? proxy(MongoCollection.class, collection, order, write -> {
                        throw new MongoException(14031, "no space left");
                    })
                    : collection;
        });
    }

    private static <T> T proxy(
            Class<T> type, Object target, String method, Function<Supplier<Object>, Object> instead) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    Supplier<Object> asUsual = () -> {
                        try {
                            return called.invoke(target, arguments);
                        } catch (ReflectiveOperationException e) {
                            throw new IllegalStateException(e);
                        }
                    };
                    return called.getName().equals(method) ? instead.apply(asUsual) : asUsual.get();
                }));
    }

    private static Feed feedOfOneItem(PageServer site) {
        site.serve(
                "/rss",
                "application/rss+xml",
                "<rss version='2.0'><channel><item><guid>a</guid><title>A</title></item></channel></rss>");
        return feed(site.url("/rss"));
    }

    private static void pollUntilItFails(PollLoop loop, Feed feed, FeedBoard board) {
        loop.start(List.of(feed));
        loop.pollNow(feed);
        await().until(() -> board.of(feed).counts().failures() == 1);
    }

    private static Feed feed(URI url) {
        return new Feed("f", "F", url, "en", FEED.publisher(), ZoneOffset.UTC, true, null, null, null);
    }

    private PollLoop loop(MongoClient client, FeedFetcher fetcher, Supplier<Optional<String>> away) {
        return loop(client.getDatabase("unused"), new FeedBoard(new Catalogue(List.of(FEED))), fetcher, away, NO_PAUSE);
    }

    private PollLoop loop(
            MongoDatabase store,
            FeedBoard board,
            FeedFetcher fetcher,
            Supplier<Optional<String>> away,
            Duration interval) {
        return loop(store, board, fetcher, away, interval, feed -> true);
    }

    private PollLoop loop(
            MongoDatabase store,
            FeedBoard board,
            FeedFetcher fetcher,
            Supplier<Optional<String>> away,
            Duration interval,
            Predicate<Feed> mine) {
        Headroom headroom = new Headroom(64L << 20, FetchLimits.DEFAULT.maxBodyBytes(), 1);
        Fetching fetching = Fetching.of(fetcher, headroom);
        ItemMemory memory = Remembering.in(store);
        return new PollLoop(
                fetching.poll(
                        memory,
                        new Documents(new MongoRawDocuments(store, 3), new FeedParser()),
                        new Intake(memory, new NewsItemPublisher(producer), fetching.articles(), mine),
                        headroom,
                        clock),
                new HostBudgets(HostLimits.DEFAULT, clock),
                new Bookkeeper(
                        board, new MongoFeedStates(store), new SourceStatusPublisher(producer), Part.WHOLE, clock),
                new PollMetrics(registry, board, clock),
                feed -> away.get(),
                new Rhythm(
                        feed -> new Cadence(
                                feed.interval(),
                                new Bounds(interval, NO_PAUSE, interval, Duration.ofMinutes(1)),
                                new Random(1)),
                        1,
                        clock));
    }
}
