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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
import org.bellwether.events.Alert.Transition;
import org.bellwether.testkit.EmbeddedStack;
import org.bellwether.web.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an indicator did is told in order, and the end of a firing only to who was told of it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Outside.class)
class FiringOrderTest {

    private static final Instant NOON = Alerts.NOON;
    private static final Duration RETRY = Duration.ofMinutes(5);
    private static final Duration LEASE = Duration.ofMinutes(1);

    @Inject
    MongoClient store;

    private final List<String> sent = new ArrayList<>();
    private final Deque<Outcome> outcomes = new ArrayDeque<>();
    private MongoLedger ledger;
    private MongoSubscriptions subscriptions;
    private Recipients recipients;
    private Instant now = NOON;
    private int episode = 1;

    /** A database of its own, where no sweep takes the rows. */
    @BeforeEach
    void empty() {
        MongoDatabase database = store.getDatabase("firing-order");
        database.drop();
        ledger = new MongoLedger(database);
        subscriptions = new MongoSubscriptions(database);
        recipients = new Recipients(new SigningKey("0123456789abcdef0123456789abcdef", database), "http://localhost");
        subscriptions.put(new Subscription(
                "reader",
                ChannelKind.EMAIL,
                "reader@example.org",
                List.of(),
                Language.EN,
                Subscription.State.CONFIRMED,
                false,
                false,
                NOON.minusSeconds(3600),
                null));
    }

    @Test
    void theEndOfAFiringWaitsUntilTheFiringHasArrived() {
        Delivery fired = plan("f", Transition.FIRED, 1);
        outcomes.add(new Outcome.Retry("busy"));
        assertThat(carry(fired)).isInstanceOf(Verdict.Again.class);
        Delivery escalated = plan("e", Transition.ESCALATED, 2);
        Delivery resolved = plan("r", Transition.RESOLVED, 3);

        assertThat(carry(escalated)).isInstanceOf(Verdict.Waits.class);
        assertThat(carry(resolved)).isInstanceOf(Verdict.Waits.class);
        assertThat(sent).containsExactly("f");

        now = now.plus(RETRY);
        assertThat(carry(resolved)).isInstanceOf(Verdict.Waits.class);
        assertThat(carry(fired)).isInstanceOf(Verdict.Sent.class);
        assertThat(carry(resolved)).isInstanceOf(Verdict.Waits.class);
        assertThat(carry(escalated)).isInstanceOf(Verdict.Sent.class);
        // Waiting has cost no attempts: there are two, and this is the first.
        outcomes.add(new Outcome.Retry("busy"));
        assertThat(carry(resolved)).isInstanceOf(Verdict.Again.class);
        now = now.plus(RETRY);
        assertThat(carry(resolved)).isInstanceOf(Verdict.Sent.class);
        assertThat(sent).containsExactly("f", "f", "e", "r", "r");
    }

    @Test
    void aNewFiringGoesAtOnceAndTakesThePlaceOfAnEndThatHasNotArrived() {
        assertThat(carry(plan("f1", Transition.FIRED, 1))).isInstanceOf(Verdict.Sent.class);
        Delivery resolved = plan("r1", Transition.RESOLVED, 2);
        outcomes.add(new Outcome.Retry("busy"));
        assertThat(carry(resolved)).isInstanceOf(Verdict.Again.class);
        episode = 2;

        assertThat(carry(plan("f2", Transition.FIRED, 3))).isInstanceOf(Verdict.Sent.class);

        now = now.plus(RETRY);
        assertThat(due()).isEmpty();
        assertThat(ledger.claim(resolved.id(), now, LEASE)).isEmpty();
        assertThat(ledger.count("dropped")).isOne();
        assertThat(carry(plan("r2", Transition.RESOLVED, 4))).isInstanceOf(Verdict.Sent.class);
        assertThat(sent).containsExactly("f1", "r1", "f2", "r2");
    }

    @Test
    void aNewFiringWaitsForAnEndThatIsBeingSentAtThatMomentButNotForWhoDiedAtIt() {
        assertThat(carry(plan("f1", Transition.FIRED, 1))).isInstanceOf(Verdict.Sent.class);
        Delivery resolved = plan("r1", Transition.RESOLVED, 2);
        Delivery held = ledger.claim(resolved.id(), now, LEASE).orElseThrow();
        episode = 2;
        Delivery again = plan("f2", Transition.FIRED, 3);

        assertThat(carry(again)).isInstanceOf(Verdict.Waits.class);
        ledger.settle(held, new Verdict.Sent(), now);
        assertThat(carry(again)).isInstanceOf(Verdict.Sent.class);

        Delivery end = plan("r2", Transition.RESOLVED, 4);
        assertThat(ledger.claim(end.id(), now, LEASE)).isPresent();
        episode = 3;
        Delivery third = plan("f3", Transition.FIRED, 5);
        assertThat(carry(third)).isInstanceOf(Verdict.Waits.class);
        now = now.plus(LEASE);
        assertThat(carry(third)).isInstanceOf(Verdict.Sent.class);
    }

