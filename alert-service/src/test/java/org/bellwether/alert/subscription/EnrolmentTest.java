package org.bellwether.alert.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.bellwether.alert.Outside;
import org.bellwether.alert.channel.ChannelKind;
import org.bellwether.alert.subscription.Subscription.State;
import org.bellwether.alert.subscription.Tokens.Purpose;
import org.bellwether.testkit.EmbeddedStack;
import org.bellwether.web.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Outside.class)
class EnrolmentTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration CONFIRM_WITHIN = Duration.ofDays(2);
    private static final String DATABASE = "enrolment";
    private static final String ADDRESS = "reader@example.org";
    private static final String ID = Subscription.idOf(ChannelKind.EMAIL, ADDRESS);

    @Inject
    MongoClient store;

    private final List<Notices.Kind> sent = new CopyOnWriteArrayList<>();
    private final Set<String> occasions = ConcurrentHashMap.newKeySet();
    private MongoSubscriptions subscriptions;
    private SigningKey key;

    @BeforeEach
    void empty() {
        MongoDatabase database = store.getDatabase(DATABASE);
        database.drop();
        subscriptions = new MongoSubscriptions(database);
        key = new SigningKey("0123456789abcdef0123456789abcdef", database);
    }

    @Test
    void whoeverAsksAgainDoesNotChangeWhatTheLinkPromised() {
        at(NOON).ask(wish("sma-demand"));
        at(NOON.plusSeconds(60)).ask(wish("usfk-below-floor"));

        assertThat(at(NOON.plusSeconds(120)).confirm(confirmToken()))
                .hasValueSatisfying(found -> assertThat(found.indicators()).containsExactly("sma-demand"));
        assertThat(sent).containsExactly(Notices.Kind.CONFIRM, Notices.Kind.CONFIRM);
    }

    @Test
    void aWishWhoseLinkHasExpiredGivesWayToANewOne() {
        at(NOON).ask(wish("sma-demand"));
        at(NOON.plus(CONFIRM_WITHIN)).ask(wish("usfk-below-floor"));

        assertThat(stored().indicators()).containsExactly("usfk-below-floor");
        assertThat(stored().since()).isEqualTo(NOON.plus(CONFIRM_WITHIN));
    }

    @Test
    void theLinkOfOneWishConfirmsNoLaterOne() {
        at(NOON).ask(wish("sma-demand"));
        String old = confirmToken();
        Instant later = NOON.plus(CONFIRM_WITHIN);
        at(later).ask(wish("usfk-below-floor"));

        assertThat(at(later.plusSeconds(1)).open(Purpose.CONFIRM, old)).isEmpty();
        assertThat(at(later.plusSeconds(1)).confirm(old)).isEmpty();
        assertThat(stored().state()).isEqualTo(State.PENDING);
        String current = confirmToken();
        assertThat(at(later.plusSeconds(2)).confirm(current)).isPresent();
        assertThat(at(later.plusSeconds(3)).confirm(current)).isPresent();
    }

    @Test
    void askingManyTimesAtOnceMakesOneMessage() throws Exception {
        ExecutorService askers = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 20; round++) {
                empty();
                sent.clear();
                occasions.clear();
                AtomicLong millis = new AtomicLong(round);
                Callable<Boolean> ask = () -> {
                    at(NOON.plusMillis(millis.incrementAndGet())).ask(wish("sma-demand"));
                    return true;
                };
                for (Future<Boolean> asked : askers.invokeAll(Collections.nCopies(8, ask))) {
                    assertThat(asked.get()).isTrue();
                }
                assertThat(sent).containsExactly(Notices.Kind.CONFIRM);
            }
        } finally {
            askers.shutdownNow();
        }
    }

    @Test
    void presetsOfTwoInstancesThatStartAtOnceUndoNoOwnersWord() {
        Presets presets = new Presets(List.of("email:" + ADDRESS), Language.EN);
        AtomicBoolean overtaken = new AtomicBoolean();
        // The slower instance has read that nothing is there, and is about to add; meanwhile the other one does, and
        // the
        // owner comes.
        Runnable meanwhile = () -> {
            if (!overtaken.getAndSet(true)) {
                start(presets, subscriptions, NOON);
                at(NOON.plusSeconds(1)).end(token(Purpose.UNSUBSCRIBE));
            }
        };
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(
                        new ConnectionString(EmbeddedStack.store().connectionString()))
                .addCommandListener(beforeInserts(meanwhile))
                .build();
        try (MongoClient slower = MongoClients.create(settings)) {
            start(presets, new MongoSubscriptions(slower.getDatabase(DATABASE)), NOON.plusSeconds(2));
        }

        assertThat(overtaken).isTrue();
        assertThat(stored().state()).isEqualTo(State.ENDED);
        assertThat(stored().unsubscribedAt()).isEqualTo(NOON.plusSeconds(1));
    }

    private static void start(Presets presets, MongoSubscriptions subscriptions, Instant now) {
        PresetStart start = new PresetStart(presets, subscriptions, InstantSource.fixed(now));
        start.start(new StartupEvent());
        start.ready().await().atMost(Duration.ofSeconds(20));
    }

    @Test
    void askingDoesNotUndoAnUnsubscription() {
        at(NOON).ask(wish("sma-demand"));
        at(NOON).confirm(confirmToken());
        at(NOON.plusSeconds(1)).end(token(Purpose.UNSUBSCRIBE));
        at(NOON.plusSeconds(2)).ask(wish("sma-demand"));

        assertThat(stored().state()).isEqualTo(State.PENDING);
        assertThat(stored().unsubscribedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(new Presets(List.of("email:" + ADDRESS), Language.EN).changes(List.of(stored()), NOON))
                .isEmpty();

        at(NOON.plusSeconds(3)).confirm(confirmToken());
        assertThat(stored().unsubscribedAt()).isNull();
    }

    @Test
    void whatNobodyConfirmsIsForgotten() {
        at(NOON).ask(wish("sma-demand"));

        subscriptions.expire(NOON);
        assertThat(subscriptions.byId(ID)).isPresent();
        subscriptions.expire(NOON.plusSeconds(1));
        assertThat(subscriptions.byId(ID)).isEmpty();
    }

    @Test
    void forgettingARequestDoesNotForgetTheUnsubscriptionBeforeIt() {
        at(NOON).ask(wish("sma-demand"));
        at(NOON).end(token(Purpose.UNSUBSCRIBE));
        at(NOON.plusSeconds(1)).ask(wish("sma-demand"));

        subscriptions.expire(NOON.plusSeconds(2));

        assertThat(stored().state()).isEqualTo(State.ENDED);
        assertThat(stored().unsubscribedAt()).isEqualTo(NOON);
    }

    @Test
    void whatHasChangedSinceItWasReadIsNotReplaced() {
        at(NOON).ask(wish("sma-demand"));
        Subscription read = stored();
        String confirm = confirmToken();
        at(NOON.plusSeconds(1)).end(token(Purpose.UNSUBSCRIBE));

        assertThat(subscriptions.replace(read, read.confirmed(NOON))).isFalse();
        assertThat(subscriptions.add(read)).isFalse();
        assertThat(at(NOON.plusSeconds(2)).confirm(confirm)).isEmpty();
    }

    private Enrolment at(Instant now) {
        Notices notices = (kind, subscription, occasion) -> {
            if (occasions.add(kind + " " + occasion)) {
                sent.add(kind);
            }
        };
        return new Enrolment(subscriptions, key, notices, CONFIRM_WITHIN, InstantSource.fixed(now));
    }

    private Subscription stored() {
        return subscriptions.byId(ID).orElseThrow();
    }

    private String confirmToken() {
        return key.tokens().confirmToken(ID, stored().since());
    }

    private String token(Purpose purpose) {
        return key.tokens().token(purpose, ID);
    }

    private static Wish wish(String indicator) {
        return new Wish(ChannelKind.EMAIL, ADDRESS, List.of(indicator), Language.EN);
    }

    /** Runs a task before the store is told to insert. No class, as Quarkus would make it a bean of the service. */
    private static CommandListener beforeInserts(Runnable task) {
        Object listener = Proxy.newProxyInstance(
                CommandListener.class.getClassLoader(),
                new Class<?>[] {CommandListener.class},
                (proxy, method, arguments) -> {
                    if (arguments != null
                            && arguments[0] instanceof CommandStartedEvent event
                            && event.getCommandName().equals("insert")) {
                        task.run();
                    }
                    return null;
                });
        return (CommandListener) listener;
    }
}
