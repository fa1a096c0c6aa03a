package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.producer.MockProducer;
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
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FetchLimits;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostLimits;
import org.bellwether.ingest.item.MongoAnnouncements;
import org.bellwether.ingest.item.MongoSeenItems;
import org.bellwether.ingest.parse.FeedDocument;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.poll.Bookkeeper;
import org.bellwether.ingest.poll.FeedPoll;
import org.bellwether.ingest.poll.Intake;
import org.bellwether.ingest.poll.Part;
import org.bellwether.ingest.poll.PollLoop;
import org.bellwether.ingest.poll.PollMetrics;
import org.bellwether.ingest.poll.PushIntake;
import org.bellwether.ingest.poll.Rhythm;
import org.bellwether.ingest.publish.NewsItemPublisher;
import org.bellwether.ingest.publish.SourceStatusPublisher;
import org.bellwether.ingest.push.HubClient;
import org.bellwether.ingest.push.Intent;
import org.bellwether.ingest.push.MongoSubscriptions;
import org.bellwether.ingest.push.Rounds;
import org.bellwether.ingest.push.Subscriber;
import org.bellwether.ingest.push.Subscription;
import org.bellwether.ingest.push.Terms;
import org.bellwether.ingest.push.Verdict;
import org.bellwether.ingest.raw.MongoRawDocuments;
import org.bellwether.ingest.schedule.Bounds;
import org.bellwether.ingest.schedule.Cadence;
import org.bellwether.ingest.schedule.NextPoll.Cause;
import org.bellwether.ingest.schedule.Tempo;
import org.bellwether.ingest.state.FeedBoard;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.ingest.state.History;
import org.bellwether.ingest.state.MongoFeedStates;
import org.bellwether.messaging.EventJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed, its hub and this service over days, by a clock that the test sets. */
class WebSubTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String TOPIC = "https://post.example/feed";
    private static final URI CALLBACK = URI.create("https://ingest.example.org/");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Bounds BOUNDS =
            new Bounds(Duration.ofMinutes(10), Duration.ofMinutes(1), HOUR, Duration.ofHours(6));

    private final FeedServer server = new FeedServer();
    private final TestHub hub = new TestHub();
    private final FeedFetcher fetcher = new FeedFetcher(
            FetchLimits.DEFAULT, new AddressPolicy(List.of(Cidr.parse("127.0.0.1/32"))), "Bellwether-Test/1");
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final Headroom headroom = new Headroom(64L << 20, FetchLimits.DEFAULT.maxBodyBytes(), 1);
    private final EmbeddedStore store;
    private final MongoClient client;
    private final FeedBoard board;
    private final Bookkeeper books;
    private final Intake intake;
    private final PollMetrics metrics;
    private final Subscriber subscriber;
    private final Rounds rounds;
    private final PollLoop loop;
    private volatile Instant now = NOON;
    private volatile Catalogue catalogue = new Catalogue(List.of(feed(true)));

    WebSubTest(@TempDir Path directory) throws IOException {
        store = EmbeddedStore.start(directory, Address.free());
        client = MongoClients.create(store.connectionString());
        MongoDatabase database = client.getDatabase("ingest");
        board = new FeedBoard(() -> catalogue);
        books = new Bookkeeper(
                board, new MongoFeedStates(database), new SourceStatusPublisher(producer), Part.WHOLE, () -> now);
        intake = new Intake(
                new MongoSeenItems(database),
                new MongoAnnouncements(database),
                new NewsItemPublisher(producer),
                Fetching.of(fetcher, headroom).articles(),
                feed -> true);
        metrics = new PollMetrics(new SimpleMeterRegistry(), board, () -> now);
        MongoSubscriptions subscriptions = new MongoSubscriptions(database);
        Terms terms = new Terms(CALLBACK, Duration.ofDays(10));
        subscriber = new Subscriber(subscriptions, terms, () -> now);
        loop = loop(database);
        HubClient hubs = new HubClient(fetcher, headroom, terms, () -> now);
        rounds = new Rounds(subscriptions, subscriber, hubs, () -> catalogue, loop::pollNow, () -> now);
        rounds.begin();
        loop.start(catalogue.feeds());
    }

    @AfterEach
    void stop() {
        loop.close();
        fetcher.close();
        client.close();
        store.close();
        server.close();
        hub.close();
    }

    @Test
    void aFeedThatNamesAHubIsSubscribedUnderTheAddressThatTheHubKnows() {
        subscribe();

        Map<String, String> asked = hub.asked().get(0);
        assertThat(asked)
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", "https://post.example/feed")
                .containsEntry("hub.lease_seconds", "864000");
        assertThat(asked.get("hub.callback")).matches("https://ingest\\.example\\.org/websub/post\\.[\\w-]{32}");
        assertThat(asked.get("hub.secret")).matches("[\\w-]{43}");
        assertThat(subscription().stateAt(now)).isEqualTo(Subscription.State.ACTIVE);
        assertThat(state().next().cause()).isNotEqualTo(Cause.PUSHED);
    }

    @Test
    void whatIsPushedIsPublishedOnceAndTellsNothingOfTheWindow() throws Exception {
        subscribe();
        FeedState before = state();
        Tempo tempo = before.learnt().tempo();

        assertThat(push("9", "10")).contains(2);
        assertThat(push("10")).contains(0);

        assertThat(state().learnt().tempo()).isEqualTo(tempo);
        assertThat(state().learnt().losses()).isEqualTo(before.learnt().losses());
        assertThat(state().counts().polls()).isEqualTo(before.counts().polls());
        assertThat(state().next()).isEqualTo(before.next());
        assertThat(state().history().lines())
                .extracting(History.Line::outcome, History.Line::published)
                .contains(tuple("pushed", 2));
        serve("1", "2", "3", "4", "9", "10");
        poll();
        assertThat(published()).containsExactly("1", "2", "3", "4", "9", "10");
        assertThat(state().conditions()).isEmpty();
    }

    @Test
    void fromTheFirstPushOnItIsPolledAsSeldomAsAny() throws Exception {
        subscribe();
        push("5");
        serve("1", "2", "3", "4", "5");
        poll();

        assertThat(state().next().cause()).isEqualTo(Cause.PUSHED);
        assertThat(state().next().reason()).isEqualTo("every PT1H: its hub pushes it");
        assertThat(state().next().interval()).isEqualTo(HOUR);
    }

    @Test
    void aLatePollThatFindsWhatWasNotPushedEndsThatAtOnceUntilTheNextPush() throws Exception {
        subscribe();
        push("5");
        serve("1", "2", "3", "4", "5");
        poll();
        now = now.plus(HOUR);
        serve("1", "2", "3", "4", "5", "6");
        poll();

        assertThat(state().next().cause()).isNotEqualTo(Cause.PUSHED);
        assertThat(state().conditions()).extracting(Condition::code).containsExactly("push-stopped");
        assertThat(state().state()).isEqualTo(State.DEGRADED);
        round();
        assertThat(hub.asked()).hasSize(2);
        assertThat(hub.asked().get(1)).isEqualTo(hub.asked().get(0));

        push("7");
        serve("1", "2", "3", "4", "5", "6", "7");
        poll();
        assertThat(state().next().cause()).isEqualTo(Cause.PUSHED);
        assertThat(state().state()).isEqualTo(State.OK);
    }

    @Test
    void aSubscriptionIsRenewedUnderTheSameAddressAndSecretBeforeItEnds() {
        subscribe();
        now = now.plus(Duration.ofDays(8)).minusSeconds(1);
        round();
        assertThat(hub.asked()).hasSize(1);

        now = now.plusSeconds(1);
        round();

        assertThat(hub.asked()).hasSize(2);
        assertThat(hub.asked().get(1)).isEqualTo(hub.asked().get(0));
        assertThat(verify("subscribe")).isInstanceOf(Verdict.Confirmed.class);
        assertThat(subscription().leaseUntil()).isEqualTo(now.plus(Duration.ofDays(10)));
    }

    @Test
    void aLeaseThatEndsUnrenewedHasTheFeedPolledAtOnce() throws Exception {
        subscribe();
        push("5");
        hub.answerWith(500);
        for (Instant end = now.plus(Duration.ofDays(10)); now.isBefore(end); now = now.plus(HOUR)) {
            round();
        }
        long polls = state().counts().polls();
        round();
        round();

        await().until(() -> state().counts().polls() > polls);
        assertThat(state().conditions()).extracting(Condition::code).contains("push-stopped");
        assertThat(subscription().stateAt(now)).isEqualTo(Subscription.State.LAPSED);
        assertThat(subscription().reason()).isEqualTo("server-error, status 500");
    }

    @Test
    void aHubThatRefusesIsTold() {
        subscribe();

        assertThat(subscriber.judge(token(), new Intent("denied", TOPIC, null, null, "no\nmore")))
                .isInstanceOf(Verdict.Noted.class);
        poll();

        assertThat(state().conditions())
                .extracting(Condition::message)
                .singleElement()
                .asString()
                .contains("refuses (no more)");
        assertThat(state().state()).isEqualTo(State.OK);
    }

    @Test
    void nobodyConfirmsWhatWasNotAskedFor() {
        subscribe();
        Intent others = new Intent("subscribe", "https://other.example/feed", "hello", "60", null);
        Intent farewell = new Intent("unsubscribe", TOPIC, "hello", null, null);
        Intent mute = new Intent("subscribe", TOPIC, null, "60", null);

        assertThat(List.of(others, farewell, mute))
                .allSatisfy(
                        intent -> assertThat(subscriber.judge(token(), intent)).isInstanceOf(Verdict.NotOurs.class));
        Intent right = new Intent("subscribe", TOPIC, "hello", "60", null);
        assertThat(List.of("", "post", "post.", "post.AAAA", "other" + token().substring(4), token() + "A"))
                .allSatisfy(token -> assertThat(subscriber.judge(token, right)).isInstanceOf(Verdict.NotOurs.class));
        now = now.plus(Duration.ofHours(2));
        assertThat(subscriber.judge(token(), right)).isInstanceOf(Verdict.NotOurs.class);
        assertThat(subscription().leaseUntil()).isEqualTo(NOON.plus(Duration.ofDays(10)));
    }

    @Test
    void aHubInsideOurNetworkIsNotAsked() {
        serve(document("http://10.1.2.3/hub", "1"));
        poll();
        round();

        assertThat(subscription().reason()).isEqualTo("address-refused");
        assertThat(subscription().stateAt(now)).isEqualTo(Subscription.State.PENDING);
    }

    @Test
    void aPushThatCannotBeTakenHereHasTheFeedPolledByWhoPollsIt() throws Exception {
        subscribe();
        PollLoop elsewhere = loop(client.getDatabase("ingest"));
        serve("1", "2", "3", "4", "5");
        long polls = state().counts().polls();

        assertThat(push(elsewhere, rss("5"))).isEmpty();
        round();

        await().until(() -> state().counts().polls() > polls && state().next() != null);
        assertThat(published()).contains("5");
        assertThat(state().next().cause()).isEqualTo(Cause.PUSHED);
        elsewhere.close();
    }

    @Test
    void aPushThatIsNoFeedHasItPolledToo() throws Exception {
        subscribe();
        long polls = state().counts().polls();

        assertThat(push(loop, "")).isEmpty();
        round();

        await().until(() -> state().counts().polls() > polls);
    }

    @Test
    void aFeedThatIsPausedIsUnsubscribedAndForgotten() {
        subscribe();
        catalogue = new Catalogue(List.of(feed(false)));
        round();

        assertThat(hub.asked().get(1))
                .containsEntry("hub.mode", "unsubscribe")
                .containsEntry("hub.callback", hub.asked().get(0).get("hub.callback"))
                .doesNotContainKey("hub.secret");
        assertThat(verify("subscribe")).isInstanceOf(Verdict.NotOurs.class);
        assertThat(verify("unsubscribe")).isInstanceOf(Verdict.Confirmed.class);
        assertThat(subscriber.of("post")).isEmpty();
    }

    @Test
    void aFeedWithAnotherHubLeavesTheOldEvenIfThatDoesNotAnswer() {
        subscribe();
        String old = token();
        hub.answerWith(404);
        serve(document(hub.url() + "?new", "1"));
        poll();
        for (int i = 0; i < 3; i++) {
            round();
            now = now.plus(HOUR);
        }
        assertThat(subscriber.of("post")).isEmpty();
        server.serve("post", document(hub.url() + "?new", "1", "2"));
        poll();

        assertThat(subscription().hub()).hasToString(hub.url() + "?new");
        assertThat(token()).isNotEqualTo(old);
    }

    private void subscribe() {
        serve("1", "2", "3", "4");
        poll();
        round();
        assertThat(verify("subscribe")).isEqualTo(new Verdict.Confirmed("echo me"));
    }

    private void round() {
        rounds.make(Runnable::run);
    }

    private Verdict verify(String mode) {
        return subscriber.judge(token(), new Intent(mode, TOPIC, "echo me", "864000", null));
    }

    private String token() {
        return subscription().credentials().token();
    }

    private Optional<Integer> push(String... ids) throws InterruptedException {
        return push(loop, rss(ids));
    }

    private Optional<Integer> push(PollLoop at, String document) throws InterruptedException {
        FeedDocument sent = new FeedDocument(
                document.getBytes(StandardCharsets.UTF_8), "application/rss+xml", Map.of(), URI.create(TOPIC));
        PushIntake here = new PushIntake(new FeedParser(), intake, at, books, metrics, () -> now);
        try (Room room = headroom.ofPreview(Duration.ofSeconds(1))) {
            Optional<Integer> published = here.take(feed(true), sent, room);
            subscriber.pushed(subscription(), published.isPresent());
            return published;
        }
    }

    private void poll() {
        long before = state().counts().polls();
        await().until(() -> loop.pollNow(feed(true)));
        await().until(() -> state().counts().polls() > before);
        await().until(() -> loop.whileIdle(feed(true), () -> true).isPresent());
    }

    private void serve(String... ids) {
        serve(rss(ids));
    }

    private void serve(String document) {
        server.serve("post", document);
    }

    private String rss(String... ids) {
        return document(hub.url(), ids);
    }

    private static String document(String hub, String... ids) {
        return Rss.pushed(hub, TOPIC, ids);
    }

    private List<String> published() {
        return producer.history().stream()
                .filter(sent -> sent.topic().equals("news.items"))
                .map(sent -> EventJson.read(sent.value(), NewsItem.class))
                .map(item -> item.title().replace("Title of ", ""))
                .toList();
    }

    private Subscription subscription() {
        return subscriber.of("post").orElseThrow();
    }

    private FeedState state() {
        return board.of(feed(true));
    }

    private Feed feed(boolean enabled) {
        return new Feed(
                "post",
                "Morning Post",
                URI.create(server.url("post")),
                "en",
                new Publisher("Morning Post", "morning-post", SourceKind.NEWS, "KR"),
                ZoneOffset.UTC,
                enabled,
                null,
                null,
                null);
    }

    private PollLoop loop(MongoDatabase database) {
        FeedPoll poll = new FeedPoll(
                Fetching.of(fetcher, headroom).documents(),
                new FeedParser(),
                new MongoRawDocuments(database, 2),
                intake,
                headroom,
                () -> now);
        Rhythm rhythm =
                new Rhythm(feed -> new Cadence(feed.interval(), BOUNDS, new Random(1)), 1, () -> now, subscriber);
        HostBudgets free = new HostBudgets(new HostLimits(8, 1, Duration.ZERO), () -> now);
        return new PollLoop(poll, free, books, metrics, any -> Optional.empty(), rhythm);
    }
}
