package org.bellwether.ingest.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bellwether.ingest.OwnStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TenureTest {

    private static final int ALL = Shard.all().size();

    @RegisterExtension
    static final OwnStore STORE = new OwnStore();

    private final Instances instances = new Instances(STORE.client());

    @Test
    void oneAloneHoldsEverythingAtOnce() throws Exception {
        assertThat(instances.tenure("a").round()).hasSize(ALL);
    }

    @Test
    void whoComesTakesItsShareFromTheOthersAndNothingIsHeldTwice() throws Exception {
        Tenure a = instances.tenure("a");
        Tenure b = instances.tenure("b");
        a.round();
        assertThat(b.round()).isEmpty();
        Set<Shard> ofA = a.round();
        assertThat(b.round()).isEmpty();

        a.handOn(shard -> true);
        Set<Shard> ofB = b.round();

        assertThat(ofA.size()).isBetween(ALL / 3, ALL * 2 / 3);
        Instances.assertDisjoint(ofA, ofB);
        assertThat(ofA.size() + ofB.size()).isEqualTo(ALL);
    }

    @Test
    void whatIsBeingPolledIsHandedOnLater() throws Exception {
        Tenure a = instances.tenure("a");
        Tenure b = instances.tenure("b");
        a.round();
        b.round();
        a.round();
        a.handOn(shard -> false);

        assertThat(b.round()).isEmpty();
    }

    @Test
    void whatIsToBeHandedOnIsHeldUntilThenSoThatItsPollsEndWell() throws Exception {
        Tenure a = instances.tenure("a");
        Tenure b = instances.tenure("b");
        a.round();
        b.round();
        Set<Shard> toBegin = a.round();
        Shard leaving = Shard.all().stream()
                .filter(shard -> !toBegin.contains(shard))
                .findFirst()
                .orElseThrow();
        a.handOn(shard -> false);
        assertThat(a.holds(leaving)).isTrue();

        a.round();
        a.handOn(shard -> true);

        assertThat(a.holds(leaving)).isFalse();
        assertThat(b.round()).contains(leaving);
    }

    @Test
    void whoStalledBeforeItLookedTakesNothingOverTooEarly() throws Exception {
        Tenure a = instances.tenure("a");
        int[] until = {-1};
        Tenure b = new Tenure(instances.leases(), "b", "pb", Terms.USUAL, () -> {
            Instant read = instances.now();
            if (until[0]-- == 0) {
                beatFor(Duration.ofSeconds(8), a);
            }
            return read;
        });
        instances.share(a, b);
        Shard one = a.round().iterator().next();
        for (int times = 0; times < 4; times++) {
            until[0] = times;
            b.round();
            until[0] = -1;
            // From here on a does not come through to the store.
            for (int round = 0; round < 10; round++) {
                boolean taken = b.round().contains(one);
                assertThat(taken && a.holds(one)).as("two hold one shard").isFalse();
                instances.tick();
            }
            instances.share(a, b);
        }
    }

    @Test
    void whatLapsedIsTakenAnewSoThatWhoIsAboutToTakeItComesTooLate() throws Exception {
        Tenure a = instances.tenure("a");
        Shard one = a.round().iterator().next();
        Holding seen = holding(one);
        instances.pass(Terms.USUAL.patience());

        assertThat(a.round()).contains(one);

        assertThat(a.isUnbroken()).isFalse();
        assertThat(instances.leases().hand(seen, "slow")).isFalse();
        assertThat(holding(one).instance()).isEqualTo("a");
        a.round();
        assertThat(a.isUnbroken()).isTrue();
    }

    @Test
    void whoIsLongAboutSomethingKeepsWhatItHasByBeatsAlone() throws Exception {
        Tenure a = instances.tenure("a");
        Tenure b = instances.tenure("b");
        instances.share(a, b);
        Shard one = a.round().iterator().next();
        for (int beat = 0; beat < 10; beat++) {
            instances.tick();
            a.keep();
            assertThat(b.round()).doesNotContain(one);
            assertThat(a.holds(one)).isTrue();
        }

        instances.pass(Terms.USUAL.counts());
        a.keep();

        assertThat(a.holds(one)).as("counts no more, and is not taken up again").isFalse();
    }

    private Holding holding(Shard shard) {
        return instances.leases().holdings().get(shard.number());
    }

    private void beatFor(Duration time, Tenure tenure) {
        try {
            for (Instant end = instances.now().plus(time); instances.now().isBefore(end); ) {
                instances.tick();
                tenure.round();
            }
        } catch (NameTakenException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoHasLostSightOfTheBrokerLeavesItsShareToWhoSeesItSteadily() throws Exception {
        Tenure a = instances.tenure("a");
        Tenure b = instances.tenure("b");
        instances.share(a, b);
        a.sees(Sight.LOST);
        b.sees(Sight.UNSURE);
        instances.share(a, b);
        assertThat(a.round()).as("nobody sees it steadily").isNotEmpty();

        b.sees(Sight.STEADY);
        instances.share(a, b);
        assertThat(a.round()).isEmpty();
        assertThat(b.round()).hasSize(ALL);
        b.sees(Sight.UNSURE);
        instances.share(a, b);
        assertThat(a.round()).as("it sees nothing still").isEmpty();

        a.sees(Sight.UNSURE);
        instances.share(a, b);
        assertThat(a.round()).as("it sees it again").isNotEmpty();
    }

    @Test
    void whereNobodySeesTheBrokerNobodyLeavesAnythingToAnother() throws Exception {
        Tenure a = instances.tenure("a");
        Tenure b = instances.tenure("b");
        instances.share(a, b);
        Set<Shard> ofA = a.round();
        for (Tenure blind : List.of(a, b)) {
            blind.sees(Sight.LOST);
            instances.share(a, b);
            assertThat(a.round()).isEqualTo(ofA);
        }
    }

    @Test
    void aBeatFromBeforeTheMachineSleptCountsForNothing() throws Exception {
        Instant[] wall = {Instant.parse("2026-11-22T12:00:00Z")};
        Steady steady = new Steady(() -> 0, () -> wall[0]);
        Tenure a = new Tenure(instances.leases(), "a", "p", Terms.USUAL, steady);
        Shard one = a.round().iterator().next();
        assertThat(a.holds(one)).isTrue();

        wall[0] = wall[0].plusSeconds(3600);

        assertThat(a.holds(one)).isFalse();
    }

    @Test
    void eachLearnsHowFarAllOthersAliveHaveSettled() throws Exception {
        Tenure a = instances.tenure("a");
        a.round();
        assertThat(a.settledByOthers()).isEqualTo(Long.MAX_VALUE);
        Tenure b = instances.tenure("b");
        Tenure c = instances.tenure("c");
        b.settle(7);
        b.round();
        c.round();
        a.round();
        assertThat(a.settledByOthers()).as("c has read no catalogue yet").isEqualTo(-1);
        c.settle(5);
        c.round();
        a.round();
        assertThat(a.settledByOthers()).isEqualTo(5);

        for (int round = 0; round < 8; round++) {
            instances.tick();
            b.round();
            a.round();
        }

        assertThat(a.settledByOthers()).as("c is gone").isEqualTo(7);
    }
}