    @Test
    void aFiringThatHasNotArrivedHoldsUpNoOther() {
        outcomes.add(new Outcome.Retry("busy"));
        Delivery first = plan("f1", Transition.FIRED, 1);
        assertThat(carry(first)).isInstanceOf(Verdict.Again.class);
        episode = 2;
        assertThat(carry(plan("f2", Transition.FIRED, 2))).isInstanceOf(Verdict.Sent.class);
        assertThat(carry(plan("e2", Transition.ESCALATED, 3))).isInstanceOf(Verdict.Sent.class);
        Delivery end = plan("r2", Transition.RESOLVED, 4);
        assertThat(carry(end)).isInstanceOf(Verdict.Waits.class);

        now = now.plus(RETRY);
        assertThat(carry(first)).isInstanceOf(Verdict.Sent.class);
        assertThat(carry(end)).isInstanceOf(Verdict.Sent.class);
        assertThat(sent).containsExactly("f1", "f2", "e2", "f1", "r2");
    }

    @Test
    void whatWaitsIsNotLookedAtUntilItsTurnMayHaveCome() {
        Delivery fired = plan("f", Transition.FIRED, 1);
        outcomes.add(new Outcome.Retry("busy"));
        carry(fired);
        Delivery resolved = plan("r", Transition.RESOLVED, 2);
        carry(resolved);

        now = now.plus(RETRY).minusMillis(1);
        assertThat(due()).isEmpty();
        now = now.plusMillis(1);
        assertThat(due()).containsExactlyInAnyOrder("f", "r");
        // While the first is tried again, the other waits for as long as that may take; its end comes sooner.
        ledger.claim(fired.id(), now, LEASE);
        assertThat(carry(resolved)).isInstanceOf(Verdict.Waits.class);
        assertThat(due()).isEmpty();
        now = now.plus(LEASE);
        assertThat(carry(fired)).isInstanceOf(Verdict.Sent.class);
        assertThat(due()).containsExactly("r");
    }

    @Test
    void whatEndedWhileItWasLookedAtIsWaitedForNoLonger() {
        Delivery fired = plan("f", Transition.FIRED, 1);
        Delivery resolved = plan("r", Transition.RESOLVED, 2);
        Delivery claimed = ledger.claim(resolved.id(), now, LEASE).orElseThrow();
        assertThat(ledger.turns().before(claimed, now).open()).isOne();
        assertThat(carry(fired)).isInstanceOf(Verdict.Sent.class);

        ledger.settle(claimed, new Verdict.Waits(LEASE, "f is on its way"), now);

        assertThat(due()).containsExactly("r");
    }

    @Test
    void anIndicatorThatCountsFromOneAgainBeginsANewFiring() {
        assertThat(carry(plan("f1", Transition.FIRED, 1))).isInstanceOf(Verdict.Sent.class);
        assertThat(carry(plan("r1", Transition.RESOLVED, 2))).isInstanceOf(Verdict.Sent.class);
        outcomes.add(new Outcome.Rejected("too large"));

        // Of the same episode and definition as what arrived before.
        assertThat(carry(plan("f2", Transition.FIRED, 3))).isInstanceOf(Verdict.Failed.class);
        assertThat(carry(plan("r2", Transition.RESOLVED, 4))).isInstanceOf(Verdict.Dropped.class);
        assertThat(sent).containsExactly("f1", "r1", "f2");
    }

    @Test
    void otherIndicatorsAndOtherReadersDoNotWait() {
        outcomes.add(new Outcome.Retry("busy"));
        assertThat(carry(plan("f", Transition.FIRED, 1))).isInstanceOf(Verdict.Again.class);
        Alert other = Alerts.fired("o")
                .indicator("usfk-below-floor")
                .detectedAt(NOON.plusSeconds(2))
                .build();
        Alert same = Alerts.fired("s").detectedAt(NOON.plusSeconds(2)).build();

        assertThat(carry(open(other, "reader"))).isInstanceOf(Verdict.Sent.class);
        assertThat(ledger.turns().before(open(same, "another"), now).open()).isZero();
    }

