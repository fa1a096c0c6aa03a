package org.bellwether.ingest.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenureTest {

    private static final int ALL = Shard.all().size();

    private static EmbeddedStore store;
    private static MongoClient client;

    private final MongoLeases leases = new MongoLeases(client.getDatabase("leases-" + UUID.randomUUID()));
    private Instant now = Instant.EPOCH;

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

    @Test
    void oneAloneHoldsEverythingAtOnce() throws Exception {
        assertThat(tenure("a").round()).hasSize(ALL);
    }

    @Test
    void whoComesTakesItsShareFromTheOthersAndNothingIsHeldTwice() throws Exception {
        Tenure a = tenure("a");
        Tenure b = tenure("b");
        a.round();
        assertThat(b.round()).isEmpty();
        Set<Shard> ofA = a.round();
        assertThat(b.round()).isEmpty();

        a.handOn(shard -> true);
        Set<Shard> ofB = b.round();

        assertThat(ofA.size()).isBetween(ALL / 3, ALL * 2 / 3);
        assertDisjoint(ofA, ofB);
        assertThat(ofA.size() + ofB.size()).isEqualTo(ALL);
    }

    @Test
    void whatIsBeingPolledIsHandedOnLater() throws Exception {
        Tenure a = tenure("a");
        Tenure b = tenure("b");
        a.round();
        b.round();
        a.round();
        a.handOn(shard -> false);

        assertThat(b.round()).isEmpty();
    }

    @Test
    void whatIsToBeHandedOnIsHeldUntilThenSoThatItsPollsEndWell() throws Exception {
        Tenure a = tenure("a");
        Tenure b = tenure("b");
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
        Tenure a = tenure("a");
        int[] until = {-1};
        Tenure b = new Tenure(leases, "b", "pb", Terms.USUAL, () -> {
            Instant read = now;
            if (until[0]-- == 0) {
                beatFor(Duration.ofSeconds(8), a);
            }
            return read;
        });
        share(a, b);
        Shard one = a.round().iterator().next();
        for (int times = 0; times < 4; times++) {
            until[0] = times;
            b.round();
            until[0] = -1;
            // From here on a does not come through to the store.
            for (int round = 0; round < 10; round++) {
                boolean taken = b.round().contains(one);
                assertThat(taken && a.holds(one)).as("two hold one shard").isFalse();
                tick();
            }
            share(a, b);
        }
    }

    @Test
    void whatLapsedIsTakenAnewSoThatWhoIsAboutToTakeItComesTooLate() throws Exception {
        Tenure a = tenure("a");
        Shard one = a.round().iterator().next();
        Holding seen = holding(one);
        now = now.plus(Terms.USUAL.patience());

        assertThat(a.round()).contains(one);

        assertThat(a.isUnbroken()).isFalse();
        assertThat(leases.hand(seen, "slow")).isFalse();
        assertThat(holding(one).instance()).isEqualTo("a");
        a.round();
        assertThat(a.isUnbroken()).isTrue();
    }

    @Test
    void whoIsLongAboutSomethingKeepsWhatItHasByBeatsAlone() throws Exception {
        Tenure a = tenure("a");
        Tenure b = tenure("b");
        share(a, b);
        Shard one = a.round().iterator().next();
        for (int beat = 0; beat < 10; beat++) {
            tick();
            a.keep();
            assertThat(b.round()).doesNotContain(one);
            assertThat(a.holds(one)).isTrue();
        }

        now = now.plus(Terms.USUAL.counts());
        a.keep();

        assertThat(a.holds(one)).as("counts no more, and is not taken up again").isFalse();
    }

    private Holding holding(Shard shard) {
        return leases.holdings().get(shard.number());
    }

    private void beatFor(Duration time, Tenure tenure) {
        try {
            for (Instant end = now.plus(time); now.isBefore(end); ) {
                tick();
                tenure.round();
            }
        } catch (NameTakenException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoDiesHoldsNothingByItsOwnWordBeforeTheOthersTakeItOver() throws Exception {
        Tenure a = tenure("a");
        Tenure b = tenure("b");
        share(a, b);
        Set<Shard> ofA = a.round();
        Shard one = ofA.iterator().next();
        boolean held = true;
        Duration gone = Duration.ZERO;
        while (b.round().size() < ALL) {
            held = a.holds(one);
            tick();
            gone = gone.plus(Terms.USUAL.round());
        }

        assertThat(held).isFalse();
        assertThat(gone).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
        assertThat(a.holds(one)).isFalse();
        assertThat(a.round()).doesNotContain(one);
    }

    @Test
    void whoHasLostSightOfTheBrokerLeavesItsShareToWhoSeesItSteadily() throws Exception {
        Tenure a = tenure("a");
        Tenure b = tenure("b");
        share(a, b);
        a.sees(Sight.LOST);
        b.sees(Sight.UNSURE);
        share(a, b);
        assertThat(a.round()).as("nobody sees it steadily").isNotEmpty();

        b.sees(Sight.STEADY);
        share(a, b);
        assertThat(a.round()).isEmpty();
        assertThat(b.round()).hasSize(ALL);
        b.sees(Sight.UNSURE);
        share(a, b);
        assertThat(a.round()).as("it sees nothing still").isEmpty();

        a.sees(Sight.UNSURE);
        share(a, b);
        assertThat(a.round()).as("it sees it again").isNotEmpty();
    }

    @Test
    void whereNobodySeesTheBrokerNobodyLeavesAnythingToAnother() throws Exception {
        Tenure a = tenure("a");
        Tenure b = tenure("b");
        share(a, b);
        Set<Shard> ofA = a.round();
        for (Tenure blind : List.of(a, b)) {
            blind.sees(Sight.LOST);
            share(a, b);
            assertThat(a.round()).isEqualTo(ofA);
        }
    }

    @Test
    void whoStopsLetsGoAtOnce() throws Exception {
        Tenure a = tenure("a");
        Tenure b = tenure("b");
        share(a, b);

        a.end();

        assertThat(b.round()).hasSize(ALL);
    }

    @Test
    void whoComesBackAfterAStopGoesOnAtOnce() throws Exception {
        Tenure a = tenure("a");
        Tenure b = tenure("b");
        share(a, b);
        Set<Shard> before = a.round();
        a.end();

        assertThat(tenure("a").round()).isEqualTo(before);
    }

    @Test
    void aSecondProcessOfTheNameHoldsNothingWhileTheFirstBeats() throws Exception {
        Tenure first = tenure("a");
        Set<Shard> held = first.round();
        Tenure second = tenure("a");

        for (int round = 0; round < 10; round++) {
            assertThatThrownBy(second::round)
                    .isInstanceOf(NameTakenException.class)
                    .hasMessageContaining("\"a\"")
                    .hasMessageContaining("bellwether.instance");
            tick();
            assertThat(first.round()).isEqualTo(held);
        }
        assertThat(second.holds(held.iterator().next())).isFalse();
    }

    @Test
    void whoComesBackAfterAKillGoesOnWhenTheFormerProcessCountsNoMore() throws Exception {
        Tenure killed = tenure("a");
        share(killed, tenure("b"));
        Set<Shard> before = killed.round();
        Shard one = before.iterator().next();
        Tenure next = tenure("a");

        Duration waited = Duration.ZERO;
        while (!began(next)) {
            tick();
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
        Tenure a = tenure("a");
        Tenure b = tenure("b");
        share(a, b);
        for (int minute = 0; minute < 12; minute++) {
            b.round();
            now = now.plusSeconds(60);
        }
        assertThat(leases.beatOf("a")).isEmpty();

        assertThat(a.round()).isEmpty();
        share(b, a);

        assertThat(a.round().size()).isBetween(ALL / 3, ALL * 2 / 3);
        assertDisjoint(a.round(), b.round());
    }

    @Test
    void aBeatFromBeforeTheMachineSleptCountsForNothing() throws Exception {
        Instant[] wall = {Instant.parse("2026-11-22T12:00:00Z")};
        Steady steady = new Steady(() -> 0, () -> wall[0]);
        Tenure a = new Tenure(leases, "a", "p", Terms.USUAL, steady);
        Shard one = a.round().iterator().next();
        assertThat(a.holds(one)).isTrue();

        wall[0] = wall[0].plusSeconds(3600);

        assertThat(a.holds(one)).isFalse();
    }

    @Test
    void eachLearnsHowFarAllOthersAliveHaveSettled() throws Exception {
        Tenure a = tenure("a");
        a.round();
        assertThat(a.settledByOthers()).isEqualTo(Long.MAX_VALUE);
        Tenure b = tenure("b");
        Tenure c = tenure("c");
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
            tick();
            b.round();
            a.round();
        }

        assertThat(a.settledByOthers()).as("c is gone").isEqualTo(7);
    }

    @Test
    void manyComingAndGoingNeverHoldTheSame() throws Exception {
        List<Tenure> instances = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            instances.add(tenure("i" + i));
            for (int round = 0; round < 3; round++) {
                assertNothingIsHeldTwice(instances);
                tick();
            }
        }
        instances.remove(3);
        instances.remove(3).end();
        int held = 0;
        for (int round = 0; round < 12; round++) {
            held = assertNothingIsHeldTwice(instances);
            tick();
        }
        assertThat(held).isEqualTo(ALL);
    }

    private int assertNothingIsHeldTwice(List<Tenure> instances) throws NameTakenException {
        Set<Shard> held = new HashSet<>();
        int sum = 0;
        for (Tenure instance : instances) {
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

    private static void share(Tenure a, Tenure b) throws NameTakenException {
        for (Tenure each : Stream.of(a, b, a, b, a, b).toList()) {
            each.round();
            each.handOn(shard -> true);
        }
    }

    private static void assertDisjoint(Set<Shard> one, Set<Shard> other) {
        assertThat(one).doesNotContainAnyElementsOf(other);
    }

    private void tick() {
        now = now.plus(Terms.USUAL.round());
    }

    private Tenure tenure(String name) {
        return new Tenure(leases, name, UUID.randomUUID().toString(), Terms.USUAL, () -> now);
    }
}
