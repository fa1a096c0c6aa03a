package org.bellwether.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.ingest.push.Subscription.State;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    private static final Instant T0 = Instant.parse("2026-11-20T12:00:00Z");
    private static final URI HUB = URI.create("https://hub.example/");
    private static final URI TOPIC = URI.create("https://post.example/feed");
    private static final Offer SAME = new Offer(List.of(HUB), TOPIC);
    private static final Duration LEASE = Duration.ofDays(10);

    private final Subscription begun =
            Subscription.begin("post", Hubs.of(List.of(HUB)), TOPIC, new Credentials("post.token", "secret"), T0);
    private final Subscription active = begun.asked(T0).verified(T0, LEASE);

    @Test
    void aHubThatDoesNotConfirmIsAskedEverLaterAndAtMostADayLater() {
        Subscription once = begun.asked(T0);
        Subscription twice = once.asked(once.due());
        Subscription often = twice;
        for (int i = 0; i < 20; i++) {
            often = often.asked(often.due());
        }

        assertThat(begun.due()).isEqualTo(T0);
        assertThat(Duration.between(T0, once.due())).hasMinutes(5);
        assertThat(Duration.between(once.due(), twice.due())).hasMinutes(10);
        assertThat(Duration.between(often.asking().last(), often.due()))
                .hasHours(21)
                .isLessThan(Duration.ofDays(1));
        assertThat(often.stateAt(often.due())).isEqualTo(State.PENDING);
    }

    @Test
    void aLeaseIsRenewedWhenFourFifthsOfItAreOver() {
        assertThat(active.due()).isEqualTo(T0.plus(Duration.ofDays(8)));
        assertThat(active.stateAt(T0.plus(LEASE).minusMillis(1))).isEqualTo(State.ACTIVE);
        Subscription renewed = active.asked(active.due()).verified(active.due(), LEASE);

        assertThat(renewed.leaseUntil()).isEqualTo(T0.plus(Duration.ofDays(18)));
        assertThat(renewed.asking().failures()).isZero();
    }

    @Test
    void aLeaseOfSecondsDoesNotMakeUsAskTheHubEachSecond() {
        assertThat(begun.asked(T0).verified(T0, Duration.ofSeconds(5)).due()).isEqualTo(T0.plusSeconds(60));
    }

    @Test
    void pushesAreReliedOnFromTheFirstOneOn() {
        assertThat(Standing.of(active, T0).pushed()).isFalse();
        assertThat(Standing.of(active.pushed(T0), T0)).isEqualTo(new Standing(true, List.of()));
    }

    @Test
    void aLeaseThatEndsUnrenewedEndsTheSlownessAtOnce() {
        Subscription pushed = active.pushed(T0);
        Instant end = T0.plus(LEASE);
        Subscription asked = pushed;
        while (asked.due().isBefore(end)) {
            asked = asked.asked(asked.due());
        }
        assertThat(asked.due()).isEqualTo(end);
        Subscription lapsed = asked.asked(end);

        assertThat(Standing.of(pushed, end).pushed()).isFalse();
        assertThat(lapsed.state()).isEqualTo(State.LAPSED);
        assertThat(lapsed.pushing().isPollDue(end)).isTrue();
        assertThat(codes(lapsed, end)).containsExactly("push-stopped");
        assertThat(Standing.of(lapsed.verified(end, LEASE), end)).isEqualTo(Standing.POLLED);
    }

    @Test
    void whatOnlyALatePollFoundSpeaksAgainstTheHub() {
        Subscription pushed = active.pushed(T0);
        Instant later = T0.plusSeconds(3_600);

        Subscription doubted = pushed.after(new Polled(later, SAME, 1, true), later);

        assertThat(Standing.of(doubted, later).pushed()).isFalse();
        assertThat(codes(doubted, later)).containsExactly("push-stopped");
        assertThat(doubted.asking().isDue(later)).isTrue();
        assertThat(Standing.of(doubted.pushed(later), later)).isEqualTo(new Standing(true, List.of()));
    }

    @Test
    void aPollInTheUsualRhythmOrWithoutNewsDoesNot() {
        Subscription pushed = active.pushed(T0);

        assertThat(pushed.after(new Polled(T0, SAME, 1, false), T0)).isEqualTo(pushed);
        assertThat(pushed.after(new Polled(T0, SAME, 0, true), T0)).isEqualTo(pushed);
        assertThat(pushed.after(new Polled(T0, null, 0, true), T0)).isEqualTo(pushed);
    }

    @Test
    void whatAPollFindsInPlaceOfAPushSpeaksForTheHub() {
        Subscription deferred = active.deferred(T0);
        assertThat(deferred.pushing().isPollDue(T0)).isTrue();
        assertThat(deferred.sentFor(T0).due()).isEqualTo(T0.plusSeconds(60));

        Subscription begunBefore = deferred.after(new Polled(T0.minusSeconds(1), SAME, 3, true), T0);
        Subscription served = deferred.after(new Polled(T0, SAME, 3, true), T0);

        assertThat(begunBefore.pushing().isPollDue(T0)).isTrue();
        assertThat(served.pushing().isPollDue(T0)).isFalse();
        assertThat(Standing.of(served, T0).pushed()).isTrue();
    }

    @Test
    void aHubThatRefusesIsToldOfAndAskedAgainADayLater() {
        Subscription denied = active.pushed(T0).denied(T0, "not yours");

        assertThat(Standing.of(denied, T0).pushed()).isFalse();
        assertThat(Standing.of(denied, T0).conditions())
                .extracting(Condition::code, Condition::message)
                .containsExactly(tuple(
                        "push-denied",
                        "is not pushed: its hub https://hub.example/ refuses (not yours); it is polled"));
        assertThat(denied.pushing().isPollDue(T0)).isTrue();
        assertThat(denied.asking().isDue(T0.plus(Duration.ofDays(1)))).isTrue();
        assertThat(denied.asking().isDue(T0.plus(Duration.ofHours(23)))).isFalse();
    }

    @Test
    void aFeedThatNamesAnotherHubOrTopicLeavesTheOld() {
        List<Offer> others = List.of(
                new Offer(List.of(URI.create("https://other.example/")), TOPIC),
                new Offer(List.of(HUB), URI.create("https://post.example/other")),
                new Offer(List.of(), TOPIC));

        assertThat(others).allSatisfy(offer -> {
            Subscription leaving = active.after(new Polled(T0, offer, 0, false), T0);
            assertThat(leaving.state()).isEqualTo(State.LEAVING);
            assertThat(leaving.asking().isDue(T0)).isTrue();
        });
        Offer oneMore = new Offer(List.of(URI.create("https://other.example/"), HUB), TOPIC);
        Subscription still = active.after(new Polled(T0, oneMore, 0, false), T0);
        assertThat(still.state()).isEqualTo(State.ACTIVE);
        assertThat(still.hub()).isEqualTo(HUB);
        assertThat(still.hubs().count()).isEqualTo(2);
    }

    @Test
    void neitherTokenNorSecretIsShown() {
        assertThat(active.toString()).doesNotContain("post.token").doesNotContain("secret");
    }

    private static List<String> codes(Subscription subscription, Instant at) {
        return Standing.of(subscription, at).conditions().stream()
                .map(Condition::code)
                .toList();
    }
}