    @Test
    void whoseLeaseWasTakenOverChangesNothingEvenWhenTheOtherTriedNothing() {
        Delivery fired = plan("f", Transition.FIRED, 1);
        Delivery slow = ledger.claim(fired.id(), now, LEASE).orElseThrow();
        now = now.plus(LEASE);
        Delivery waiting = ledger.claim(fired.id(), now, LEASE).orElseThrow();
        ledger.settle(waiting, new Verdict.Waits(Duration.ZERO, "not its turn"), now);
        Delivery third = ledger.claim(fired.id(), now, LEASE).orElseThrow();
        assertThat(third.attempts()).isEqualTo(waiting.attempts());

        ledger.settle(slow, new Verdict.Failed("too late"), now);
        ledger.settle(waiting, new Verdict.Failed("too late"), now);
        assertThat(ledger.count("open")).isOne();

        ledger.settle(third, new Verdict.Sent(), now);
        assertThat(ledger.count("sent")).isOne();
    }

    @Test
    void toSettleTwiceIsAsIfOnce() {
        Delivery resolved = plan("r", Transition.RESOLVED, 2);
        Delivery claimed = ledger.claim(resolved.id(), now, LEASE).orElseThrow();
        for (int i = 0; i < 2; i++) {
            ledger.settle(claimed, new Verdict.Waits(Duration.ZERO, "not its turn"), now);
        }
        assertThat(ledger.claim(resolved.id(), now, LEASE).orElseThrow().attempts())
                .isOne();
    }

    @Test
    void theEndOfAFiringThatDidNotArriveIsDropped() {
        Delivery fired = plan("f", Transition.FIRED, 1);
        Delivery resolved = plan("r", Transition.RESOLVED, 2);
        outcomes.add(new Outcome.Rejected("no such mailbox"));

        assertThat(carry(fired)).isInstanceOf(Verdict.Failed.class);
        assertThat(carry(resolved))
                .isInstanceOfSatisfying(
                        Verdict.Dropped.class,
                        dropped -> assertThat(dropped.reason()).contains("was not told to this subscription"));
        assertThat(sent).containsExactly("f");
    }

    @Test
    void whatChangesAFiringIsNewsByItselfAndItsEndFollows() {
        Delivery fired = plan("f", Transition.FIRED, 1);
        Delivery escalated = plan("e", Transition.ESCALATED, 2);
        Delivery resolved = plan("r", Transition.RESOLVED, 3);
        outcomes.add(new Outcome.Rejected("too large"));

        assertThat(carry(fired)).isInstanceOf(Verdict.Failed.class);
        assertThat(carry(escalated)).isInstanceOf(Verdict.Sent.class);
        assertThat(carry(resolved)).isInstanceOf(Verdict.Sent.class);
    }

    @Test
    void whoCameAfterTheFiringIsNotToldOfItsEnd() {
        assertThat(carry(plan("r", Transition.RESOLVED, 1))).isInstanceOf(Verdict.Dropped.class);
        assertThat(sent).isEmpty();
    }

    private Delivery plan(String id, Transition transition, int second) {
        return open(
                Alerts.fired(id)
                        .transition(transition)
                        .episode(episode)
                        .detectedAt(NOON.plusSeconds(second))
                        .build(),
                "reader");
    }

    private Delivery open(Alert alert, String subscription) {
        ledger.keep(alert, now);
        Delivery delivery = Delivery.ofAlert(alert, subscription, ChannelKind.EMAIL);
        ledger.open(List.of(delivery), now);
        return delivery;
    }

    private List<String> due() {
        return ledger.due(ChannelKind.EMAIL, now, 10).stream()
                .map(Delivery::alertId)
                .toList();
    }

    private Verdict carry(Delivery delivery) {
        Courier.Rules rules = new Courier.Rules(new RetryPolicy(2, RETRY, RETRY), LEASE, () -> 0);
        Courier courier = new Courier(
                ledger, subscriptions, recipients, List.of(new Scripted()), rules, InstantSource.fixed(now));
        return courier.carry(delivery.id()).orElseThrow().verdict();
    }

    /** Notes what it is given and answers as told, or well. */
    private final class Scripted implements Channel {

        @Override
        public ChannelKind kind() {
            return ChannelKind.EMAIL;
        }

        @Override
        public Outcome send(String deliveryId, Alert alert, Recipient recipient) {
            sent.add(alert.id());
            return outcomes.isEmpty() ? new Outcome.Delivered() : outcomes.remove();
        }

        @Override
        public Outcome send(String noticeId, Notice notice, Recipient recipient) {
            throw new IllegalStateException("no notices here");
        }
    }
}
