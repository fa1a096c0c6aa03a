package org.bellwether.ingest;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bellwether.egress.AddressPolicy;
import org.bellwether.egress.Cidr;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.bellwether.ingest.backend.Backends;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.catalogue.LiveCatalogue;
import org.bellwether.ingest.catalogue.MongoCatalogueChanges;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FetchLimits;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostLimits;
import org.bellwether.ingest.host.MongoHostPenalties;
import org.bellwether.ingest.lease.MongoLeases;
import org.bellwether.ingest.lease.MongoWishes;
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
import org.bellwether.ingest.state.MongoFeedStates;
import org.bellwether.testkit.EmbeddedStack;

/**
 * The service's polling beside the one under test, put together by hand from the real parts, so that a test can start
 * and end it and put itself between it and the store.
 */
final class HandmadeLine implements AutoCloseable {

    static final int WORKERS = 32;
    private static final int CONNECTIONS_PER_HOST = 8;

    private static final FetchLimits USUAL = FetchLimits.DEFAULT;

    /** Shorter than the service's, by as much as the test is more impatient. */
    private static final Terms TERMS =
            new Terms(Duration.ofMillis(300), Duration.ofMillis(1500), Duration.ofMillis(2500));

    /** As the service has them, whose feeds are often many of one host. */
    private static final FetchLimits LIMITS = new FetchLimits(
            USUAL.connect(),
            USUAL.read(),
            USUAL.total(),
            USUAL.maxWireBytes(),
            USUAL.maxBodyBytes(),
            USUAL.maxRatio(),
            USUAL.maxRedirects(),
            USUAL.maxConnections(),
            CONNECTIONS_PER_HOST);

    private final Admin admin;
    private final Producer<String, byte[]> producer;
    private final MongoClient client;
    private final FeedFetcher fetcher;
    private final PollLoop loop;
    private final Backends backends;
    private final FeedBoard board;
    private final HostMemory hosts;
    private final Polling polling;
    private final Ours ours;

    /**
     * Starts polling.
     *
     * @param database of its own, or that of an earlier line it continues
     * @param toTheStore what stands between it and the store
     */
    HandmadeLine(String database, UnaryOperator<MongoDatabase> toTheStore, Duration interval, Stream<String> feeds) {
        this(database, toTheStore, interval, feeds, new Headroom(64L << 20, LIMITS.maxBodyBytes(), WORKERS));
    }

    /**
     * Starts polling.
     *
     * @param headroom for all that it reads
     */
    HandmadeLine(
            String database,
            UnaryOperator<MongoDatabase> toTheStore,
            Duration interval,
            Stream<String> feeds,
            Headroom headroom) {
        this(
                database,
                "line",
                toTheStore,
                headroom,
                feeds.map(id -> feed(id, interval)).toList());
    }

