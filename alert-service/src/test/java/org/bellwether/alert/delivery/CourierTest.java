package org.bellwether.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bellwether.alert.Alerts;
import org.bellwether.alert.Outside;
import org.bellwether.alert.channel.Channel;
import org.bellwether.alert.channel.ChannelKind;
import org.bellwether.alert.channel.Notice;
import org.bellwether.alert.channel.Outcome;
import org.bellwether.alert.channel.Recipient;
import org.bellwether.alert.subscription.MongoSubscriptions;
import org.bellwether.alert.subscription.Recipients;
import org.bellwether.alert.subscription.SigningKey;
import org.bellwether.alert.subscription.Subscription;
import org.bellwether.events.Alert;
import org.bellwether.testkit.EmbeddedStack;
import org.bellwether.web.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Outside.class)
class CourierTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Inject
    MongoClient store;

    private MongoLedger ledger;
    private MongoDatabase database;

    /** A database of its own, where no sweep takes the rows. */
    @BeforeEach
    void empty() {
        database = store.getDatabase("courier");
        database.drop();
        ledger = new MongoLedger(database);
    }

    @Test
    void aFaultWhileRenderingEndsWithTheLastAttempt() {
        MongoSubscriptions subscriptions = new MongoSubscriptions(database);
        Subscription reader = reader();
        subscriptions.put(reader);
        Alert alert = Alerts.fired("broken").detectedAt(NOON).build();
        ledger.keep(alert, NOON);
        Delivery delivery = Delivery.ofAlert(alert, reader.id(), reader.channel());
        ledger.open(List.of(delivery), NOON);
        Recipients recipients =
                new Recipients(new SigningKey("0123456789abcdef0123456789abcdef", database), "http://localhost");
        RetryPolicy twice = new RetryPolicy(2, Duration.ofSeconds(1), Duration.ofSeconds(1));

        Courier first = courier(subscriptions, recipients, twice, NOON);
        Courier second = courier(subscriptions, recipients, twice, NOON.plusSeconds(2));

        assertThat(first.carry(delivery.id()))
                .hasValueSatisfying(report -> assertThat(report.verdict())
                        .isInstanceOfSatisfying(
                                Verdict.Again.class,
                                again -> assertThat(again.reason())
                                        .startsWith("unexpected IllegalStateException at CourierTest.java:")
                                        .doesNotContain("reader@")));
        assertThat(second.carry(delivery.id()))
                .hasValueSatisfying(report -> assertThat(report.verdict()).isInstanceOf(Verdict.Failed.class));
        assertThat(ledger.count("open")).isZero();
    }

    @Test
    void rowsOfASlowChannelKeepNoneOfAnotherFromBeingFound() {
        for (int i = 0; i < 5; i++) {
            ledger.open(
                    List.of(Delivery.ofAlert(Alerts.fired("waiting-" + i).build(), "reader", ChannelKind.EMAIL)),
                    NOON.minusSeconds(60));
        }
        Delivery post = Delivery.ofAlert(Alerts.fired("later").build(), "reader", ChannelKind.SLACK);
        ledger.open(List.of(post), NOON);

        assertThat(ledger.due(ChannelKind.SLACK, NOON, 3)).containsExactly(post);
        assertThat(ledger.due(ChannelKind.EMAIL, NOON, 3)).hasSize(3);
        assertThat(ledger.due(ChannelKind.WEBHOOK, NOON, 3)).isEmpty();
    }

    @Test
    void oneAlertMayBeKeptByManyAtOnce() throws Exception {
        ExecutorService instances = Executors.newFixedThreadPool(8);
        try {
            for (int i = 0; i < 25; i++) {
                Alert alert = Alerts.fired("kept-" + i).build();
                Callable<Boolean> keep = () -> {
                    ledger.keep(alert, NOON);
                    return ledger.alert(alert.id()).isPresent();
                };
                for (Future<Boolean> kept : instances.invokeAll(Collections.nCopies(8, keep))) {
                    assertThat(kept.get()).isTrue();
                }
            }
        } finally {
            instances.shutdownNow();
        }
    }

    private Courier courier(MongoSubscriptions subscriptions, Recipients recipients, RetryPolicy policy, Instant now) {
        Courier.Rules rules = new Courier.Rules(policy, Duration.ofMinutes(1), () -> 0);
        return new Courier(ledger, subscriptions, recipients, List.of(new Faulty()), rules, InstantSource.fixed(now));
    }

    private static Subscription reader() {
        return new Subscription(
                Subscription.idOf(ChannelKind.EMAIL, "reader@example.org"),
                ChannelKind.EMAIL,
                "reader@example.org",
                List.of(),
                Language.EN,
                Subscription.State.CONFIRMED,
                false,
                false,
                NOON,
                null);
    }

    /** A channel that cannot render what it is given. */
    private static final class Faulty implements Channel {

        @Override
        public ChannelKind kind() {
            return ChannelKind.EMAIL;
        }

        @Override
        public Outcome send(String deliveryId, Alert alert, Recipient recipient) {
            throw new IllegalStateException("no words for " + recipient.address());
        }

        @Override
        public Outcome send(String noticeId, Notice notice, Recipient recipient) {
            throw new IllegalStateException("no words for " + recipient.address());
        }
    }
}
