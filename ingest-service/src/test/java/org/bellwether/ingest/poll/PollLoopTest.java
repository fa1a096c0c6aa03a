package org.bellwether.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bellwether.egress.AddressPolicy;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.bellwether.events.SourceStatus;
import org.bellwether.ingest.Fetching;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FetchLimits;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostLimits;
import org.bellwether.ingest.item.MongoAnnouncements;
import org.bellwether.ingest.item.MongoSeenItems;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.publish.NewsItemPublisher;
import org.bellwether.ingest.publish.SourceStatusPublisher;
import org.bellwether.ingest.raw.MongoRawDocuments;
import org.bellwether.ingest.schedule.Bounds;
import org.bellwether.ingest.schedule.Cadence;
import org.bellwether.ingest.schedule.NextPoll;
import org.bellwether.ingest.state.FeedBoard;
import org.bellwether.ingest.state.MongoFeedStates;
import org.junit.jupiter.api.Test;

class PollLoopTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration NO_PAUSE = Duration.ofMillis(10);
    private static final Feed FEED = new Feed(
            "f",
            "F",
            URI.create("https://f.example/rss"),
            "en",
            new Publisher("F", "f", SourceKind.NEWS, "KR"),
            ZoneOffset.UTC,
            true,
            null,
            null,
            null);

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
    void whatAPollShowedIsNotWrittenOnceAnotherInstanceMayPollTheFeed() {
        AtomicReference<FeedBoard> shown = new AtomicReference<>();
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=60000");
                FeedFetcher fetcher = new FeedFetcher(FetchLimits.DEFAULT, new AddressPolicy(List.of()), "Test/1");
                PollLoop loop = loop(client, fetcher, Optional::empty, false, shown)) {
            loop.start(List.of(REFUSED));

            await().until(() -> {
                NextPoll next = shown.get().of(REFUSED).next();
                return next != null && next.reason().contains("lease");
            });
        }

        assertThat(shown.get().of(REFUSED).state()).isEqualTo(SourceStatus.State.NEW);
    }

    private static PollLoop loop(MongoClient client, FeedFetcher fetcher, Supplier<Optional<String>> away) {
        return loop(client, fetcher, away, true, new AtomicReference<>());
    }

    private static PollLoop loop(
            MongoClient client,
            FeedFetcher fetcher,
            Supplier<Optional<String>> away,
            boolean ours,
            AtomicReference<FeedBoard> shown) {
        var store = client.getDatabase("unused");
        var producer = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        FeedBoard board = new FeedBoard(new Catalogue(List.of(FEED, REFUSED)));
        shown.set(board);
        Headroom headroom = new Headroom(64L << 20, FetchLimits.DEFAULT.maxBodyBytes(), 1);
        Fetching fetching = Fetching.of(fetcher, headroom);
        return new PollLoop(
                new FeedPoll(
                        fetching.documents(),
                        new FeedParser(),
                        new MongoRawDocuments(store, 3),
                        new Intake(
                                new MongoSeenItems(store),
                                new MongoAnnouncements(store),
                                new NewsItemPublisher(producer),
                                fetching.articles(),
                                feed -> ours),
                        headroom,
                        CLOCK),
                new HostBudgets(HostLimits.DEFAULT, CLOCK),
                new Bookkeeper(board, new MongoFeedStates(store), new SourceStatusPublisher(producer), CLOCK),
                new PollMetrics(new SimpleMeterRegistry(), board, CLOCK),
                feed -> away.get(),
                new Rhythm(
                        feed -> new Cadence(
                                NO_PAUSE,
                                new Bounds(NO_PAUSE, NO_PAUSE, NO_PAUSE, Duration.ofMinutes(1)),
                                new Random(1)),
                        1,
                        CLOCK));
    }
}
