package org.bellwether.ingest.lease;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * This instance's part in polling. It lasts from beat to beat: who cannot beat for a while holds nothing, by its own word,
 * before the others come to think so. Its rounds are for one thread, the questions for any.
 */
public final class Tenure {

    private static final Duration SWEPT_AFTER = Duration.ofMinutes(10);

    private final MongoLeases leases;
    private final String instance;
    private final String process;
    private final InstantSource steady;
    private final Terms terms;
    private final Members members;
    private final Members swept = new Members(SWEPT_AFTER);
    private List<Holding> leaving = List.of();
    private long count;
    private boolean joined;
    private volatile Instant beaten = Instant.MIN;
    private volatile Set<Shard> held = Set.of();
    private volatile boolean alone = true;

    /**
     * @param instance name, the same after a restart, of no other instance
     * @param process told apart from an earlier one of that name
     * @param terms of all instances
     * @param steady a clock that never jumps
     */
    public Tenure(MongoLeases leases, String instance, String process, Terms terms, InstantSource steady) {
        this.leases = leases;
        this.instance = instance;
        this.process = process;
        this.terms = terms;
        this.steady = steady;
        this.members = new Members(terms.patience());
    }

    /** How often a {@link #round} is to be made. */
    public Duration rhythm() {
        return terms.round();
    }

    /**
     * Beats, takes what is this instance's and held by nobody alive, and notes what others should have.
     *
     * @return what is to be polled here from now on
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store is away; {@link #holds} says what still
     *     counts
     * @throws NameTakenException when another process has taken this one's name, as in a copy of a configuration
     */
    public Set<Shard> round() throws NameTakenException {
        Instant now = steady.instant();
        Beat beat = new Beat(instance, process, ++count);
        if (!joined) {
            leases.join(beat);
            joined = true;
        } else if (!leases.beat(beat)) {
            held = Set.of();
            awaitTheName(now);
            throw new NameTakenException(instance);
        }
        Collection<Beat> beats = leases.beats();
        Set<String> alive = members.after(beats, now);
        alive.add(instance);
        alone = alive.size() == 1;
        sweep(beats, now);
        Shares shares = Shares.of(instance, alive, leases.holdings());
        Set<Shard> mine = new HashSet<>();
        shares.keep().forEach(holding -> mine.add(holding.shard()));
        shares.claim().stream()
                .filter(holding -> leases.hand(holding, instance))
                .forEach(holding -> mine.add(holding.shard()));
        leaving = shares.release();
        held = Set.copyOf(mine);
        beaten = now;
        return held;
    }

    /** Hands on what should be another's, as soon as nothing of it is being polled here. */
    public void handOn(Predicate<Shard> idle) {
        leaving.stream().filter(holding -> idle.test(holding.shard())).forEach(holding -> leases.hand(holding, null));
        leaving = List.of();
    }

    /** Whether the shard may be polled here at this very moment. */
    public boolean holds(Shard shard) {
        return counts() && held.contains(shard);
    }

    /** Whether no other instance is alive, as of the last round. */
    public boolean isAlone() {
        return alone;
    }

    /** Whether the last beat still counts. */
    public boolean counts() {
        return beaten.plus(terms.counts()).isAfter(steady.instant());
    }

    /** Who polls the shard, as far as is known; empty when nobody does. */
    public Optional<String> holder(Shard shard) {
        return leases.holdings().stream()
                .filter(holding -> holding.shard().equals(shard))
                .flatMap(holding -> Optional.ofNullable(holding.instance()).stream())
                .findFirst();
    }

    /** Lets go of everything: the service stops, and nothing is being polled any more. */
    public void end() {
        if (!joined) {
            return;
        }
        held = Set.of();
        leases.release(instance);
        leases.leave(new Beat(instance, process, count));
        joined = false;
    }

    /** The name is free again when whoever took it has been silent for as long as the others wait. */
    private void awaitTheName(Instant now) {
        Optional<Beat> other = leases.beatOf(instance);
        joined = other.isPresent() && !members.after(Set.of(other.get()), now).isEmpty();
    }

    private void sweep(Collection<Beat> beats, Instant now) {
        Set<String> recent = swept.after(beats, now);
        beats.stream().filter(beat -> !recent.contains(beat.instance())).forEach(leases::leave);
    }
}
