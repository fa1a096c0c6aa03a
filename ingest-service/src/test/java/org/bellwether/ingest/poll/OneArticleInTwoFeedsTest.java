package org.bellwether.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FetchLimits;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.item.FeedReading;
import org.bellwether.ingest.parse.FeedDocument;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.parse.ParsedFeed;
import org.bellwether.ingest.publish.NewsItemPublisher;
import org.bellwether.messaging.EventJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two feeds of one owner that bring the same article at the same moment, when neither is remembered. */
class OneArticleInTwoFeedsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String LINK = "https://post.example/2026/talks";

    private final EmbeddedStore store;
    private final MongoClient client;
    private final FeedFetcher fetcher = new FeedFetcher(FetchLimits.DEFAULT, new AddressPolicy(List.of()), "Test/1");
    private final Headroom headroom = new Headroom(64L << 20, FetchLimits.DEFAULT.maxBodyBytes(), 1);
    private final MockProducer<String, byte[]> broker =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

    OneArticleInTwoFeedsTest(@TempDir Path directory) throws IOException {
        store = EmbeddedStore.start(directory, Address.free());
        client = MongoClients.create(store.connectionString());
    }

    @AfterEach
    void stop() {
        fetcher.close();
        client.close();
        store.close();
    }

    @ParameterizedTest
    @CsvSource({
        // The guids are addresses, and no two alike.
        "1, https://post.example/?p=1, https://post.example/world/?p=1",
        "2, https://post.example/?p=1, https://post.example/world/?p=1",
        // One names the article by its guid, the other by its link.
        "1, https://post.example/?p=1, 17",
        "2, https://post.example/?p=1, 17",
        // Both by the link.
        "1, 17, 18",
        "2, 17, 18"
    })
    void publishItOnce(int instances, String guid, String otherGuid) throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        Intake intake = intake(both);
        Intake other = instances == 1 ? intake : intake(both);

        CompletableFuture<Brought> one = taken(intake, "post", guid);
        CompletableFuture<Brought> another = taken(other, "post-world", otherGuid);

        assertThat(one.get(30, TimeUnit.SECONDS).published()
                        + another.get(30, TimeUnit.SECONDS).published())
                .isEqualTo(1);
        assertThat(published()).hasSize(1);
        assertThat(List.of(taken(intake, "post", guid), taken(other, "post-world", otherGuid)))
                .allMatch(again -> again.join().published() == 0);
    }

    @Test
    void publishItsSecondVersionOnce() throws Exception {
        intake(new CountDownLatch(0)).take(feed("post"), parsed("Talks go on", "Briefly"), reading(0), Articles.NONE);
        String more = "Briefly, and a good deal more about who said what to whom, and when, and why";
        CountDownLatch both = new CountDownLatch(2);
        Intake one = intake(both);
        Intake another = intake(both);

        CompletableFuture<Brought> corrected = CompletableFuture.supplyAsync(
                () -> one.take(feed("post"), parsed("Talks break down", "Briefly"), reading(60), Articles.NONE));
        CompletableFuture<Brought> longer = CompletableFuture.supplyAsync(
                () -> another.take(feed("post-world"), parsed("Talks go on", more), reading(60), Articles.NONE));
        corrected.get(30, TimeUnit.SECONDS);
        longer.get(30, TimeUnit.SECONDS);

        assertThat(published().stream().map(item -> item.id() + "/" + item.version()))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(1);
        assertThat(published()).extracting(NewsItem::title).contains("Talks break down");
    }

    private static FeedReading reading(int seconds) {
        return new FeedReading(NOON.plusSeconds(seconds), false);
    }

    private CompletableFuture<Brought> taken(Intake intake, String feedId, String guid) {
        Feed feed = feed(feedId);
        return CompletableFuture.supplyAsync(
                () -> intake.take(feed, parsed(feed, guid), new FeedReading(NOON, false), Articles.NONE));
    }

    /** Of an instance whose look at what is remembered takes until the other has looked, too, or surely waits for its turn. */
    private Intake intake(CountDownLatch both) {
        return new Intake(
                Remembering.in(meeting(client.getDatabase("ingest"), both)),
                new NewsItemPublisher(broker),
                Fetching.of(fetcher, headroom).articles(),
                feed -> true);
    }

    private static MongoDatabase meeting(MongoDatabase database, CountDownLatch both) {
        return proxy(MongoDatabase.class, database, "getCollection", found -> {
            MongoCollection<?> collection = (MongoCollection<?>) found;
            return collection.getNamespace().getCollectionName().equals("item_keys")
                    ? proxy(MongoCollection.class, collection, "find", same -> {
                        both.countDown();
                        await(both);
                        return same;
                    })
                    : found;
        });
    }

    private static void await(CountDownLatch both) {
        try {
            both.await(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T proxy(
            Class<T> type, Object target, String method, java.util.function.UnaryOperator<Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    try {
                        Object result = called.invoke(target, arguments);
                        return called.getName().equals(method) ? answer.apply(result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private List<NewsItem> published() {
        return broker.history().stream()
                .map(message -> EventJson.read(message.value(), NewsItem.class))
                .toList();
    }

    private static ParsedFeed parsed(String title, String text) {
        String document = "<rss version=\"2.0\"><channel><title>Post</title><item><guid>" + LINK + "</guid><title>"
                + title + "</title><link>" + LINK + "</link><description>" + text
                + "</description></item></channel></rss>";
        return read(feed("post"), document);
    }

    private static ParsedFeed parsed(Feed feed, String guid) {
        String document = "<rss version=\"2.0\"><channel><title>Post</title><link>https://post.example/</link>"
                + "<item><guid>" + guid.replace("&", "&amp;") + "</guid><title>Talks go on</title><link>" + LINK
                + "</link><pubDate>Fri, 20 Nov 2026 09:00:00 +0900</pubDate></item></channel></rss>";
        return read(feed, document);
    }

    private static ParsedFeed read(Feed feed, String document) {
        return (ParsedFeed) new FeedParser()
                .parse(
                        new FeedDocument(
                                document.getBytes(StandardCharsets.UTF_8), "application/rss+xml", Map.of(), feed.url()),
                        feed.zone(),
                        NOON);
    }

    private static Feed feed(String id) {
        return new Feed(
                id,
                id,
                URI.create("https://post.example/" + id),
                "en",
                new Publisher("Morning Post", "morning-post", SourceKind.NEWS, "KR"),
                ZoneOffset.UTC,
                true,
                null,
                null,
                null);
    }
}
