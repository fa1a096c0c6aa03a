package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bellwether.egress.AddressPolicy;
import org.bellwether.egress.Cidr;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedStore;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.catalogue.MongoCatalogueChanges;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FetchLimits;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostLimits;
import org.bellwether.ingest.host.MongoHostPenalties;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.poll.Documents;
import org.bellwether.ingest.poll.FeedPoll;
import org.bellwether.ingest.poll.Intake;
import org.bellwether.ingest.poll.ItemMemory;
import org.bellwether.ingest.publish.NewsItemPublisher;
import org.bellwether.ingest.raw.MongoRawDocuments;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.ingest.state.MongoFeedStates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed over months, by a clock that the test sets, with a memory of 90 days that forgets each day what has served its time. */
class ForgettingTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String ENTRIES = Rss.feed(Rss.item("a", "Stands for months"), Rss.item("b", "So does this"));

    private final FeedServer server = new FeedServer();
    private final FeedFetcher fetcher = new FeedFetcher(
            FetchLimits.DEFAULT, new AddressPolicy(List.of(Cidr.parse("127.0.0.1/32"))), "Bellwether-Test/1");
    private final EmbeddedStore store;
    private final MongoClient client;
    private final FeedPoll poll;
    private final MongoFeedStates states;
    private final Memory memory;
    private Instant now = NOON;
    private ZoneOffset zone = ZoneOffset.UTC;
    private FeedState state = FeedState.of(feed());
    private int published;

    ForgettingTest(@TempDir Path directory) throws IOException {
        store = EmbeddedStore.start(directory, Address.free());
        client = MongoClients.create(store.connectionString());
        MongoDatabase database = client.getDatabase("ingest");
        Headroom headroom = new Headroom(64L << 20, FetchLimits.DEFAULT.maxBodyBytes(), 1);
        Fetching fetching = Fetching.of(fetcher, headroom);
        ItemMemory items = Remembering.in(database);
        NewsItemPublisher publisher = new NewsItemPublisher(
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()));
        Intake intake = new Intake(items, publisher, fetching.articles(), feed -> true);
        MongoRawDocuments raw = new MongoRawDocuments(database, 1);
        poll = fetching.poll(items, new Documents(raw, new FeedParser()), intake, headroom, () -> now);
        states = new MongoFeedStates(database);
        HostMemory hosts =
                new HostMemory(new HostBudgets(HostLimits.DEFAULT, () -> now), new MongoHostPenalties(database));
        Retention retention = new Retention(Duration.ofDays(90), Duration.ofDays(14));
        memory = new Memory(items, hosts, raw, states, new MongoCatalogueChanges(database), retention);
    }

    @AfterEach
    void stop() {
        fetcher.close();
        client.close();
        store.close();
        server.close();
    }

    @Test
    void whatStandsInAFeedThatHasNotChangedForMonthsIsNotForgotten() throws Exception {
        server.serve("post", ENTRIES);
        pollDaily(200);
        assertThat(published).isEqualTo(2);
        assertThat(server.unchanged("post")).isGreaterThan(190);
        assertThat(server.bodiesBegun("post")).as("once a month").isEqualTo(7);

        server.serve("post", Rss.feed(Rss.item("a", "Stands for months"), Rss.item("c", "New")));
        pollDaily(1);
        assertThat(published).isEqualTo(3);
    }

    @Test
    void aFeedThatIsToBeReadInAnotherZoneIsReadWhole() throws Exception {
        server.serve("post", ENTRIES);
        pollDaily(2);
        assertThat(server.bodiesBegun("post")).isEqualTo(1);

        zone = ZoneOffset.ofHours(9);
        pollDaily(2);

        assertThat(server.bodiesBegun("post")).isEqualTo(2);
        assertThat(server.unchanged("post")).isEqualTo(2);
    }

    @Test
    void norIsThatOfAFeedThatCouldNotBeReadForMonths() throws Exception {
        server.serve("post", ENTRIES);
        pollDaily(3);
        server.fail("post", 503);
        pollDaily(120);
        server.serve("post", ENTRIES);
        pollDaily(3);

        assertThat(published).isEqualTo(2);
    }

    @Test
    void norIsThatOfAFeedThatWasEmptyForMonths() throws Exception {
        server.serve("post", ENTRIES);
        pollDaily(3);
        server.serve("post", Rss.feed());
        pollDaily(120);
        server.serve("post", ENTRIES);
        pollDaily(3);

        assertThat(published).isEqualTo(2);
    }

    @Test
    void whatLeftAFeedThatIsReadIsForgotten() throws Exception {
        server.serve("post", ENTRIES);
        pollDaily(3);
        server.serve("post", Rss.feed(Rss.item("a", "Stands for months")));
        pollDaily(125);

        assertThat(client.getDatabase("ingest").getCollection("seen_items").countDocuments())
                .isEqualTo(1);
        server.serve("post", ENTRIES);
        pollDaily(1);
        assertThat(published).isEqualTo(3);
    }

    private void pollDaily(int times) throws InterruptedException {
        for (int day = 0; day < times; day++) {
            var report = poll.poll(feed(), state, null);
            state = report.state();
            published += report.published();
            states.save(state);
            memory.forget(now);
            now = now.plus(Duration.ofDays(1));
        }
    }

    private Feed feed() {
        return new Feed(
                "post",
                "Post",
                URI.create(server.url("post")),
                "en",
                new Publisher("Morning Post", "morning-post", SourceKind.NEWS, "KR"),
                zone,
                true,
                null,
                null,
                null);
    }
}
