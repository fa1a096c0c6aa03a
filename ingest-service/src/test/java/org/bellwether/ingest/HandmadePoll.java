package org.bellwether.ingest;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bellwether.egress.AddressPolicy;
import org.bellwether.egress.Cidr;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedStore;
import org.bellwether.events.NewsItem;
import org.bellwether.ingest.article.ArticleLimits;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FetchLimits;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.poll.Documents;
import org.bellwether.ingest.poll.FeedPoll;
import org.bellwether.ingest.poll.Intake;
import org.bellwether.ingest.poll.ItemMemory;
import org.bellwether.ingest.poll.Replay;
import org.bellwether.ingest.publish.NewsItemPublisher;
import org.bellwether.ingest.raw.MongoRawDocuments;
import org.bellwether.messaging.EventJson;

/** Polls of feeds on this machine, one at a time, by a clock and a broker of the test, put together by hand from the real parts. */
final class HandmadePoll implements AutoCloseable {

    private final EmbeddedStore store;
    private final MongoClient client;
    private final FeedFetcher fetcher = new FeedFetcher(
            FetchLimits.DEFAULT, new AddressPolicy(List.of(Cidr.parse("127.0.0.1/32"))), "Bellwether-Test/1");
    private final Headroom headroom = new Headroom(64L << 20, FetchLimits.DEFAULT.maxBodyBytes(), 1);
    private final Fetching usual = Fetching.of(fetcher, headroom);
    private final MockProducer<String, byte[]> broker;
    private final InstantSource clock;
    private final ItemMemory memory;
    private final MongoRawDocuments raw;

    /**
     * @param directory of its store
     * @param broker that has what is published
     */
    HandmadePoll(Path directory, MockProducer<String, byte[]> broker, InstantSource clock) throws IOException {
        this.broker = broker;
        this.clock = clock;
        store = EmbeddedStore.start(directory, Address.free());
        client = MongoClients.create(store.connectionString());
        memory = Remembering.in(database());
        raw = new MongoRawDocuments(database(), 3);
    }

    /** A broker that takes everything. */
    static MockProducer<String, byte[]> broker() {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    MongoDatabase database() {
        return client.getDatabase("ingest");
    }

    ItemMemory memory() {
        return memory;
    }

    MongoRawDocuments raw() {
        return raw;
    }

    /** With three articles for each poll. */
    FeedPoll poll() {
        return poll(usual);
    }

    /** With as many articles for each poll. */
    FeedPoll poll(ArticleLimits limits) {
        return poll(Fetching.of(fetcher, headroom, limits));
    }

    private FeedPoll poll(Fetching fetching) {
        return fetching.poll(memory, documents(), intake(fetching), headroom, clock);
    }

    Replay replay() {
        return new Replay(documents(), intake(usual), headroom, Duration.ofDays(90), clock);
    }

    private Intake intake(Fetching fetching) {
        return new Intake(memory, new NewsItemPublisher(broker), fetching.articles(), feed -> true);
    }

    private Documents documents() {
        return new Documents(raw, new FeedParser());
    }

    /** What was published, in that order. */
    List<NewsItem> published() {
        return broker.history().stream()
                .map(message -> EventJson.read(message.value(), NewsItem.class))
                .toList();
    }

    @Override
    public void close() {
        fetcher.close();
        client.close();
        store.close();
    }
}
