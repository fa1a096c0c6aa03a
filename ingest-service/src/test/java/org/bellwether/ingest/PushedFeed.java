package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bellwether.egress.AddressPolicy;
import org.bellwether.egress.Cidr;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedStore;
import org.bellwether.events.NewsItem;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FetchLimits;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostLimits;
import org.bellwether.ingest.parse.FeedDocument;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.poll.Bookkeeper;
import org.bellwether.ingest.poll.BroughtForward;
import org.bellwether.ingest.poll.Documents;
import org.bellwether.ingest.poll.FeedPoll;
import org.bellwether.ingest.poll.Intake;
import org.bellwether.ingest.poll.Part;
import org.bellwether.ingest.poll.PartRoster;
import org.bellwether.ingest.poll.PollLoop;
import org.bellwether.ingest.poll.PollMetrics;
import org.bellwether.ingest.poll.PushIntake;
import org.bellwether.ingest.poll.Replay;
import org.bellwether.ingest.poll.Rhythm;
import org.bellwether.ingest.publish.NewsItemPublisher;
import org.bellwether.ingest.publish.SourceStatusPublisher;
import org.bellwether.ingest.push.HubClient;
import org.bellwether.ingest.push.Intent;
import org.bellwether.ingest.push.MongoSubscriptions;
import org.bellwether.ingest.push.Rounds;
import org.bellwether.ingest.push.Subscriber;
import org.bellwether.ingest.push.Subscription;
import org.bellwether.ingest.push.Terms;
import org.bellwether.ingest.push.Verdict;
import org.bellwether.ingest.raw.MongoRawDocuments;
import org.bellwether.ingest.schedule.Bounds;
import org.bellwether.ingest.schedule.Cadence;
import org.bellwether.ingest.state.FeedBoard;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.ingest.state.MongoFeedStates;
import org.bellwether.messaging.EventJson;
import org.jspecify.annotations.Nullable;

