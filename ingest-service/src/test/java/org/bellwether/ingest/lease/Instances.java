package org.bellwether.ingest.lease;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Instances that share the leases of one store, in a time that a test lets pass. */
final class Instances {

    private final MongoLeases leases;
    private Instant now = Instant.EPOCH;

    Instances(MongoClient client) {
        this.leases = new MongoLeases(client.getDatabase("leases-" + UUID.randomUUID()));
    }

    MongoLeases leases() {
        return leases;
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** From one beat to the next. */
    void tick() {
        pass(Terms.USUAL.round());
    }

    /** Another process of that name. */
    Tenure tenure(String name) {
        return new Tenure(leases, name, UUID.randomUUID().toString(), Terms.USUAL, () -> now);
    }

    /** Lets two come to terms. */
    void share(Tenure a, Tenure b) throws NameTakenException {
        for (Tenure each : Stream.of(a, b, a, b, a, b).toList()) {
            each.round();
            each.handOn(shard -> true);
        }
    }

    static void assertDisjoint(Set<Shard> one, Set<Shard> other) {
        assertThat(one).doesNotContainAnyElementsOf(other);
    }
}
