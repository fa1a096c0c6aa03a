package org.bellwether.ingest.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.Severity;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.OwnStore;
import org.bellwether.ingest.SampleFeed;
import org.bellwether.ingest.backend.StoredDocument;
import org.bellwether.ingest.fetch.Validators;
import org.bellwether.ingest.schedule.NextPoll;
import org.bellwether.ingest.schedule.NextPoll.Cause;
import org.bellwether.ingest.schedule.StatedPace;
import org.bellwether.ingest.schedule.Tempo;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States in a real store, written by this release, another one, or by hand. */
class MongoFeedStatesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @RegisterExtension
    static final OwnStore STORE = new OwnStore();

    private final MongoDatabase database = STORE.client().getDatabase("states-" + UUID.randomUUID());
    private final MongoCollection<Document> written = database.getCollection("feeds");
    private final MongoFeedStates states = new MongoFeedStates(database);

    @Test
    void aStateComesBackAsItWasSaved() {
        states.save(state("post"));

        assertThat(states.all()).containsExactly(state("post"));
        assertThat(states.of(Set.of("post", "other"))).containsExactly(state("post"));
    }

    @Test
    void statesOfMoreFeedsThanOneReplyCanHoldComeBack() {
        int feeds = 12_000;
        Document like = new Document("url", "https://post.example/rss")
                .append("state", "OK")
                .append("etag", "e".repeat(4_200));
        for (int from = 0; from < feeds; from += 1_000) {
            written.insertMany(IntStream.range(from, from + 1_000)
                    .mapToObj(number -> new Document(like).append("_id", "feed-" + number))
                    .toList());
        }
        Set<String> ids =
                IntStream.range(0, feeds).mapToObj(number -> "feed-" + number).collect(Collectors.toSet());

        assertThat(states.all()).hasSize(feeds);
        assertThat(states.of(ids)).hasSize(feeds);
        assertThat(states.told()).hasSize(feeds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            polls              | 'many'                   | polls is no number
            polls              | 1.5                      | polls is no whole number
            state              | 'RESTING'                | state is RESTING, which is not known here
            state              | 7                        | state is no text
            lastPoll           | 'yesterday'              | lastPoll is no time
            etag               | 5                        | etag is no text
            next               | 'soon'                   | next is no document
            next               | {at: 'soon'}             | next.at is no time
            tempo              | [1]                      | tempo is no document
            tempo              | {window: -1}             | tempo.window is no number of things
            move               | {to: 'a b'}              | move.to is no address
            losses             | true                     | losses is no document
            conditions         | 'all well'               | conditions is no list
            conditions         | [5]                      | conditions[0] is no document
            conditions         | [{code: 'x'}]            | conditions[0].severity is missing
            history            | [{times: 'twice'}]       | history[0].from is missing
            """)
    void aMemberThatCannotBeReadIsNamedAndCostsNothingElse(String member, String value, String fault) {
        states.save(state("post"));
        states.save(state("other"));
        Object wrong = Document.parse("{v: " + value + "}").get("v");
        written.updateOne(Filters.eq("_id", "post"), Updates.set(member, wrong));
        StoredDocument document = StoredDocument.of(
                Objects.requireNonNull(written.find(Filters.eq("_id", "post")).first()));

        FeedState read = FeedStateForm.read(document).orElseThrow();

        assertThat(document.faults()).anySatisfy(told -> assertThat(told).startsWith(fault));
        assertThat(read.url()).isEqualTo(state("post").url());
        assertThat(read.counts().published()).isEqualTo(9);
        assertThat(states.all()).hasSize(2).contains(state("other"));
        states.save(read);
        assertThat(states.of(Set.of("post"))).containsExactly(read);
    }

    @Test
    void numbersMayBeWrittenByHand() {
        states.save(state("post"));
        written.updateOne(
                Filters.eq("_id", "post"), Updates.combine(Updates.set("polls", 4), Updates.set("failures", 2.0)));

        Counts counts = states.all().get(0).counts();

        assertThat(counts.polls()).isEqualTo(4);
        assertThat(counts.failures()).isEqualTo(2);
    }

    @Test
    void aDocumentThatIsNoStateIsPassedOver() {
        states.save(state("post"));
        written.insertOne(new Document("_id", "bare"));
        written.insertOne(new Document("_id", 5).append("url", "https://five.example/"));

        assertThat(states.all()).extracting(FeedState::feedId).containsExactly("post");
        assertThat(states.told()).extracting(Told::feedId).containsExactlyInAnyOrder("post", "bare");
    }

    @Test
    void whatANewerReleaseKeepsBesideItStays() {
        states.save(state("post"));
        written.updateOne(Filters.eq("_id", "post"), Updates.set("mood", new Document("is", "good")));

        states.save(state("post").with(new NextPoll(NOON, Cause.EVERY, null, "every so often")));

        assertThat(written.find().first()).containsEntry("mood", new Document("is", "good"));
        assertThat(states.all().get(0).next().reason()).isEqualTo("every so often");
    }

    @Test
    void aFirstStateDoesNotReplaceWhatTheHolderHasSaved() {
        states.save(state("post"));

        states.begin(List.of(FeedState.of(SampleFeed.of("post")), FeedState.of(SampleFeed.of("other"))));

        assertThat(states.of(Set.of("post"))).containsExactly(state("post"));
        assertThat(states.of(Set.of("other"))).containsExactly(FeedState.of(SampleFeed.of("other")));
    }

    @Test
    void aWithdrawnStateIsKeptForAWhileAndWhatComesBackIsNoNewFeed() {
        for (String id : List.of("back", "gone", "late")) {
            states.save(state(id));
        }
        states.withdraw(List.of("back", "gone"), NOON);
        states.withdraw(List.of("late"), NOON.plusSeconds(2));
        assertThat(states.told()).isEmpty();

        states.begin(List.of(FeedState.of(SampleFeed.of("back"))));
        long forgotten = states.forgetWithdrawnBefore(NOON.plusSeconds(1), NOON);

        assertThat(forgotten).isEqualTo(1);
        assertThat(states.all()).containsExactlyInAnyOrder(state("back"), state("late"));
        assertThat(states.told()).extracting(Told::feedId).containsExactly("back");
    }

    /** Its hub is told to push no more. */
    @ParameterizedTest
    @CsvSource({"PUSHED, true", "BACKOFF, false"})
    void aWithdrawnFeedIsNotTakenForPushedWhenItComesBack(Cause cause, boolean forgotten) {
        FeedState before = state("post").with(new NextPoll(NOON, cause, Duration.ofHours(1), "as decided"));
        states.save(before);

        states.withdraw(List.of("post"), NOON);

        assertThat(states.of(Set.of("post")))
                .singleElement()
                .satisfies(state -> assertThat(state.next()).isEqualTo(forgotten ? null : before.next()));
    }

    @Test
    void whatAnEarlierReleaseWithdrewIsForgottenTooInItsTime() {
        states.save(state("post"));
        written.updateOne(Filters.eq("_id", "post"), Updates.set("withdrawn", true));

        assertThat(states.forgetWithdrawnBefore(NOON.minusSeconds(1), NOON)).isZero();
        assertThat(states.forgetWithdrawnBefore(NOON.plusSeconds(1), NOON)).isEqualTo(1);
        assertThat(states.all()).isEmpty();
    }

    @Test
    void savingShowsThatItIsThere() {
        states.save(state("post"));
        states.miss(List.of("post"), NOON);
        states.miss(List.of("post"), NOON.plusSeconds(5));
        assertThat(states.told()).extracting(Told::missedSince).containsExactly(NOON);

        states.save(state("post"));

        assertThat(states.told()).extracting(Told::missedSince).containsOnlyNulls();
    }

    private static FeedState state(String id) {
        Condition stale = new Condition("stale", Severity.WARNING, "is silent", List.of("PT1H"));
        Tempo tempo = new Tempo(
                20,
                Duration.ofMinutes(7),
                NOON,
                Duration.ofHours(9),
                NOON,
                null,
                new StatedPace(Duration.ofMinutes(30), "ttl"),
                NOON);
        return new FeedState(
                id,
                "https://" + id + ".example/feed",
                State.DEGRADED,
                List.of(stale),
                new Validators("\"v1\"", null),
                new Milestones(NOON, NOON, null),
                new NextPoll(NOON.plusSeconds(60), Cause.WINDOW, Duration.ofMinutes(1), "every minute"),
                new Counts(7, 2, 0, 9),
                new Learnt(
                        tempo,
                        new Losses(1, NOON, null, NOON),
                        new Front(20, List.of("0123abcd", "4567ef00")),
                        new Move(URI.create("https://new.example/feed"), 2, 0),
                        List.of(stale),
                        "UTC, as a feed"),
                History.NONE.and(
                        new History.Line(NOON, NOON, 1, "read", null, 20, 3, 2, 4_000, Duration.ofMillis(80))));
    }
}