    /**
     * Starts polling as one of several instances.
     *
     * @param instance its name, also that of its user agent
     * @param polled each with an interval
     */
    HandmadeLine(
            String database,
            String instance,
            UnaryOperator<MongoDatabase> toTheStore,
            Headroom headroom,
            List<Feed> polled) {
        fetcher = new FeedFetcher(LIMITS, new AddressPolicy(List.of(Cidr.parse("127.0.0.0/8"))), instance);
        Map<String, Object> kafka = Map.of(
                "bootstrap.servers", EmbeddedStack.broker().bootstrapServers(),
                "acks", "all",
                "max.block.ms", 3000,
                "request.timeout.ms", 2000,
                "delivery.timeout.ms", 4000,
                "reconnect.backoff.max.ms", 500);
        admin = Admin.create(Map.of("bootstrap.servers", kafka.get("bootstrap.servers"), "request.timeout.ms", 2000));
        producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
        client = MongoClients.create(withShortPatience(EmbeddedStack.store().connectionString()));
        MongoDatabase store = toTheStore.apply(client.getDatabase(database));
        Catalogue catalogue = new Catalogue(polled);
        InstantSource clock = InstantSource.system();
        MongoRawDocuments raw = new MongoRawDocuments(store, 2);
        ItemMemory memory = Remembering.in(store);
        backends = new Backends(admin, store);
        MongoCatalogueChanges steps = new MongoCatalogueChanges(store);
        LiveCatalogue live = new LiveCatalogue(catalogue, steps, URI::toString);
        board = new FeedBoard(live::current);
        MongoFeedStates states = new MongoFeedStates(store);
        Tenure tenure =
                new Tenure(new MongoLeases(store), instance, UUID.randomUUID().toString(), TERMS, new Steady());
        ours = new Ours(live::current, tenure);
        Bookkeeper books =
                new Bookkeeper(board, states, new SourceStatusPublisher(producer), new TenuredPart(tenure), clock);
        Fetching fetching = Fetching.of(fetcher, headroom);
        Intake intake = new Intake(memory, new NewsItemPublisher(producer), fetching.articles(), ours);
        FeedPoll poll = fetching.poll(memory, new Documents(raw, new FeedParser()), intake, headroom, clock);
        Duration second = Duration.ofSeconds(1);
        Bounds bounds = new Bounds(second, second, second, Duration.ofMinutes(1));
        Rhythm rhythm = new Rhythm(feed -> new Cadence(feed.interval(), bounds, new Random(1)), WORKERS, clock);
        PollMetrics metrics = new PollMetrics(new SimpleMeterRegistry(), board, clock);
        HostBudgets budgets = new HostBudgets(new HostLimits(CONNECTIONS_PER_HOST, 1000, Duration.ofMillis(1)), clock);
        loop = new PollLoop(poll, budgets, books, metrics, new Missing(backends, ours), rhythm);
        hosts = new HostMemory(budgets, new MongoHostPenalties(store));
        Retention retention = new Retention(Duration.ofDays(90), Duration.ofDays(14));
        Wishes wishes = new Wishes(new MongoWishes(store));
        BrokerSight sight = new BrokerSight(backends::brokerTrouble, BrokerSight.PATIENCE, clock);
        ShareFollower follower = new ShareFollower(
                live,
                tenure,
                new Share(live.edition(), tenure, new Past(books, hosts), loop),
                wishes,
                new Tidings(books, tenure, sight, clock),
                clock);
        polling =
                new Polling(backends, follower, loop, new Memory(memory, hosts, raw, states, steps, retention), clock);
        polling.start();
    }

    FeedState stateOf(String feed) {
        return board.of(board.catalogue().byId(feed).orElseThrow());
    }

    /** The fewest polls that any of the feeds had. */
    long fewestPolls() {
        return board.catalogue().feeds().stream()
                .mapToLong(feed -> board.of(feed).counts().polls())
                .min()
                .orElseThrow();
    }

    /** How many polls the feed that had the most is ahead of the one that had the fewest. */
    long headStart() {
        return board.catalogue().feeds().stream()
                        .mapToLong(feed -> board.of(feed).counts().polls())
                        .max()
                        .orElseThrow()
                - fewestPolls();
    }

    /** Whether this line, of several that share the feeds, polls that one. */
    boolean polls(Feed feed) {
        return ours.test(feed);
    }

    /** The name of the other line that polls that one, if another does. */
    Optional<String> otherHolder(Feed feed) {
        return ours.otherHolder(feed);
    }

    Backends backends() {
        return backends;
    }

    /** Ends as a process does that is killed: at once, and without a word to the others. */
    void kill() {
        polling.abandon();
        fetcher.close();
    }

    @Override
    public void close() {
        polling.close();
        hosts.close();
        fetcher.close();
        producer.close(Duration.ZERO);
        admin.close(Duration.ZERO);
        client.close();
    }

    private static Feed feed(String id, Duration interval) {
        return feed(id, URI.create(PolledFeeds.server().url(id)), interval);
    }

    static Feed feed(String id, URI url, Duration interval) {
        return new Feed(
                id,
                id,
                url,
                "en",
                new Publisher("Morning Post", "morning-post-of-" + id, SourceKind.NEWS, "KR"),
                ZoneId.of("Asia/Seoul"),
                true,
                null,
                null,
                interval);
    }

    private static String withShortPatience(String connection) {
        return connection + (connection.contains("?") ? "&" : "/?") + "serverSelectionTimeoutMS=1000";
    }
}
