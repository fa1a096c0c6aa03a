package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bellwether.egress.AddressPolicy;
import org.bellwether.egress.Cidr;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedStore;
import org.bellwether.events.NewsItem;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FetchLimits;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.poll.Documents;
import org.bellwether.ingest.poll.FeedPoll;
import org.bellwether.ingest.poll.Intake;
import org.bellwether.ingest.poll.ItemMemory;
import org.bellwether.ingest.publish.NewsItemPublisher;
import org.bellwether.ingest.raw.MongoRawDocuments;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.messaging.EventJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What polls of one feed bring in by what the store remembers of it. */
class FeedPollTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String FIRST = "<item><title>First</title><link>https://post.example/</link></item>";
    private static final String SECOND = "<item><title>Second</title><link>https://post.example/</link></item>";

    private final FeedServer server = new FeedServer();
    private final FeedFetcher fetcher = new FeedFetcher(
            FetchLimits.DEFAULT, new AddressPolicy(List.of(Cidr.parse("127.0.0.1/32"))), "Bellwether-Test/1");
    private final EmbeddedStore store;
    private final MongoClient client;
    private final FeedPoll poll;
    private final MockProducer<String, byte[]> broker =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

    /** How often it was looked whether the feed is still ours to poll, and how often the answer is yes. */
    private final AtomicInteger looks = new AtomicInteger();

    private int ours = Integer.MAX_VALUE;

    FeedPollTest(@TempDir Path directory) throws IOException {
        store = EmbeddedStore.start(directory, Address.free());
        client = MongoClients.create(store.connectionString());
        Headroom headroom = new Headroom(64L << 20, FetchLimits.DEFAULT.maxBodyBytes(), 1);
        Fetching fetching = Fetching.of(fetcher, headroom);
        MongoDatabase database = client.getDatabase("ingest");
        ItemMemory memory = Remembering.in(database);
        Intake intake = new Intake(
                memory, new NewsItemPublisher(broker), fetching.articles(), feed -> looks.incrementAndGet() <= ours);
        Documents documents = new Documents(new MongoRawDocuments(database, 3), new FeedParser());
        poll = fetching.poll(memory, documents, intake, headroom, InstantSource.fixed(NOON));
    }

    @AfterEach
    void stop() {
        fetcher.close();
        client.close();
        store.close();
        server.close();
    }

    @Test
    void anEntryIsPublishedOnceWhateverCompanyItIsIn() throws Exception {
        assertThat(published(FIRST)).isEqualTo(1);
        assertThat(published(FIRST + SECOND)).isEqualTo(1);
        assertThat(published(SECOND)).isZero();
        assertThat(published(SECOND + FIRST)).isZero();
    }

    @Test
    void binaryDataIsDiagnosedAsThat() throws Exception {
        server.servePage("post", "%PDF-1.7 <rdf:RDF>");

        FeedState state = poll.poll(feed(), FeedState.of(feed()), null).state();

        assertThat(state.state()).isEqualTo(State.FAILING);
        assertThat(state.diagnosis()).startsWith("This is binary data (a PDF document, sent as text/html), not a feed");
    }

    @Test
    void aCharsetThatDoesNotExistIsDiagnosed() throws Exception {
        server.serve("post", Rss.feed(FIRST).replace("UTF-8", "klingon"));

        FeedState state = poll.poll(feed(), FeedState.of(feed()), null).state();

        assertThat(state.state()).isEqualTo(State.DEGRADED);
        assertThat(state.diagnosis()).contains("\"klingon\"", "read as utf-8");
    }

    @Test
    void whatWasAboutToBePublishedWhenTheBrokerWentIsPublishedAsTheSameVersion() throws Exception {
        cutOffWhilePublishing(SECOND);

        assertThat(published(FIRST + SECOND)).isEqualTo(2);
        assertThat(versions()).containsExactly(1, 1);
        assertThat(published(FIRST + SECOND)).isZero();
    }

    @Test
    void andAsTheNextWhenItReadsOtherwiseByThen() throws Exception {
        cutOffWhilePublishing("<item><guid>a</guid><title>Before</title></item>");

        assertThat(published("<item><guid>a</guid><title>After</title></item>")).isEqualTo(1);
        assertThat(versions()).containsExactly(2);
        assertThat(published("<item><guid>a</guid><title>After</title></item>")).isZero();
        assertThat(client.getDatabase("ingest").getCollection("announced_items").countDocuments())
                .isZero();
    }

    @Test
    void alsoWhenItWasOutOfTheFeedForAWhile() throws Exception {
        cutOffWhilePublishing("<item><guid>a</guid><title>Before</title></item>");

        assertThat(published("<item><guid>b</guid><title>Something else</title></item>"))
                .isEqualTo(1);
        assertThat(published("<item><guid>a</guid><title>After</title></item>")).isEqualTo(1);
        assertThat(versions()).containsExactly(1, 2);
    }

    @Test
    void nothingMoreIsPublishedOnceAnotherInstanceMayPollTheFeed() throws Exception {
        String entries = IntStream.range(0, 1_001)
                .mapToObj(number -> "<item><guid>" + number + "</guid><title>Number " + number + "</title></item>")
                .collect(Collectors.joining());
        ours = 2;

        assertThatThrownBy(() -> published(entries))
                .isInstanceOf(BackendAwayException.class)
                .hasMessageContaining("lease");
        assertThat(versions()).hasSize(1_000);

        ours = Integer.MAX_VALUE;
        assertThat(published(entries)).isEqualTo(1);
        assertThat(versions()).hasSize(1_001).containsOnly(1);
    }

    private void cutOffWhilePublishing(String entries) {
        broker.sendException = new TimeoutException("the broker is away");
        assertThatThrownBy(() -> published(entries)).isInstanceOf(BackendAwayException.class);
        broker.sendException = null;
    }

    private List<Integer> versions() {
        return broker.history().stream()
                .map(message -> EventJson.read(message.value(), NewsItem.class).version())
                .toList();
    }

    private int published(String entries) throws InterruptedException {
        server.serve("post", Rss.feed(entries));
        return poll.poll(feed(), FeedState.of(feed()), null).published();
    }

    private Feed feed() {
        Publisher publisher = new Publisher("Morning Post", "morning-post", SourceKind.NEWS, "KR");
        return new Feed(
                "post",
                "Post",
                URI.create(server.url("post")),
                "en",
                publisher,
                ZoneOffset.UTC,
                true,
                null,
                null,
                null);
    }
}
