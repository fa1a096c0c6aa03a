package org.bellwether.ingest.lease;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * This instance's part in polling. It lasts from beat to beat: who cannot beat for a while holds nothing, by its own word,
 * before the others come to think so. Its rounds are for one thread, the questions for any.
 */
public final class Tenure {

    private static final Duration SWEPT_AFTER = Duration.ofMinutes(10);

    private final MongoLeases leases;
    private final String instance;
    private final InstantSource steady;
    private final Terms terms;
    private final Name name;
    private final Members members;
    private final Members swept = new Members(SWEPT_AFTER);
    private List<Holding> leaving = List.of();
    private long settled = -1;
    private long settledByOthers = -1;
    private Sight sight = Sight.UNSURE;
    private boolean aside;
    private volatile Instant beaten = Instant.MIN;
    private volatile Set<Shard> held = Set.of();
    private volatile boolean alone;
    private boolean unbroken;

    /**
     * @param instance name, the same after a restart, of no other instance
     * @param process told apart from an earlier one of that name
     * @param terms of all instances
     * @param steady a clock that never jumps and does not stand still while the machine sleeps
     */
    public Tenure(MongoLeases leases, String instance, String process, Terms terms, InstantSource steady) {
        this.leases = leases;
        this.instance = instance;
        this.steady = steady;
        this.terms = terms;
        this.name = new Name(leases, instance, process, terms.counts(), steady);
        this.members = new Members(terms.patience());
    }

    /** The name of this instance. */
    public String instance() {
        return instance;
    }

    /** How often a {@link #round} is to be made. */
    public Duration rhythm() {
        return terms.round();
    }

    /**
     * Beats, takes what is this instance's and held by nobody alive, and notes what others should have: that stays held, but
     * nothing of it is to be begun any more. What was held when the last beat counted no more is taken anew, so that another
     * who was about to take it comes too late.
     *
     * @return what is to be polled here from now on
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store is away; {@link #holds} says what still
     *     counts
     * @throws NameTakenException when another process bears this one's name, as in a copy of a configuration, or was killed
     *     a moment ago
     */
    public Set<Shard> round() throws NameTakenException {
        Instant now = steady.instant();
        beat();
        unbroken = counts();
        Instant asked = steady.instant();
        Collection<Beat> beats = leases.beats();
        Instant answered = steady.instant();
        Set<String> alive = members.after(beats, asked, answered);
        alive.add(instance);
        alone = alive.size() == 1;
        settledByOthers = settledBy(alive, beats);
        sweep(beats, asked, answered);
        Shares shares = Shares.of(instance, alive, able(alive, beats), leases.holdings());
        Set<Shard> mine = new HashSet<>();
        shares.keep().stream()
                .filter(holding -> unbroken || leases.hand(holding, instance))
                .forEach(holding -> mine.add(holding.shard()));
        shares.claim().stream()
                .filter(holding -> leases.hand(holding, instance))
                .forEach(holding -> mine.add(holding.shard()));
        leaving = shares.release();
        Set<Shard> all = new HashSet<>(mine);
        // What lapsed is in nobody's hand here any more that could end well.
        leaving.stream().filter(holding -> unbroken).forEach(holding -> all.add(holding.shard()));
        held = Set.copyOf(all);
        beaten = now;
        return Set.copyOf(mine);
    }

    private long settledBy(Set<String> alive, Collection<Beat> beats) {
        return beats.stream()
                .filter(beat ->
                        alive.contains(beat.instance()) && !beat.instance().equals(instance))
                .mapToLong(Beat::settled)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /**
     * Who of those alive should have shards: not who stands aside, unless all do. This instance does once it has lost sight of the broker
     * while another sees it steadily, and until it sees it again: where all lose it, nobody has to move, and nobody comes back for nothing.
     */
    private Set<String> able(Set<String> alive, Collection<Beat> beats) {
        Map<String, Sight> sights = beats.stream().collect(Collectors.toMap(Beat::instance, Beat::sight));
        boolean steadyElsewhere =
                alive.stream().anyMatch(name -> !name.equals(instance) && sights.get(name) == Sight.STEADY);
        aside = sight == Sight.LOST && (aside || steadyElsewhere);
        Set<String> able = alive.stream()
                .filter(name -> name.equals(instance) ? !aside : sights.get(name) != Sight.LOST)
                .collect(Collectors.toSet());
        return able.isEmpty() ? alive : able;
    }

    /**
     * Beats, and does nothing else: for who is long about something between two rounds. It is in vain when the last beat
     * counts no more; the next round sees to that.
     */
    public void keep() throws NameTakenException {
        Instant now = steady.instant();
        if (counts()) {
            beat();
            if (counts()) {
                beaten = now;
            }
        }
    }

    /** Whether, at the last round, the beat before it still counted, so that nobody can have held anything meanwhile that was held here. */
    public boolean isUnbroken() {
        return unbroken;
    }

    private void beat() throws NameTakenException {
        try {
            name.beat(settled, told());
        } catch (NameTakenException e) {
            held = Set.of();
            alone = false;
            throw e;
        }
    }

    /**
     * Tells the others, with the next beat, that this instance goes by the catalogue.
     *
     * @param revision up to which, with no poll under way any more of a feed that it has put elsewhere by then
     */
    public void settle(long revision) {
        settled = revision;
    }

    /** Takes note of how this instance sees the broker, and tells the others with the next beat. */
    public void sees(Sight broker) {
        sight = broker;
    }

    /** Whether this instance leaves its share to those who see the broker, which it does not. */
    public boolean isAside() {
        return aside;
    }

    private Sight told() {
        return sight == Sight.LOST && !aside ? Sight.UNSURE : sight;
    }

    /** What the others are told. */
    public long settled() {
        return settled;
    }

    /** Up to which revision of the catalogue all others alive have settled, as of the last round; without others, any. */
    public long settledByOthers() {
        return settledByOthers;
    }

    /** Hands on what should be another's, as soon as nothing of it is being polled here. */
    public void handOn(Predicate<Shard> idle) {
        List<Holding> now =
                leaving.stream().filter(holding -> idle.test(holding.shard())).toList();
        leaving = List.of();
        Set<Shard> left = new HashSet<>(held);
        now.forEach(holding -> left.remove(holding.shard()));
        held = Set.copyOf(left);
        now.forEach(holding -> leases.hand(holding, null));
    }

    /** Whether a poll of the shard may go on here at this very moment; one may begin where the last {@link #round} said so. */
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
        held = Set.of();
        if (!name.isBorne()) {
            return;
        }
        try {
            name.beat(settled, told());
        } catch (NameTakenException e) {
            // What is held under the name is another process's by now.
            return;
        }
        leases.release(instance);
        name.leave();
    }

    private void sweep(Collection<Beat> beats, Instant asked, Instant answered) {
        Set<String> recent = swept.after(beats, asked, answered);
        beats.stream().filter(beat -> !recent.contains(beat.instance())).forEach(leases::sweep);
    }
}
