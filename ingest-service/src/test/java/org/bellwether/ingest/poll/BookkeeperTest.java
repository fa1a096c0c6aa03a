package org.bellwether.ingest.poll;

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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedStore;
import org.bellwether.events.SourceStatus;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.Severity;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.SampleFeed;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.fetch.Validators;
import org.bellwether.ingest.publish.SourceStatusPublisher;
import org.bellwether.ingest.schedule.NextPoll;
import org.bellwether.ingest.state.Answer;
import org.bellwether.ingest.state.FeedBoard;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.ingest.state.History;
import org.bellwether.ingest.state.Learnt;
import org.bellwether.ingest.state.MongoFeedStates;
import org.bellwether.messaging.EventJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several instances tell of feeds, of which each has its part, and not all of the same catalogue. */
class BookkeeperTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static EmbeddedStore store;
    private static MongoClient client;

    private final MongoDatabase database = client.getDatabase("books-" + UUID.randomUUID());
    private final MongoFeedStates saved = new MongoFeedStates(database);
    private Instant now = NOON;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        store = EmbeddedStore.start(directory, Address.free());
        client = MongoClients.create(store.connectionString());
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    /** One instance: what it holds, what it has in its catalogue, what it tells. */
    private final class Instance implements Part {

        private Runnable beforeNextSending = () -> {};
        private final MockProducer<String, byte[]> producer =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
                    @Override
                    public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> status) {
                        Runnable before = beforeNextSending;
                        beforeNextSending = () -> {};
                        before.run();
                        return super.send(status);
                    }
                };
        private final Set<String> holds = new HashSet<>();
        private Catalogue catalogue;
        private boolean alone;
        private final FeedBoard board = new FeedBoard(() -> catalogue);
        private final Bookkeeper books =
                new Bookkeeper(board, saved, new SourceStatusPublisher(producer), this, () -> now);

        private Instance(String... catalogue) {
            this.catalogue = catalogue(catalogue);
        }

        private Instance holding(String... ids) {
            holds.clear();
            holds.addAll(List.of(ids));
            return this;
        }

        private Instance alone() {
            alone = true;
            return this;
        }

        @Override
        public boolean has(URI feed) {
            return alone || holds.contains(feed.getHost().replace(".example", ""));
        }

        @Override
        public boolean isWhole() {
            return alone;
        }

        /** What it does at its start, and whenever its share or the catalogue changes. */
        private void follow() {
            while (books.announce()) {
                // There are more.
            }
            books.withdrawGone(Set.of());
        }

        /** What was told of the feed last. */
        private SourceStatus lastTold(String id) {
            return producer.history().stream()
                    .filter(sent -> sent.key().equals(id))
                    .reduce((earlier, later) -> later)
                    .map(sent -> EventJson.read(sent.value(), SourceStatus.class))
                    .orElseThrow();
        }

        private List<String> told() {
            List<String> told = new ArrayList<>();
            producer.history().forEach(sent -> told.add((sent.value() == null ? "-" : "+") + sent.key()));
            producer.clear();
            return told;
        }
    }

    @Test
    void eachTellsOfItsOwnPartAndOnceAsLongAsItHasIt() {
        Instance one = new Instance("a", "b").holding("a");
        Instance other = new Instance("a", "b").holding("b");

        one.follow();
        other.follow();
        one.follow();

        assertThat(one.told()).containsExactly("+a");
        assertThat(other.told()).containsExactly("+b");
        one.holding("a", "b").follow();
        one.holding("b").follow();
        one.holding("a", "b").follow();
        assertThat(one.told()).containsExactly("+b", "+a");
    }

    @Test
    void whatAnotherHasSavedMeanwhileIsNotReplacedByAFirstState() {
        Instance slow = new Instance("a").holding("a");
        FeedState polled = polled("a", NOON);
        saved.save(polled);

        slow.follow();

        assertThat(saved.of(Set.of("a"))).containsExactly(polled);
    }

    @Test
    void whatAnotherHasLearntIsCaughtUpWithItsHistoryAndOnceOnly() {
        Instance looking = new Instance("a", "b");
        FeedState polled = polled("a", NOON.plusNanos(123_456));
        saved.save(polled);

        looking.books.catchUp(Set.of("a", "b"));
        FeedState known = looking.board.of(SampleFeed.of("a"));
        assertThat(known.history().lines()).hasSize(1);

        looking.books.catchUp(Set.of("a", "b"));
        assertThat(looking.board.of(SampleFeed.of("a"))).isSameAs(known);
    }

    @Test
    void manyFeedsAreToldInSeveralGoesAndEachOnce() {
        String[] ids =
                IntStream.range(0, 1_100).mapToObj(number -> "f" + number).toArray(String[]::new);
        Instance one = new Instance(ids).alone();

        assertThat(one.books.announce()).isTrue();
        assertThat(one.books.announce()).isTrue();
        assertThat(one.books.announce()).isFalse();
        assertThat(one.books.announce()).isFalse();

        assertThat(one.told()).hasSize(1_100).doesNotHaveDuplicates();
    }

    @Test
    void ofAFeedThatWasPausedWhileItWasPolledItIsToldThatItIsPaused() {
        Feed feed = SampleFeed.of("a");
        Feed paused = new Feed(
                "a", "a", feed.url(), "en", feed.publisher(), feed.zone(), false, "paused for a while", null, null);
        Instance one = new Instance("a").alone();
        one.follow();

        one.catalogue = new Catalogue(List.of(paused));
        one.follow();
        one.books.write(feed, polled("a", NOON));
        one.follow();

        assertThat(one.lastTold("a").state()).isEqualTo(State.DISABLED);
        assertThat(saved.of(Set.of("a"))).containsExactly(polled("a", NOON));
    }

    @Test
    void whatAPollShowsWhileItsFeedIsToldOfIsToldLast() {
        Instance one = new Instance("a", "b").alone();
        one.beforeNextSending = () -> one.books.write(SampleFeed.of("b"), polled("b", NOON));

        one.follow();

        assertThat(one.lastTold("a").state()).isEqualTo(State.NEW);
        assertThat(one.lastTold("b").lastPoll()).isEqualTo(NOON);
    }

    @Test
    void whatCouldNotBeToldOfAPollIsToldWithTheNext() {
        Instance one = new Instance("a").alone();
        one.follow();
        one.books.write(SampleFeed.of("a"), polled("a", NOON));
        one.producer.sendException = new TimeoutException("no broker");
        FeedState next = polled("a", NOON).failed(new Condition("gone", Severity.ERROR, "It is gone"), line(NOON));
        assertThatThrownBy(() -> one.books.write(SampleFeed.of("a"), next)).isInstanceOf(BackendAwayException.class);
        one.producer.sendException = null;

        one.books.write(SampleFeed.of("a"), next);

        assertThat(one.lastTold("a").state()).isEqualTo(State.FAILING);
    }

    @Test
    void aFeedWhosePollIsUnderWayIsNotTakenBackByAReview() {
        new Instance("a", "dropped").holding("a", "dropped").follow();
        Instance holder = new Instance("a", "dropped").holding("dropped");
        holder.follow();
        holder.told();
        holder.catalogue = catalogue("a");
        now = now.plusSeconds(61);

        holder.books.review(Set.of("dropped"));
        assertThat(holder.told()).isEmpty();
        now = now.plusSeconds(61);
        holder.books.review(Set.of());

        assertThat(holder.told()).containsExactly("-dropped");
    }

    @Test
    void aFeedThatPeopleTookOutIsTakenBackAtOnceByWhoHoldsIt() {
        Instance holder = new Instance("a", "b").holding("a", "b");
        Instance other = new Instance("a", "b");
        holder.follow();
        other.follow();
        holder.told();

        other.catalogue = catalogue("a");
        other.follow();
        assertThat(other.told()).isEmpty();
        holder.catalogue = catalogue("a");
        holder.follow();

        assertThat(holder.told()).containsExactly("-b");
    }

    @Test
    void anInstanceOfTheFormerCatalogueDoesNotTakeBackWhatOneOfTheNewerHas() {
        Instance newer = new Instance("a", "added").holding("a", "added");
        newer.follow();
        Instance former = new Instance("a").holding("added");
        newer.holding("a");

        for (int minute = 0; minute < 60; minute++) {
            former.books.review(Set.of());
            newer.books.review(Set.of());
            now = now.plusSeconds(61);
        }

        assertThat(former.told()).isEmpty();
        newer.holding("a", "added").follow();
        assertThat(newer.told()).containsExactly("+a", "+added");
    }

    @Test
    void whatNoneOfSeveralHasIsTakenBackByItsHolderAfterTenMinutes() {
        new Instance("a", "dropped").holding("a", "dropped").follow();
        Instance holder = new Instance("a").holding("dropped");
        Instance other = new Instance("a").holding("a");

        for (int minute = 0; minute < 10; minute++) {
            holder.books.review(Set.of());
            other.books.review(Set.of());
            assertThat(holder.told()).isEmpty();
            now = now.plusSeconds(60);
        }
        holder.books.review(Set.of());
        other.books.review(Set.of());

        assertThat(holder.told()).containsExactly("-dropped");
        assertThat(other.told()).isEmpty();
        assertThat(saved.told()).extracting(told -> told.feedId()).containsExactly("a");
    }

    @Test
    void whoIsAloneTakesBackAtOnce() {
        new Instance("a", "dropped").alone().follow();
        Instance restarted = new Instance("a").alone();

        restarted.follow();

        assertThat(restarted.told()).containsExactly("+a", "-dropped");
    }

    @Test
    void thatAHubPushesAFeedIsSavedAtOnceForWhoeverTakesItOver() {
        Instance one = new Instance("a").holding("a");
        NextPoll often = new NextPoll(NOON.plusSeconds(10), NextPoll.Cause.EVERY, null, "every PT10S");
        NextPoll seldom = new NextPoll(NOON.plusSeconds(3600), NextPoll.Cause.PUSHED, null, "its hub pushes it");
        Feed feed = SampleFeed.of("a");
        one.books.write(feed, polled("a", NOON).with(often));
        FeedState pushed = one.board.of(feed).with(seldom);

        one.books.write(feed, pushed);

        assertThat(saved.of(Set.of("a"))).extracting(FeedState::next).containsExactly(seldom);
    }

    private static FeedState polled(String id, Instant at) {
        return FeedState.of(SampleFeed.of(id))
                .answered(new Answer(at, new Validators("\"v1\"", null), null, List.of(), Learnt.NOTHING, line(NOON)));
    }

    private static History.Line line(Instant at) {
        return new History.Line(at, at, 1, "read", null, 1, 1, 0, 1, Duration.ZERO);
    }

    private static Catalogue catalogue(String... ids) {
        return new Catalogue(Stream.of(ids).map(SampleFeed::of).toList());
    }
}
