package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bellwether.egress.AddressPolicy;
import org.bellwether.egress.Cidr;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedStore;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.Severity;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.CatalogueEdits;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.catalogue.LiveCatalogue;
import org.bellwether.ingest.catalogue.MongoCatalogueChanges;
import org.bellwether.ingest.catalogue.Stamp;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FetchLimits;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostLimits;
import org.bellwether.ingest.host.MongoHostPenalties;
import org.bellwether.ingest.lease.MongoLeases;
import org.bellwether.ingest.lease.MongoWishes;
import org.bellwether.ingest.lease.Sight;
import org.bellwether.ingest.lease.Steady;
import org.bellwether.ingest.lease.Tenure;
import org.bellwether.ingest.lease.Terms;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.poll.Bookkeeper;
import org.bellwether.ingest.poll.Documents;
import org.bellwether.ingest.poll.FeedPoll;
import org.bellwether.ingest.poll.Intake;
import org.bellwether.ingest.poll.ItemMemory;
import org.bellwether.ingest.poll.PollLoop;
import org.bellwether.ingest.poll.PollMetrics;
import org.bellwether.ingest.poll.Rhythm;
import org.bellwether.ingest.publish.NewsItemPublisher;
import org.bellwether.ingest.publish.SourceStatusPublisher;
import org.bellwether.ingest.raw.MongoRawDocuments;
import org.bellwether.ingest.schedule.Bounds;
import org.bellwether.ingest.schedule.Cadence;
import org.bellwether.ingest.state.FeedBoard;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.ingest.state.History;
import org.bellwether.ingest.state.MongoFeedStates;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One instance beside others that are played by their beats alone. */
class ShareFollowerTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Terms TERMS =
            new Terms(Duration.ofMillis(300), Duration.ofMillis(1500), Duration.ofMillis(2500));
    private static final int WORKERS = 4;

    private final FeedServer server = new FeedServer();
    private final EmbeddedStore store;
    private final MongoClient client;
    private final MongoDatabase database;
    private final FeedFetcher fetcher =
            new FeedFetcher(FetchLimits.DEFAULT, new AddressPolicy(List.of(Cidr.parse("127.0.0.0/8"))), "Test/1");
    private final MockProducer<String, byte[]> broker =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final AtomicBoolean statesRefused = new AtomicBoolean();
    private final AtomicBoolean brokerAway = new AtomicBoolean();
    private final AtomicReference<Duration> slept = new AtomicReference<>(Duration.ZERO);
    private FeedBoard board;
    private final Tenure tenure;
    private final Tenure other;
    private LiveCatalogue live;
    private PollLoop loop;
    private ShareFollower follower;

    ShareFollowerTest(@TempDir Path directory) throws IOException {
        store = EmbeddedStore.start(directory, Address.free());
        client = MongoClients.create(store.connectionString());
        database = client.getDatabase("ingest");
        Steady steady = new Steady();
        tenure = new Tenure(
                new MongoLeases(database),
                "one",
                "p",
                TERMS,
                () -> steady.instant().plus(slept.get()));
        other = tenure("other");
        live = new LiveCatalogue(new Catalogue(List.of()), new MongoCatalogueChanges(database), URI::toString);
        board = new FeedBoard(live::current);
    }

    @AfterEach
    void stop() {
        if (follower != null) {
            follower.close();
            loop.close();
        }
        fetcher.close();
        client.close();
        store.close();
        server.close();
    }

    @Test
    void whoCannotBeginIsNotSeenByTheOthersAndHoldsNothing() throws Exception {
        line(feed("127.0.0.1"));
        statesRefused.set(true);

        for (int tries = 0; tries < 3; tries++) {
            assertThatThrownBy(follower::begin).isInstanceOf(RuntimeException.class);
        }

        assertThat(database.getCollection("instances").countDocuments()).isZero();
        assertThat(held()).isZero();
        statesRefused.set(false);
        follower.begin();
        assertThat(held()).isPositive();
    }

    @Test
    void whatCannotBeToldYetKeepsNobodyFromPolling() throws Exception {
        Feed feed = feed("127.0.0.1");
        server.serve("f", Rss.feed());
        broker.sendException = new TimeoutException("no broker");
        line(feed);
        follower.begin();

        await().atMost(SOON).until(() -> server.asked("f") > 0 && settled() == 0);
        assertThat(broker.history()).isEmpty();

        broker.sendException = null;
        await().atMost(SOON).until(() -> !broker.history().isEmpty());
    }

    @Test
    void aFeedThatComesWithALaterShareIsAnnouncedThoughItIsNotPolled() throws Exception {
        Feed feed = feed("127.0.0.1");
        Feed off = paused(feed);
        other.settle(0);
        other.round();
        line(off);
        follower.begin();
        assertThat(broker.history()).isEmpty();

        other.end();

        await().atMost(SOON).until(() -> tenure.holds(Ours.shard(off)));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(broker.history())
                        .extracting(sent -> sent.key())
                        .containsExactly("f"));
    }

    @Test
    void whatAnotherLearntWhileItsBeatsDidNotCountIsTakenOverAlsoWhereTheShareIsTheSameAgain() throws Exception {
        Feed feed = feed("127.0.0.1");
        server.serve("f", Rss.feed());
        line(feed);
        follower.begin();
        await().atMost(SOON).until(() -> board.of(feed).counts().polls() == 1 && settled() == 0);
        FeedState byAnother = board.of(feed)
                .failed(
                        new Condition("gone", Severity.ERROR, "It is gone"),
                        new History.Line(Instant.EPOCH, Instant.EPOCH, 1, "failed", "gone", 0, 0, 0, 0, Duration.ZERO));
        new MongoFeedStates(database).save(byAnother);

        slept.set(TERMS.counts());

        await().atMost(SOON).until(() -> board.of(feed).counts().polls() == 2);
    }

    @Test
    void whoLosesSightOfTheBrokerLeavesItsFeedsToWhoSeesItAndHasThemBackWhenItSeesItAgain() throws Exception {
        Feed feed = feed("127.0.0.1");
        server.serve("f", Rss.feed());
        line(feed);
        follower.begin();
        await().atMost(SOON).until(() -> !broker.history().isEmpty());
        other.settle(Long.MAX_VALUE);
        other.sees(Sight.STEADY);

        brokerAway.set(true);
        await().atMost(SOON).until(() -> other.round().contains(Ours.shard(feed)));
        assertThat(tenure.holds(Ours.shard(feed))).isFalse();

        brokerAway.set(false);
        await().atMost(SOON).until(() -> {
            other.round();
            other.handOn(shard -> true);
            return held() > 0;
        });
    }

    @Test
    void nothingIsToldWhileTheBrokerIsAwaySoThatNoBeatWaitsForIt() throws Exception {
        brokerAway.set(true);
        line(paused(feed("127.0.0.1")));
        follower.begin();
        long begun = beats();
        await().atMost(SOON).until(() -> beats() > begun + 3);
        assertThat(broker.history()).isEmpty();

        brokerAway.set(false);

        await().atMost(SOON).until(() -> broker.history().size() == 1);
    }

    @Test
    void whoMovedAFeedBetweenItsOwnShardsWhileItWasPolledSettlesWhenThePollHasEnded() throws Exception {
        server.serve("f", Rss.feed());
        CountDownLatch leave = server.holdUntilOpened("f");
        line(feed("127.0.0.1"));
        follower.begin();
        await().atMost(SOON).until(() -> loop.inHand().containsKey("f"));

        live.change(catalogue -> new CatalogueEdits(URI::toString)
                .change(
                        catalogue,
                        "f",
                        Map.of("url", Optional.of(server.url("127.0.0.2", "f"))),
                        new Stamp(Instant.now(), "somebody")));
        await().pollDelay(TERMS.round().multipliedBy(3)).atMost(SOON).until(() -> settled() == 0);
        leave.countDown();

        await().atMost(SOON)
                .until(() -> live.edition().revision() == 1
                        && settled() == live.edition().revision());
    }

    private static Feed paused(Feed feed) {
        return new Feed(
                feed.id(), feed.name(), feed.url(), "en", feed.publisher(), feed.zone(), false, "off", null, null);
    }

    private long settled() {
        return beat().getLong("settled");
    }

    private long beats() {
        return beat().getLong("count");
    }

    private Document beat() {
        return Objects.requireNonNull(database.getCollection("instances")
                .find(Filters.eq("_id", "one"))
                .first());
    }

    private long held() {
        return database.getCollection("shards").countDocuments(Filters.eq("holder", "one"));
    }

    private Tenure tenure(String name) {
        return new Tenure(new MongoLeases(database), name, UUID.randomUUID().toString(), TERMS, new Steady());
    }

    private Feed feed(String host) {
        return HandmadeLine.feed("f", URI.create(server.url(host, "f")), Duration.ofHours(1));
    }

    private void line(Feed feed) {
        InstantSource clock = InstantSource.system();
        live = new LiveCatalogue(new Catalogue(List.of(feed)), new MongoCatalogueChanges(database), URI::toString);
        board = new FeedBoard(live::current);
        Ours ours = new Ours(live::current, tenure);
        Bookkeeper books = new Bookkeeper(
                board,
                new MongoFeedStates(refusingStates()),
                new SourceStatusPublisher(broker),
                new TenuredPart(tenure),
                clock);
        Headroom headroom = new Headroom(64L << 20, FetchLimits.DEFAULT.maxBodyBytes(), WORKERS);
        Fetching fetching = Fetching.of(fetcher, headroom);
        ItemMemory memory = Remembering.in(database);
        Intake intake = new Intake(memory, new NewsItemPublisher(broker), fetching.articles(), ours);
        Documents documents = new Documents(new MongoRawDocuments(database, 2), new FeedParser());
        FeedPoll poll = fetching.poll(memory, documents, intake, headroom, clock);
        Duration second = Duration.ofSeconds(1);
        Bounds bounds = new Bounds(second, second, second, Duration.ofMinutes(1));
        Rhythm rhythm = new Rhythm(any -> new Cadence(any.interval(), bounds, new Random(1)), WORKERS, clock);
        HostBudgets budgets = new HostBudgets(new HostLimits(WORKERS, 1000, Duration.ofMillis(1)), clock);
        PollMetrics metrics = new PollMetrics(new SimpleMeterRegistry(), board, clock);
        loop = new PollLoop(
                poll,
                budgets,
                books,
                metrics,
                any -> ours.test(any) ? Optional.empty() : Optional.of("the lease"),
                rhythm);
        Past past = new Past(books, new HostMemory(budgets, new MongoHostPenalties(database)));
        BrokerSight sight = new BrokerSight(
                () -> brokerAway.get() ? Optional.of("no answer") : Optional.empty(), TERMS.round(), clock);
        follower = new ShareFollower(
                live,
                tenure,
                new Share(live.edition(), tenure, past, loop),
                new Wishes(new MongoWishes(database)),
                new Tidings(books, tenure, sight, clock),
                clock);
    }

    /** A store that refuses to tell of feeds' states as long as a test wants that. */
    private MongoDatabase refusingStates() {
        return (MongoDatabase) Proxy.newProxyInstance(
                MongoDatabase.class.getClassLoader(),
                new Class<?>[] {MongoDatabase.class},
                (any, method, arguments) ->
                        method.getName().equals("getCollection") ? refusing(method.invoke(database, arguments)) : null);
    }

    private Object refusing(Object collection) {
        Class<?> type = MongoCollection.class;
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (any, method, arguments) -> {
            if (statesRefused.get()) {
                throw new MongoException(8000, "refused");
            }
            return method.invoke(collection, arguments);
        });
    }
}
