package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bellwether.ingest.Rss.feed;
import static org.bellwether.ingest.Rss.item;

import com.mongodb.MongoSocketWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bellwether.events.NewsItem;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.events.Topic;
import org.bellwether.testkit.EmbeddedStack;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is left of the items when the service ends, or what it needs is away, at the worst moment. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(PolledFeeds.class)
class RecoveryTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** Which of a line's bulk writes to the seen items it is. */
    private static final int MARK = 1;

    private static final Duration OFTEN = Duration.ofMillis(300);

    private final FeedServer server = PolledFeeds.server();

    @Test
    void anItemPublishedButNotMarkedComesOnceMoreUnderTheSameIdAndVersion() {
        server.serve("unmarked", feed(item("u1", "Published, then the lights went out")));
        AtomicInteger writes = new AtomicInteger();
        try (HandmadeLine line = line("crash", store -> failingMark(store, writes, () -> {}), "unmarked")) {
            await().atMost(SOON).until(() -> line.stateOf("unmarked").counts().polls() >= 3);
        }

        List<ConsumerRecord<String, byte[]>> records = records("unmarked");
        assertThat(writes).hasValueGreaterThan(MARK);
        assertThat(records).hasSize(2);
        assertThat(records.stream().map(found -> TopicReader.header(found, "ce_id")))
                .containsOnly(records.get(0).key() + "/1");
    }

    @Test
    void anItemPublishedButNotMarkedAndCorrectedMeanwhileIsTheNextVersion() {
        server.serve("overtaken", feed(item("o1", "Published, then the lights went out")));
        Runnable correct = () -> server.serve("overtaken", feed(item("o1", "Corrected in the dark")));
        try (HandmadeLine line =
                line("overtaken", store -> failingMark(store, new AtomicInteger(), correct), "overtaken")) {
            await().atMost(SOON).until(() -> line.stateOf("overtaken").counts().polls() >= 3);
        }

        List<ConsumerRecord<String, byte[]>> records = records("overtaken");
        String id = records.get(0).key();
        assertThat(records.stream().map(found -> TopicReader.header(found, "ce_id")))
                .containsExactly(id + "/1", id + "/2");
        assertThat(TopicReader.items("overtaken"))
                .extracting(NewsItem::title)
                .containsExactly("Published, then the lights went out", "Corrected in the dark");
    }

    @Test
    void aRestartPublishesOnlyWhatIsNew() {
        server.serve("restarted", feed(item("r1", "Before the restart")));
        try (HandmadeLine line = line("restart", UnaryOperator.identity(), "restarted")) {
            await().atMost(SOON).until(() -> line.stateOf("restarted").counts().published() == 1);
        }
        server.serve("restarted", feed(item("r1", "Before the restart"), item("r2", "After the restart")));
        try (HandmadeLine line = line("restart", UnaryOperator.identity(), "restarted")) {
            await().atMost(SOON).until(() -> line.stateOf("restarted").counts().published() == 2);
            long polls = line.stateOf("restarted").counts().polls();
            await().atMost(SOON).until(() -> line.stateOf("restarted").counts().polls() >= polls + 3);
        }

        assertThat(TopicReader.items("restarted"))
                .extracting(NewsItem::title)
                .containsExactlyInAnyOrder("Before the restart", "After the restart");
    }

    @Test
    void aFeedThatLeftTheCatalogueIsTakenBack() {
        server.serve("stays", feed(item("s1", "In the catalogue")));
        server.serve("leaves", feed(item("l1", "In the catalogue until the restart")));
        String database = "bellwether-ingest-removed";
        try (HandmadeLine line =
                new HandmadeLine(database, UnaryOperator.identity(), OFTEN, Stream.of("stays", "leaves"))) {
            await().atMost(SOON).until(() -> line.stateOf("leaves").counts().published() == 1);
        }
        try (HandmadeLine line = new HandmadeLine(database, UnaryOperator.identity(), OFTEN, Stream.of("stays"))) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(lastStatus("leaves")).isNull());
            await().atMost(SOON).until(() -> line.stateOf("stays").counts().polls() >= 2);
        }
        assertThat(lastStatus("leaves")).isNull();
        assertThat(lastStatus("stays")).isNotNull();

        try (HandmadeLine line = new HandmadeLine(database, UnaryOperator.identity(), OFTEN, Stream.of("leaves"))) {
            await().atMost(SOON).untilAsserted(() -> {
                assertThat(lastStatus("leaves")).isNotNull();
                assertThat(lastStatus("stays")).isNull();
            });
            assertThat(line.stateOf("leaves").counts().published()).isEqualTo(1);
        }
    }

    private static byte @Nullable [] lastStatus(String feed) {
        return TopicReader.records(Topic.SOURCES).stream()
                .filter(found -> found.key().equals(feed))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .value();
    }

    @Test
    void aPollThatIsCutOffByTheEndOfTheServiceSaysNothingOfItsFeed() {
        server.hold("cut-off", 30);
        HandmadeLine line = line("cut-off", UnaryOperator.identity(), "cut-off");
        try (line) {
            await().atMost(SOON).until(() -> server.asked("cut-off") == 1);
        }

        assertThat(line.stateOf("cut-off").state()).isEqualTo(State.NEW);
    }

    @Test
    void aSavedStateThatCannotBeReadIsPassedOver() {
        server.serve("foreign", feed(item("f1", "Written by another release")));
        UnaryOperator<MongoDatabase> withForeignState = store -> {
            store.getCollection("feeds").insertOne(new Document("_id", "foreign").append("state", "HIBERNATING"));
            return store;
        };
        try (HandmadeLine line = line("foreign", withForeignState, "foreign")) {
            await().atMost(SOON).until(() -> line.stateOf("foreign").counts().published() == 1);
        }
    }

    @Test
    void withBrokerAndStoreAwayAtTheStartItBeginsWhenTheyCome() {
        server.serve("early", feed(item("e1", "Read as soon as there was a line")));
        EmbeddedStack.broker().stop();
        EmbeddedStack.store().stop();
        try (HandmadeLine line = line("early", UnaryOperator.identity(), "early")) {
            try {
                await().atMost(SOON).until(() -> isAway(line));
            } finally {
                EmbeddedStack.store().restart();
                EmbeddedStack.broker().restart();
            }
            await().atMost(SOON).until(() -> line.stateOf("early").counts().published() == 1);
        }

        assertThat(TopicReader.items("early").stream().map(NewsItem::id).distinct())
                .hasSize(1);
    }

    @Test
    void manyFeedsOfOneHostKeepTheirRhythmOfASecond() {
        List<String> feeds = IntStream.range(0, 220).mapToObj(n -> "many-" + n).toList();
        feeds.forEach(feed -> server.serve(feed, feed(item(feed, "One of many"))));
        try (HandmadeLine line =
                new HandmadeLine("many", UnaryOperator.identity(), Duration.ofSeconds(1), feeds.stream())) {
            await().atMost(SOON).until(() -> line.fewestPolls() >= 2);
            long before = line.fewestPolls();

            await().atMost(SOON).until(() -> line.fewestPolls() >= before + 3);

            // Not a matter of how fast this machine is: who is due longest is next.
            assertThat(line.headStart()).isLessThanOrEqualTo(2);
        }
    }

    private static HandmadeLine line(String database, UnaryOperator<MongoDatabase> toTheStore, String feed) {
        return new HandmadeLine("bellwether-ingest-" + database, toTheStore, OFTEN, Stream.of(feed));
    }

    private static boolean isAway(HandmadeLine line) {
        return Stream.of(line.backends().brokerTrouble(), line.backends().storeTrouble())
                .allMatch(trouble -> trouble.isPresent() && !trouble.get().contains("not asked"));
    }

    private static List<ConsumerRecord<String, byte[]>> records(String feed) {
        return TopicReader.records(Topic.NEWS_ITEMS).stream()
                .filter(found -> TopicReader.header(found, "ce_source").endsWith("/" + feed))
                .toList();
    }

    /** The store as it is, but for the first mark of what was published, during which the line to it breaks. */
    static MongoDatabase failingMark(MongoDatabase store, AtomicInteger writes, Runnable meanwhile) {
        return through(MongoDatabase.class, store, "getCollection", () -> {}, found -> {
            return found instanceof MongoCollection<?> collection
                            && collection.getNamespace().getCollectionName().equals("seen_items")
                    ? through(
                            MongoCollection.class,
                            collection,
                            "bulkWrite",
                            () -> breakAtTheMark(writes, meanwhile),
                            same -> same)
                    : found;
        });
    }

    private static void breakAtTheMark(AtomicInteger writes, Runnable meanwhile) {
        if (writes.incrementAndGet() == MARK) {
            meanwhile.run();
            throw new MongoSocketWriteException("broken line", new ServerAddress(), new IOException("broken pipe"));
        }
    }

    private static <T> T through(
            Class<T> type, Object target, String method, Runnable before, UnaryOperator<Object> after) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    boolean meant = called.getName().equals(method);
                    if (meant) {
                        before.run();
                    }
                    try {
                        Object answer = called.invoke(target, arguments);
                        return meant ? after.apply(answer) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
