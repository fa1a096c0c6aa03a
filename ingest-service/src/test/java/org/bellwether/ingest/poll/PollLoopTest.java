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
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.MockProducer;
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
import org.bellwether.ingest.state.MongoFeedStates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollLoopTest {

    private static final InstantSource CLOCK = InstantSource.system();
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
                FeedFetcher fetcher = PageServer.fetcher(new HostBudgets(HostLimits.DEFAULT, CLOCK))) {
            site.serve(
                    "/rss",
                    "application/rss+xml",
                    "<rss version='2.0'><channel><item><guid>a</guid><title>A</title></item></channel></rss>");
            Feed feed = feed(site.url("/rss"));
            FeedBoard board = new FeedBoard(new Catalogue(List.of(feed)));
            MongoDatabase store = refusing(client.getDatabase("ingest"));
            try (PollLoop loop = loop(store, board, fetcher, Optional::empty, Duration.ofHours(1))) {
                loop.start(List.of(feed));
                loop.pollNow(feed);

                await().until(() -> board.of(feed).counts().failures() == 1);

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
        try (PageServer site = new PageServer();
                MongoClient nowhere = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=20");
                FeedFetcher fetcher = PageServer.fetcher(new HostBudgets(HostLimits.DEFAULT, CLOCK))) {
            site.serve("/rss", "application/rss+xml", "<rss version='2.0'><channel/></rss>");
            Feed feed = feed(site.url("/rss"));
            FeedBoard board = new FeedBoard(new Catalogue(List.of(feed)));
            try (PollLoop loop =
                    loop(nowhere.getDatabase("away"), board, fetcher, Optional::empty, Duration.ofHours(1))) {
                loop.start(List.of(feed));
                loop.pollNow(feed);
                Set<Duration> waits = new ConcurrentSkipListSet<>();

                await().atMost(Duration.ofSeconds(20)).until(() -> {
                    NextPoll next = board.of(feed).next();
                    if (next != null && next.cause() == NextPoll.Cause.WAITING) {
                        waits.add(Duration.ofSeconds(
                                Duration.between(CLOCK.instant(), next.at()).toSeconds() + 1));
                    }
                    return waits.contains(Duration.ofSeconds(4));
                });

                assertThat(site.asked().size()).isEqualTo(2);
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

    /** A store whose disk is full when items are to be remembered. */
    private static MongoDatabase refusing(MongoDatabase database) {
        return proxy(MongoDatabase.class, database, "getCollection", found -> {
            MongoCollection<?> collection = (MongoCollection<?>) found.get();
            return collection.getNamespace().getCollectionName().equals("seen_items")
                    ? proxy(MongoCollection.class, collection, "bulkWrite", write -> {
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

    private static Feed feed(URI url) {
        return new Feed("f", "F", url, "en", FEED.publisher(), ZoneOffset.UTC, true, null, null, null);
    }

    private static PollLoop loop(MongoClient client, FeedFetcher fetcher, Supplier<Optional<String>> away) {
        return loop(client.getDatabase("unused"), new FeedBoard(new Catalogue(List.of(FEED))), fetcher, away, NO_PAUSE);
    }

    private static PollLoop loop(
            MongoDatabase store,
            FeedBoard board,
            FeedFetcher fetcher,
            Supplier<Optional<String>> away,
            Duration interval) {
        return loop(store, board, fetcher, away, interval, feed -> true);
    }

    private static PollLoop loop(
            MongoDatabase store,
            FeedBoard board,
            FeedFetcher fetcher,
            Supplier<Optional<String>> away,
            Duration interval,
            Predicate<Feed> mine) {
        var producer = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        Headroom headroom = new Headroom(64L << 20, FetchLimits.DEFAULT.maxBodyBytes(), 1);
        Fetching fetching = Fetching.of(fetcher, headroom);
        ItemMemory memory = Remembering.in(store);
        return new PollLoop(
                fetching.poll(
                        memory,
                        new Documents(new MongoRawDocuments(store, 3), new FeedParser()),
                        new Intake(memory, new NewsItemPublisher(producer), fetching.articles(), mine),
                        headroom,
                        CLOCK),
                new HostBudgets(HostLimits.DEFAULT, CLOCK),
                new Bookkeeper(
                        board, new MongoFeedStates(store), new SourceStatusPublisher(producer), Part.WHOLE, CLOCK),
                new PollMetrics(new SimpleMeterRegistry(), board, CLOCK),
                feed -> away.get(),
                new Rhythm(
                        feed -> new Cadence(
                                feed.interval(),
                                new Bounds(interval, NO_PAUSE, interval, Duration.ofMinutes(1)),
                                new Random(1)),
                        1,
                        CLOCK));
    }
}
