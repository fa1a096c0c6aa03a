package org.bellwether.ingest.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bellwether.ingest.OwnStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Instances that stop, die and come back, and others under their names. */
class ComingAndGoingTest {

    private static final int ALL = Shard.all().size();

    @RegisterExtension
    static final OwnStore STORE = new OwnStore();

    private final Instances instances = new Instances(STORE.client());

    @Test
    void whoStopsLetsGoAtOnce() throws Exception {
        Tenure a = instances.tenure("a");
        Tenure b = instances.tenure("b");
        instances.share(a, b);

        a.end();

        assertThat(b.round()).hasSize(ALL);
    }

    @Test
    void whoDiesHoldsNothingByItsOwnWordBeforeTheOthersTakeItOver() throws Exception {
        Tenure a = instances.tenure("a");
        Tenure b = instances.tenure("b");
        instances.share(a, b);
        Set<Shard> ofA = a.round();
        Shard one = ofA.iterator().next();
        boolean held = true;
        Duration gone = Duration.ZERO;
        while (b.round().size() < ALL) {
            held = a.holds(one);
            instances.tick();
            gone = gone.plus(Terms.USUAL.round());
        }

        assertThat(held).isFalse();
        assertThat(gone).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
        assertThat(a.holds(one)).isFalse();
        assertThat(a.round()).doesNotContain(one);
    }

    @Test
    void whoComesBackAfterAStopGoesOnAtOnce() throws Exception {
        Tenure a = instances.tenure("a");
        Tenure b = instances.tenure("b");
        instances.share(a, b);
        Set<Shard> before = a.round();
        a.end();

        assertThat(instances.tenure("a").round()).isEqualTo(before);
    }

    @Test
    void aSecondProcessOfTheNameHoldsNothingWhileTheFirstBeats() throws Exception {
        Tenure first = instances.tenure("a");
        Set<Shard> held = first.round();
        Tenure second = instances.tenure("a");

        for (int round = 0; round < 10; round++) {
            assertThatThrownBy(second::round)
                    .isInstanceOf(NameTakenException.class)
                    .hasMessageContaining("\"a\"")
                    .hasMessageContaining("bellwether.instance");
            instances.tick();
            assertThat(first.round()).isEqualTo(held);
        }
        assertThat(second.holds(held.iterator().next())).isFalse();
    }

    @Test
    void whoComesBackAfterAKillGoesOnWhenTheFormerProcessCountsNoMore() throws Exception {
        Tenure killed = instances.tenure("a");
        instances.share(killed, instances.tenure("b"));
        Set<Shard> before = killed.round();
        Shard one = before.iterator().next();
        Tenure next = instances.tenure("a");

        Duration waited = Duration.ZERO;
        while (!began(next)) {
            instances.tick();
            waited = waited.plus(Terms.USUAL.round());
        }

        assertThat(waited).isEqualTo(Terms.USUAL.counts());
        assertThat(next.round()).isEqualTo(before);
        assertThat(killed.holds(one)).isFalse();
        assertThatThrownBy(killed::round).isInstanceOf(NameTakenException.class);
        assertThat(killed.holds(one)).isFalse();
        killed.end();
        assertThat(next.round()).isEqualTo(before);
    }

    @Test
    void whoWasSweptAwayTakesItsNameUpAgain() throws Exception {
        Tenure a = instances.tenure("a");
        Tenure b = instances.tenure("b");
        instances.share(a, b);
        for (int minute = 0; minute < 12; minute++) {
            b.round();
            instances.pass(Duration.ofMinutes(1));
        }
        assertThat(instances.leases().beatOf("a")).isEmpty();

        assertThat(a.round()).isEmpty();
        instances.share(b, a);

        assertThat(a.round().size()).isBetween(ALL / 3, ALL * 2 / 3);
        Instances.assertDisjoint(a.round(), b.round());
    }

    @Test
    void manyComingAndGoingNeverHoldTheSame() throws Exception {
        List<Tenure> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(instances.tenure("i" + i));
            for (int round = 0; round < 3; round++) {
                assertNothingIsHeldTwice(all);
                instances.tick();
            }
        }
        all.remove(3);
        all.remove(3).end();
        int held = 0;
        for (int round = 0; round < 12; round++) {
            held = assertNothingIsHeldTwice(all);
            instances.tick();
        }
        assertThat(held).isEqualTo(ALL);
    }

    private int assertNothingIsHeldTwice(List<Tenure> all) throws NameTakenException {
        Set<Shard> held = new HashSet<>();
        int sum = 0;
        for (Tenure instance : all) {
            Set<Shard> share = instance.round();
            instance.handOn(shard -> true);
            held.addAll(share);
            sum += share.size();
        }
        assertThat(held).hasSize(sum);
        return sum;
    }

    private static boolean began(Tenure tenure) {
        try {
            tenure.round();
            return true;
        } catch (NameTakenException e) {
            return false;
        }
    }
}
