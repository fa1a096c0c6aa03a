package org.bellwether.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.ingest.push.Subscription.State;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    private static final Instant T0 = Instant.parse("2026-11-20T12:00:00Z");
    private static final URI HUB = URI.create("https://hub.example/");
    private static final URI TOPIC = URI.create("https://post.example/feed");
    private static final Offer SAME = new Offer(List.of(HUB), TOPIC);
    private static final URI PLAIN = URI.create("http://hub.example/");
    private static final Offer BOTH = new Offer(List.of(HUB, URI.create("https://second.example/")), TOPIC);
    private static final Credentials FRESH = new Credentials("post.fresh", "other");
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
    void aPollThatIsOverBeforeItIsNotedHasNoneAskedForAgain() {
        Subscription served = active.hinted(T0).after(new Polled(T0, SAME, 1, false), T0);

        Subscription noted = served.sentFor(T0);

        assertThat(noted.pushing().isPollDue(T0.plusSeconds(60))).isFalse();
        assertThat(noted.hinted(T0.plusSeconds(5)).due()).isEqualTo(T0.plusSeconds(60));
    }

    @Test
    void whatComesWhileItIsPolledHasItPolledOnceMoreAMinuteLater() {
        Instant later = T0.plusSeconds(5);
        List<Subscription> cameMeanwhile = List.of(
                active.hinted(T0).sentFor(T0).hinted(later),
                active.deferred(T0).sentFor(T0).deferred(later));

        assertThat(cameMeanwhile).allSatisfy(subscription -> {
            Subscription polled = subscription.after(new Polled(T0, SAME, 1, false), later);
            assertThat(polled.due()).isEqualTo(T0.plusSeconds(60));
            assertThat(polled.after(new Polled(T0.plusSeconds(60), SAME, 0, false), later)
                            .pushing()
                            .isPollDue(T0.plusSeconds(120)))
                    .isFalse();
        });
    }

    @Test
    void whatIsWrongIsToldUntilAHubConfirms() {
        Subscription two = active.after(new Polled(T0, BOTH, 0, false), T0);
        Instant end = T0.plus(LEASE);
        Subscription afterLapse = two.asked(two.due()).turned(FRESH, end).asked(end);
        Subscription afterDenial =
                two.denied(T0, "not yours").turned(FRESH, T0).asked(T0).refused(T0, "status 500");

        assertThat(codes(afterLapse, end)).containsExactly("push-stopped");
        assertThat(codes(afterDenial, T0)).containsExactly("push-denied");
        assertThat(codes(afterDenial.turned(FRESH, T0).asked(T0), T0)).containsExactly("push-denied");
        assertThat(codes(active.denied(T0, null).asked(T0), T0)).containsExactly("push-denied");
        assertThat(Stream.of(afterLapse, afterDenial).map(pending -> pending.verified(end, LEASE)))
                .allSatisfy(confirmed -> assertThat(codes(confirmed, end)).isEmpty());
    }

    @Test
    void aHubThatWasNotAskedAsItsHostHasEnoughKeepsItsTurn() {
        Subscription first = begun.after(new Polled(T0, BOTH, 0, false), T0).asked(T0);
        Subscription second =
                first.refused(T0, "status 500").turned(FRESH, T0).asked(T0).postponed(T0.plusSeconds(9));

        assertThat(second.due()).isEqualTo(T0.plusSeconds(9));
        assertThat(second.isOthersTurn(second.due())).isFalse();
        assertThat(second.asked(second.due()).isOthersTurn(T0.plusSeconds(999))).isTrue();
    }

    @Test
    void fromAHubThatCanOnlyHintAFeedGoesBackToOneThatSignsWhenItIsToBeRenewed() {
        Subscription hinting = Subscription.begin("post", new Hubs(List.of(PLAIN, HUB)), TOPIC, FRESH, T0)
                .asked(T0)
                .verified(T0, LEASE);
        Subscription signing = hinting.turned(FRESH, hinting.due()).asked(hinting.due());

        assertThat(hinting.isOthersTurn(hinting.due())).isTrue();
        assertThat(signing.hub()).isEqualTo(HUB);
        assertThat(codes(signing, hinting.due())).isEmpty();
        Subscription refused = signing.refused(hinting.due(), "status 500");
        assertThat(refused.due()).as("the one that hints is asked at once").isEqualTo(hinting.due());
        assertThat(refused.turned(FRESH, hinting.due()).hub()).isEqualTo(PLAIN);
        Subscription brief = hinting.verified(T0, Duration.ofMinutes(5));
        assertThat(brief.isOthersTurn(brief.due())).isFalse();
        assertThat(active.isOthersTurn(active.due())).isFalse();
    }

    @Test
    void aHubThatRefusesIsToldOfAndAskedAgainADayLater() {
        Subscription denied = active.pushed(T0).denied(T0, "not yours");

        assertThat(Standing.of(denied, T0).pushed()).isFalse();
        assertThat(Standing.of(denied, T0).conditions())
                .extracting(Condition::code, Condition::message, Condition::figures)
                .containsExactly(tuple(
                        "push-denied",
                        "is not pushed: its hub https://hub.example/ refuses (not yours); it is polled",
                        List.of("https://hub.example/")));
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
