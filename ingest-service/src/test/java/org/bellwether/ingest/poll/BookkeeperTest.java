package org.bellwether.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedStore;
import org.bellwether.ingest.SampleFeed;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.fetch.Validators;
import org.bellwether.ingest.publish.SourceStatusPublisher;
import org.bellwether.ingest.state.Answer;
import org.bellwether.ingest.state.FeedBoard;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.ingest.state.History;
import org.bellwether.ingest.state.Learnt;
import org.bellwether.ingest.state.MongoFeedStates;
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

        private final MockProducer<String, byte[]> producer =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
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
            books.announce();
            books.withdrawGone(Set.of());
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
        FeedState polled = FeedState.of(SampleFeed.of("a"))
                .answered(new Answer(
                        NOON,
                        new Validators("\"v1\"", null),
                        null,
                        List.of(),
                        Learnt.NOTHING,
                        new History.Line(NOON, NOON, 1, "read", null, 1, 1, 0, 1, Duration.ZERO)));
        saved.save(polled);

        slow.follow();

        assertThat(saved.of(Set.of("a"))).containsExactly(polled);
    }

    @Test
    void whatAnotherHasLearntIsCaughtUpWithItsHistoryAndOnceOnly() {
        Instance looking = new Instance("a", "b");
        FeedState polled = FeedState.of(SampleFeed.of("a"))
                .answered(new Answer(
                        NOON.plusNanos(123_456),
                        new Validators(null, null),
                        null,
                        List.of(),
                        Learnt.NOTHING,
                        new History.Line(NOON, NOON, 1, "read", null, 1, 1, 0, 1, Duration.ZERO)));
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
            former.books.review();
            newer.books.review();
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
            holder.books.review();
            other.books.review();
            assertThat(holder.told()).isEmpty();
            now = now.plusSeconds(60);
        }
        holder.books.review();
        other.books.review();

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

    private static Catalogue catalogue(String... ids) {
        return new Catalogue(Stream.of(ids).map(SampleFeed::of).toList());
    }
}