/** A feed, its hub and this service over days, by a clock that the test sets. */
final class PushedFeed implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final String TOPIC = "https://post.example/feed";
    private static final URI CALLBACK = URI.create("https://ingest.example.org/");
    static final Duration HOUR = Duration.ofHours(1);
    private static final Bounds BOUNDS =
            new Bounds(Duration.ofMinutes(10), Duration.ofMinutes(1), HOUR, Duration.ofHours(6));

    final FeedServer server = new FeedServer();
    final TestHub hub = new TestHub();
    private final FeedFetcher fetcher = new FeedFetcher(
            FetchLimits.DEFAULT, new AddressPolicy(List.of(Cidr.parse("127.0.0.1/32"))), "Bellwether-Test/1");
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final Headroom headroom = new Headroom(64L << 20, FetchLimits.DEFAULT.maxBodyBytes(), 1);
    private final EmbeddedStore store;
    final MongoDatabase database;
    private final MongoClient client;
    private final FeedBoard board;
    final Bookkeeper books;
    private final Intake intake;
    private final PollMetrics metrics;
    final Subscriber subscriber;
    private final Rounds rounds;
    final PollLoop loop;
    volatile Instant now = NOON;
    final HostBudgets hosts = new HostBudgets(new HostLimits(8, 1, Duration.ZERO), () -> now);
    /** Whether it is known what people changed of the catalogue. */
    volatile boolean whole = true;

    /** Whether this instance holds the lease of the feed's host. */
    volatile boolean holds = true;

    private final Part part = new Part() {
        @Override
        public boolean has(URI feed) {
            return holds;
        }

        @Override
        public boolean isWhole() {
            return holds;
        }
    };
    volatile Catalogue catalogue = new Catalogue(List.of(feed(true)));

    PushedFeed(Path directory) throws IOException {
        store = EmbeddedStore.start(directory, Address.free());
        client = MongoClients.create(store.connectionString());
        database = client.getDatabase("ingest");
        board = new FeedBoard(() -> catalogue);
        MongoFeedStates states = new MongoFeedStates(database);
        books = new Bookkeeper(board, states, new SourceStatusPublisher(producer), part, () -> now);
        intake = new Intake(
                Remembering.in(database),
                new NewsItemPublisher(producer),
                Fetching.of(fetcher, headroom).articles(),
                feed -> true);
        metrics = new PollMetrics(new SimpleMeterRegistry(), board, () -> now);
        MongoSubscriptions subscriptions = new MongoSubscriptions(database);
        Terms terms = new Terms(CALLBACK, Duration.ofDays(10));
        subscriber = new Subscriber(subscriptions, terms, () -> now);
        loop = loop(database);
        HubClient hubs = new HubClient(fetcher, headroom, terms, () -> now);
        rounds = new Rounds(
                subscriptions,
                subscriber,
                hubs,
                new PartRoster(() -> Optional.ofNullable(whole()), states, part),
                new BroughtForward(loop, books, () -> now),
                () -> now);
        rounds.begin();
        loop.start(catalogue.feeds());
    }

    @Override
    public void close() {
        loop.close();
        fetcher.close();
        client.close();
        store.close();
        server.close();
        hub.close();
    }

    void subscribe() {
        serve("1", "2", "3", "4");
        poll();
        round();
        assertThat(verify("subscribe")).isEqualTo(new Verdict.Confirmed("echo me"));
    }

    void round() {
        rounds.make(Runnable::run);
    }

    Verdict verify(String mode) {
        return subscriber.judge(token(), new Intent(mode, TOPIC, "echo me", "864000", null));
    }

    String token() {
        return subscription().credentials().token();
    }

    Optional<Integer> push(String... ids) throws InterruptedException {
        return push(loop, rss(ids));
    }

    Optional<Integer> push(PollLoop at, String document) throws InterruptedException {
        FeedDocument sent = new FeedDocument(
                document.getBytes(StandardCharsets.UTF_8), "application/rss+xml", Map.of(), URI.create(TOPIC));
        PushIntake here = new PushIntake(documents(), intake, at, books, metrics, () -> now);
        try (Room room = headroom.ofPreview(Duration.ofSeconds(1))) {
            Optional<Integer> published = here.take(feed(true), sent, room);
            subscriber.pushed(subscription(), published.isPresent());
            return published;
        }
    }

    /** Something comes that is not signed, at a callback whose hub has no secret to sign with. */
    void hint() {
        assertThat(subscription().isSigned()).isFalse();
        subscriber.hinted(subscription());
    }

    void awaitIdle() {
        await().until(() -> loop.whileIdle(feed(true), () -> true).isPresent());
    }

    void poll() {
        long before = state().counts().polls();
        await().until(() -> loop.pollNow(feed(true)));
        await().until(() -> state().counts().polls() > before);
        awaitIdle();
    }

    void serve(String... ids) {
        serve(rss(ids));
    }

    void serve(String document) {
        server.serve("post", document);
    }

    String rss(String... ids) {
        return document(hub.url(), ids);
    }

    static String document(List<String> hubs, String... ids) {
        return Rss.pushed(hubs, TOPIC, ids);
    }

    static String document(String hub, String... ids) {
        return Rss.pushed(hub, TOPIC, ids);
    }

    List<String> published() {
        return producer.history().stream()
                .filter(sent -> sent.topic().equals("news.items"))
                .map(sent -> EventJson.read(sent.value(), NewsItem.class))
                .map(item -> item.title().replace("Title of ", ""))
                .toList();
    }

    Subscription subscription() {
        return subscriber.of("post").orElseThrow();
    }

    FeedState state() {
        return board.of(feed(true));
    }

    private @Nullable Catalogue whole() {
        return whole ? catalogue : null;
    }

    Feed feed(boolean enabled) {
        return new Feed(
                "post",
                "Morning Post",
                URI.create(server.url("post")),
                "en",
                new Publisher("Morning Post", "morning-post", SourceKind.NEWS, "KR"),
                ZoneOffset.UTC,
                enabled,
                null,
                null,
                null);
    }

    Replay replay() {
        return new Replay(documents(), intake, headroom, Duration.ofDays(90), () -> now);
    }

    private Documents documents() {
        return new Documents(new MongoRawDocuments(database, 2), new FeedParser());
    }

    PollLoop loop(MongoDatabase database) {
        FeedPoll poll =
                Fetching.of(fetcher, headroom).poll(Remembering.in(database), documents(), intake, headroom, () -> now);
        Rhythm rhythm =
                new Rhythm(feed -> new Cadence(feed.interval(), BOUNDS, new Random(1)), 1, () -> now, subscriber);
        return new PollLoop(poll, hosts, books, metrics, any -> Optional.empty(), rhythm);
    }
}
