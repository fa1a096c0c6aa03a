package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
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
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FetchLimits;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.poll.Articles;
import org.bellwether.ingest.poll.Documents;
import org.bellwether.ingest.poll.FeedPoll;
import org.bellwether.ingest.poll.Intake;
import org.bellwether.ingest.poll.ItemMemory;
import org.bellwether.ingest.poll.Replay;
import org.bellwether.ingest.publish.NewsItemPublisher;
import org.bellwether.ingest.raw.MongoRawDocuments;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.ingest.state.History;
import org.bellwether.ingest.state.MongoFeedStates;
import org.bellwether.messaging.EventJson;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes known of a feed by being polled again and again. */
class WhatPollsShowTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final FeedServer server = new FeedServer();
    private final FeedFetcher fetcher = new FeedFetcher(
            FetchLimits.DEFAULT, new AddressPolicy(List.of(Cidr.parse("127.0.0.1/32"))), "Bellwether-Test/1");
    private final EmbeddedStore store;
    private final MongoClient client;
    private final MongoDatabase database;
    private final FeedPoll poll;
    private final Replay replay;
    private final Set<String> tooLarge = new HashSet<>();
    private final MockProducer<String, byte[]> broker =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
                @Override
                public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> message) {
                    String title =
                            EventJson.read(message.value(), NewsItem.class).title();
                    return tooLarge.contains(title)
                            ? CompletableFuture.failedFuture(new RecordTooLargeException(title))
                            : super.send(message);
                }
            };
    private Instant now = NOON;
    private FeedState state = FeedState.of(feed());

    WhatPollsShowTest(@TempDir Path directory) throws IOException {
        store = EmbeddedStore.start(directory, Address.free());
        client = MongoClients.create(store.connectionString());
        database = client.getDatabase("ingest");
        MongoRawDocuments raw = new MongoRawDocuments(database, 2);
        Headroom headroom = new Headroom(64L << 20, FetchLimits.DEFAULT.maxBodyBytes(), 1);
        Fetching fetching = Fetching.of(fetcher, headroom);
        ItemMemory memory = Remembering.in(database);
        Intake intake = new Intake(memory, new NewsItemPublisher(broker), fetching.articles(), feed -> true);
        Documents documents = new Documents(raw, new FeedParser());
        poll = fetching.poll(memory, documents, intake, headroom, () -> now);
        replay = new Replay(documents, intake, headroom, Duration.ofDays(90), () -> now);
    }

    @AfterEach
    void stop() {
        fetcher.close();
        client.close();
        store.close();
        server.close();
    }

    @Test
    void aWindowInWhichNothingHadBeenSeenIsAPossibleLoss() throws Exception {
        pollOf(items(1, 5));
        assertThat(conditions()).isEmpty();

        now = now.plus(Duration.ofMinutes(10));
        pollOf(items(4, 8));
        assertThat(conditions()).isEmpty();

        now = now.plus(Duration.ofMinutes(10));
        pollOf(items(10, 15));
        assertThat(conditions()).containsExactly("possible-loss");
        assertThat(state.state()).isEqualTo(State.DEGRADED);
        assertThat(state.learnt().losses().count()).isEqualTo(1);
        assertThat(state.learnt().losses().after()).isEqualTo(published(8));
        assertThat(state.learnt().losses().before()).isEqualTo(published(10));
        assertThat(state.conditions().get(0).figures())
                .containsExactly(
                        String.valueOf(state.learnt().losses().at()),
                        published(8).toString(),
                        published(10).toString());
        assertThat(state.learnt().tempo().cover(now).orElseThrow()).isLessThanOrEqualTo(Duration.ofMinutes(10));

        now = now.plus(Duration.ofHours(25));
        pollOf(items(10, 15));
        assertThat(conditions()).doesNotContain("possible-loss");
        assertThat(state.learnt().losses().count()).isEqualTo(1);
    }

    @Test
    void whatAnotherFeedBroughtOrIsPinnedHidesNoLoss() throws Exception {
        pollOf(items(1, 1) + items(20, 28));
        now = now.plus(Duration.ofMinutes(10));
        server.serve("politics", Rss.feed(items(45, 45)));
        poll.poll(feed("politics"), FeedState.of(feed("politics")), null);

        pollOf(items(1, 1) + items(40, 49));

        assertThat(conditions()).containsExactly("possible-loss");
        assertThat(state.learnt().losses().count()).isEqualTo(1);
        assertThat(saved()).isEqualTo(state);
        now = now.plus(Duration.ofMinutes(10));
        pollOf(items(1, 1) + items(49, 58));
        assertThat(state.learnt().losses().count()).isEqualTo(1);
    }

    @Test
    void aPossibleLossOfAPollThatCouldNotBeWrittenDownIsShownByTheNext() throws Exception {
        pollOf(items(1, 5));
        FeedState written = state;
        now = now.plus(Duration.ofMinutes(10));
        pollOf(items(10, 15));
        assertThat(conditions()).containsExactly("possible-loss");

        state = written;
        now = now.plus(Duration.ofMinutes(1));
        poll();

        assertThat(conditions()).containsExactly("possible-loss");
        now = now.plus(Duration.ofMinutes(10));
        pollOf(items(10, 16));
        assertThat(state.learnt().losses().count()).isEqualTo(1);
    }

    @Test
    void norIsThatOfAPollDuringWhichTheBrokerWentForgotten() throws Exception {
        pollOf(items(1, 5));
        now = now.plus(Duration.ofMinutes(10));
        broker.sendException = new TimeoutException("no broker");
        assertThatThrownBy(() -> pollOf(items(10, 15))).isInstanceOf(BackendAwayException.class);

        broker.sendException = null;
        now = now.plus(Duration.ofMinutes(1));
        poll();

        assertThat(conditions()).containsExactly("possible-loss");
    }

    @Test
    void anEntryThatSaysNothingIsNewsAtNoReading() throws Exception {
        String nothing = "<item><guid isPermaLink=\"false\">n</guid><link>https://post.example/n</link></item>";
        pollOf(items(1, 3) + nothing);
        now = now.plus(Duration.ofHours(1));

        pollOf(nothing + items(1, 3));

        assertThat(state.history().lines()).hasSize(2);
        assertThat(state.learnt().tempo().lastFresh()).isEqualTo(NOON);
    }

    @Test
    void aFeedThatWasEmptyLosesNothingWhenItFills() throws Exception {
        pollOf("");
        assertThat(conditions()).containsExactly("no-entries");
        pollOf(items(1, 3));

        assertThat(state.learnt().losses().count()).isZero();
    }

    @Test
    void aFeedThatMovedIsReadAtItsNewAddressOnceThatIsSure() throws Exception {
        server.move("post", "new");
        for (int i = 1; i <= 5; i++) {
            assertThat(state.address()).isEqualTo(feed().url());
            server.serve("new", Rss.feed(items(i, i + 3)));
            poll();
        }
        assertThat(state.address()).isEqualTo(URI.create(server.url("new")));
        int asked = server.asked("post");
        poll();
        assertThat(server.asked("post")).isEqualTo(asked);
        assertThat(conditions()).containsExactly("moved");
        assertThat(saved().address()).isEqualTo(state.address());

        server.fail("new", 404);
        for (int i = 0; i < 3; i++) {
            poll();
        }
        assertThat(state.address()).isEqualTo(feed().url());
    }

    @Test
    void thatNothingHasChangedBehindARedirectNeitherConfirmsNorDeniesThatAFeedMoved() throws Exception {
        server.move("post", "new");
        for (int i = 1; i <= 5; i++) {
            assertThat(state.address()).isEqualTo(feed().url());
            server.serve("new", Rss.feed(items(i, i + 3)));
            poll();
            poll();
        }

        assertThat(server.unchanged("new")).isEqualTo(5);
        assertThat(state.address()).isEqualTo(URI.create(server.url("new")));
    }

    @Test
    void aFailureIsOverWithTheNextAnswerAndWhatWasWrongWithTheDocumentIsBack() throws Exception {
        server.serve("post", Rss.feed(items(1, 3)).replace("UTF-8", "klingon"));
        poll();
        server.fail("post", 503);
        poll();
        assertThat(conditions()).containsExactly("server-error");
        server.serve("post", Rss.feed(items(1, 3)).replace("UTF-8", "klingon"));
        poll();

        assertThat(state.history().lines().get(2).outcome()).isEqualTo("unchanged");
        assertThat(conditions()).containsExactly("unknown-charset");
        assertThat(saved()).isEqualTo(state);
    }

    @Test
    void theHistoryTellsOfManyPollsInFewLines() throws Exception {
        pollOf(items(1, 3));
        for (int i = 0; i < 50; i++) {
            now = now.plusSeconds(60);
            poll();
        }
        server.fail("post", 503);
        poll();
        poll();

        assertThat(state.history().lines())
                .extracting(History.Line::outcome, History.Line::times, History.Line::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("read", 1, null),
                        org.assertj.core.groups.Tuple.tuple("unchanged", 50, null),
                        org.assertj.core.groups.Tuple.tuple("failed", 2, "server-error"));
        assertThat(saved()).isEqualTo(state);
    }

    @Test
    void whatIsKeptOfAFeedCanBeReadAgain() throws Exception {
        pollOf(items(1, 3));
        now = now.plusSeconds(60);
        pollOf(items(2, 4));
        now = now.plusSeconds(60);
        pollOf(items(3, 5));
        now = now.plusSeconds(60);
        server.servePage("post", "<html><head><title>Down</title></head><body>Later</body></html>");
        poll();
        assertThat(replay.publish(replay.read(feed()), Articles.NONE).items()).isEmpty();
        database.getCollection("seen_items").drop();

        Replay.Result judged = replay.judge(replay.read(feed()));
        // Of those that could be read the last two, whatever came behind them.
        assertThat(judged.documents()).isEqualTo(3);
        assertThat(judged.unreadable()).extracting(Replay.Unread::at).containsExactly(now);
        assertThat(judged.items())
                .extracting(NewsItem::title)
                .containsExactly("Talks 2", "Talks 3", "Talks 4", "Talks 5");
        assertThat(judged.items())
                .extracting(NewsItem::fetched)
                .containsExactly(
                        NOON.plusSeconds(60), NOON.plusSeconds(120), NOON.plusSeconds(120), NOON.plusSeconds(120));

        assertThat(replay.publish(replay.read(feed()), Articles.NONE).items()).hasSize(4);
        assertThat(replay.publish(replay.read(feed()), Articles.NONE).items()).isEmpty();
    }

    @Test
    void aReplayTellsWhatWasPublishedAndWhatWasNot() throws Exception {
        pollOf(items(1, 4));
        database.getCollection("seen_items").deleteMany(new Document("published", Date.from(published(2))));
        database.getCollection("seen_items").deleteMany(new Document("published", Date.from(published(3))));
        tooLarge.add("Talks 3");

        Replay.Result told = replay.judge(replay.read(feed()));
        assertThat(told.items()).extracting(NewsItem::title).containsExactly("Talks 2", "Talks 3");

        Replay.Result done = replay.publish(replay.read(feed()), Articles.NONE);
        assertThat(done.items()).extracting(NewsItem::title).containsExactly("Talks 2");
        assertThat(done.refused()).containsValue("Talks 3").hasSize(1);
        assertThat(done.unchanged()).isEqualTo(2);
        assertThat(done.entries()).isEqualTo(4);
    }

    private void pollOf(String items) throws InterruptedException {
        server.serve("post", Rss.feed(items));
        poll();
    }

    private void poll() throws InterruptedException {
        state = poll.poll(feed(), state, null).state();
    }

    private FeedState saved() {
        MongoFeedStates states = new MongoFeedStates(database);
        states.save(state);
        return states.all().get(0);
    }

    private List<String> conditions() {
        return state.conditions().stream().map(Condition::code).toList();
    }

    private static Instant published(int number) {
        return NOON.minus(Duration.ofDays(1)).plus(Duration.ofMinutes(number));
    }

    private static String items(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> "<item><title>Talks " + number + "</title><link>https://post.example/" + number
                        + "</link><pubDate>" + published(number) + "</pubDate></item>")
                .collect(Collectors.joining());
    }

    private Feed feed() {
        return feed("post");
    }

    private Feed feed(String id) {
        return new Feed(
                id,
                "Post",
                URI.create(server.url(id)),
                "en",
                new Publisher("Morning Post", "morning-post", SourceKind.NEWS, "KR"),
                ZoneOffset.UTC,
                true,
                null,
                null,
                null);
    }
}
