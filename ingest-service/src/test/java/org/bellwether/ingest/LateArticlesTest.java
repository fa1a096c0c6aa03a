package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
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
import org.bellwether.ingest.poll.PollReport;
import org.bellwether.ingest.publish.NewsItemPublisher;
import org.bellwether.ingest.raw.MongoRawDocuments;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.messaging.EventJson;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is noted of articles that could not be read, when things go wrong around it. */
class LateArticlesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration UNTIL_DUE = Duration.ofMinutes(11);

    private static final String ARTICLE = "<html><body><article>"
            + "<p>The two ministers agreed on Friday on a list of goods that are to be free of duties from next year on.</p>"
            + "<p>Steel is not among them, as both had said before, and neither are cars, which are to be talked of in May.</p>"
            + "</article></body></html>";

    private final PageServer site = new PageServer();
    private final FeedFetcher fetcher = new FeedFetcher(
            FetchLimits.DEFAULT, new AddressPolicy(List.of(Cidr.parse("127.0.0.1/32"))), "Bellwether-Test/1");
    private final EmbeddedStore store;
    private final MongoClient client;
    private final MongoCollection<Document> notes;
    private final FeedPoll poll;
    private int versionsTaken = Integer.MAX_VALUE;
    private final MockProducer<String, byte[]> broker =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
                @Override
                public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> message) {
                    return item(message.value()).version() > versionsTaken
                            ? CompletableFuture.failedFuture(new TimeoutException("away"))
                            : super.send(message);
                }
            };
    private FeedState state = FeedState.of(feed());
    private Instant now = NOON;

    LateArticlesTest(@TempDir Path directory) throws IOException {
        store = EmbeddedStore.start(directory, Address.free());
        client = MongoClients.create(store.connectionString());
        MongoDatabase database = client.getDatabase("ingest");
        notes = database.getCollection("missing_articles");
        Headroom headroom = new Headroom(64L << 20, FetchLimits.DEFAULT.maxBodyBytes(), 1);
        Fetching fetching = Fetching.of(fetcher, headroom);
        ItemMemory memory = Remembering.in(database);
        Intake intake = new Intake(memory, new NewsItemPublisher(broker), fetching.articles(), feed -> true);
        Documents documents = new Documents(new MongoRawDocuments(database, 1), new FeedParser());
        poll = fetching.poll(memory, documents, intake, headroom, () -> now);
    }

    @AfterEach
    void stop() {
        fetcher.close();
        client.close();
        store.close();
        site.close();
    }

    @Test
    void aNoteOfAPollThatPublishedNothingIsGoneOnceTheItemHasItsText() throws Exception {
        site.answer("/a", 503, Map.of());
        serve(entry("/a", 19));
        versionsTaken = 0;
        assertThatThrownBy(this::poll).isInstanceOf(BackendAwayException.class);
        assertThat(notes.countDocuments()).isEqualTo(1);

        versionsTaken = Integer.MAX_VALUE;
        site.serve("/a", "text/html", ARTICLE);
        assertThat(poll().published()).isEqualTo(1);

        assertThat(notes.countDocuments()).isZero();
        now = now.plus(UNTIL_DUE);
        assertThat(poll().published()).isZero();
        assertThat(published())
                .singleElement()
                .satisfies(item -> assertThat(item.text()).startsWith("The two ministers"));
    }

    @Test
    void aNoteThatCannotBeReadHoldsUpNeitherTheFeedNorTheOtherNotes() throws Exception {
        site.answer("/a", 503, Map.of());
        serve(entry("/a", 19));
        poll();
        Date due = Date.from(NOON);
        notes.insertOne(new Document("_id", "without").append("feed", "post").append("due", due));
        notes.insertOne(new Document("_id", "other")
                .append("feed", "post")
                .append("due", due)
                .append("since", due)
                .append("tries", "one")
                .append("item", new Binary("{}".getBytes(StandardCharsets.UTF_8))));
        site.serve("/a", "text/html", ARTICLE);
        now = now.plus(UNTIL_DUE);

        assertThat(poll().published()).isEqualTo(1);

        assertThat(published()).extracting(NewsItem::version).containsExactly(1, 2);
        assertThat(notes.countDocuments()).isZero();
    }

    @Test
    void whatAPollFoundOutIsKeptWhenALateTextCannotBePublishedWithIt() throws Exception {
        site.answer("/a", 503, Map.of());
        serve(entry("/a", 17));
        poll();
        site.serve("/a", "text/html", ARTICLE);
        serve(entry("/b", 18), entry("/c", 19));
        now = now.plus(UNTIL_DUE);
        versionsTaken = 1;

        PollReport report = poll();

        assertThat(report.lost()).isTrue();
        assertThat(report.published()).isEqualTo(2);
        assertThat(notes.countDocuments()).isEqualTo(1);
        versionsTaken = Integer.MAX_VALUE;
        assertThat(poll().published()).isEqualTo(1);
        assertThat(published()).extracting(NewsItem::version).containsExactly(1, 1, 1, 2);
        assertThat(published().get(3).text()).startsWith("The two ministers");
        assertThat(notes.countDocuments()).isZero();
        assertThat(poll().published()).isZero();
    }

    private PollReport poll() throws InterruptedException {
        PollReport report = poll.poll(feed(), state, null);
        state = report.state();
        return report;
    }

    private void serve(String... entries) {
        site.serve("/feed", "text/xml", Rss.feed(entries));
    }

    private List<NewsItem> published() {
        return broker.history().stream().map(message -> item(message.value())).toList();
    }

    private static NewsItem item(byte[] message) {
        return EventJson.read(message, NewsItem.class);
    }

    private Feed feed() {
        URI url = site.url("/feed");
        Publisher publisher = new Publisher("Post", "post", SourceKind.NEWS, "KR");
        ZoneId zone = ZoneId.of("Asia/Seoul");
        return new Feed("post", "Post", url, "en", publisher, zone, true, null, null, null, true, null);
    }

    /** An entry of that day of November. */
    private String entry(String path, int day) {
        return "<item><title>Entry of " + path + "</title><link>" + site.url(path)
                + "</link><description>Ministers met.</description><pubDate>" + day
                + " Nov 2026 10:00:00 GMT</pubDate></item>";
    }
}
