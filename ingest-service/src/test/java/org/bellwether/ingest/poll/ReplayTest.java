package org.bellwether.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bellwether.egress.AddressPolicy;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedStore;
import org.bellwether.events.NewsItem;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.bellwether.ingest.Fetching;
import org.bellwether.ingest.Remembering;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.fetch.Chain;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FeedHeaders;
import org.bellwether.ingest.fetch.FetchLimits;
import org.bellwether.ingest.fetch.Fetched;
import org.bellwether.ingest.fetch.ServerHints;
import org.bellwether.ingest.fetch.Validators;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.item.FeedReading;
import org.bellwether.ingest.parse.FeedDocument;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.parse.ParsedFeed;
import org.bellwether.ingest.publish.NewsItemPublisher;
import org.bellwether.ingest.raw.MongoRawDocuments;
import org.bellwether.ingest.raw.RawDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kept documents of one feed, read once more after the parser learnt to find the link that all its notices have. */
class ReplayTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Feed FEED = new Feed(
            "post",
            "Post",
            URI.create("https://post.example/rss"),
            "en",
            new Publisher("Morning Post", "morning-post", SourceKind.NEWS, "KR"),
            ZoneOffset.UTC,
            true,
            null,
            null,
            null);

    private final EmbeddedStore store;
    private final MongoClient client;
    private final MongoDatabase database;
    private final FeedFetcher fetcher = new FeedFetcher(FetchLimits.DEFAULT, new AddressPolicy(List.of()), "Test/1");
    private final Headroom headroom = new Headroom(64L << 20, FetchLimits.DEFAULT.maxBodyBytes(), 1);
    private final MongoRawDocuments raw;
    private final Documents documents;
    private final Intake intake;
    private final Replay replay;
    private Instant now = NOON;

    ReplayTest(@TempDir Path directory) throws IOException {
        store = EmbeddedStore.start(directory, Address.free());
        client = MongoClients.create(store.connectionString());
        database = client.getDatabase("ingest");
        raw = new MongoRawDocuments(database, 4);
        NewsItemPublisher publisher = new NewsItemPublisher(
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()));
        intake = new Intake(
                Remembering.in(database),
                publisher,
                Fetching.of(fetcher, headroom).articles(),
                feed -> true);
        documents = new Documents(raw, new FeedParser());
        replay = new Replay(documents, intake, headroom, Duration.ofDays(90), () -> now);
    }

    @AfterEach
    void stop() {
        fetcher.close();
        client.close();
        store.close();
    }

    @Test
    void anEntryIsTheItemThatItIsAmongAllOfItsDocument() throws Exception {
        takeIn("One", "Two");
        takeIn("Two", "Three");

        Replay.Result result = replay.publish(replay.read(FEED), Articles.NONE);

        assertThat(result.items()).isEmpty();
        assertThat(result.entries()).isEqualTo(3);
    }

    @Test
    void aDocumentOlderThanWhatIsRememberedIsPassedOver() throws Exception {
        takeIn("One", "Two");
        now = NOON.plus(Duration.ofDays(80));
        takeIn("Two", "Three");
        database.getCollection("seen_items").drop();
        now = NOON.plus(Duration.ofDays(100));

        Replay.Result result = replay.judge(replay.read(FEED));

        assertThat(result.documents()).isEqualTo(1);
        assertThat(result.items()).extracting(NewsItem::title).containsExactly("Two", "Three");
    }

    @Test
    void whatCannotBeReadPushesOutNothingThatCan() throws Exception {
        takeIn("One", "Two");
        takeIn("Two", "Three");
        for (int visit = 0; visit < 5; visit++) {
            now = now.plusSeconds(60);
            documents.fetched(FEED, page("<html><title>Just a moment " + visit + "</title></html>"), now);
        }
        documents.fetched(FEED, page(new String(document("", "Four"), StandardCharsets.UTF_8)), now.plusSeconds(60));

        Replay.Reread reread = replay.read(FEED);

        assertThat(reread.leaves()).hasSize(3);
        assertThat(reread.unreadable()).extracting(Replay.Unread::at).containsExactly(now);
    }

    private static Fetched page(String body) {
        return new Fetched(
                FEED.url(),
                200,
                new FeedHeaders(Map.of()),
                body.getBytes(StandardCharsets.UTF_8),
                Validators.NONE,
                Chain.NONE,
                ServerHints.NONE,
                0);
    }

    /** As an earlier parser read it, which found no links. */
    private void takeIn(String... titles) {
        ParsedFeed parsed = (ParsedFeed) new FeedParser()
                .parse(
                        new FeedDocument(document("", titles), "application/rss+xml", Map.of(), FEED.url()),
                        FEED.zone(),
                        now);
        intake.take(FEED, parsed, new FeedReading(now, false), Articles.NONE);
        byte[] body = document("<link>https://post.example/notices</link>", titles);
        raw.keep(FEED.id(), new RawDocument(now, FEED.url(), Map.of("content-type", "application/rss+xml"), body));
        now = now.plusSeconds(60);
    }

    private static byte[] document(String link, String... titles) {
        return Stream.of(titles)
                .map(title -> "<item><title>" + title + "</title>" + link + "<description>" + title
                        + " in brief</description></item>")
                .collect(
                        Collectors.joining("", "<rss version=\"2.0\"><channel><title>Post</title>", "</channel></rss>"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
