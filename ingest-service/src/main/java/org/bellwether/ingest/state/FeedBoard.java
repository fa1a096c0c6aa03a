package org.bellwether.ingest.state;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.Feed;
import org.jspecify.annotations.Nullable;

/**
 * The state of every feed of the catalogue as of now, read by API, health and metrics while polls go on. The catalogue may
 * change at any time; what is known of a feed that left it is kept, as it may come back.
 */
public final class FeedBoard {

    private final Supplier<Catalogue> catalogue;
    private final Map<String, FeedState> states = new ConcurrentHashMap<>();

    /** Of a catalogue that stays as it is. */
    public FeedBoard(Catalogue catalogue) {
        this(() -> catalogue);
    }

    /**
     * Of a catalogue that people change.
     *
     * @param catalogue as it is at the moment
     */
    public FeedBoard(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    public Catalogue catalogue() {
        return catalogue.get();
    }

    /** Takes over what was saved before a restart, as the catalogue of today sees it. */
    public void resume(Collection<FeedState> saved) {
        Catalogue today = catalogue();
        saved.forEach(state -> states.put(
                state.feedId(), today.byId(state.feedId()).map(state::under).orElse(state)));
    }

    /** What is known of these feeds at the moment, by id; nothing of those that nothing is known of. */
    public Map<String, FeedState> known(Set<String> feeds) {
        Map<String, FeedState> known = new HashMap<>();
        for (String id : feeds) {
            @Nullable FeedState state = states.get(id);
            if (state != null) {
                known.put(id, state);
            }
        }
        return known;
    }

    /** At which address the feed of that id is or was read; empty when nothing is known of one here. */
    public Optional<URI> rememberedAt(String id) {
        return Optional.ofNullable(states.get(id)).map(state -> URI.create(state.url()));
    }

    /**
     * Takes over what was saved, but of feeds of which something was learnt meanwhile.
     *
     * @param known of them before it was looked up what is saved
     */
    public void resume(Collection<FeedState> saved, Map<String, FeedState> known) {
        Catalogue today = catalogue();
        saved.forEach(state -> states.compute(
                state.feedId(),
                (id, current) -> Objects.equals(current, known.get(id))
                        ? today.byId(id).map(state::under).orElse(state)
                        : current));
    }

    /** The state as the feed of now sees it: what was read at another address says nothing of this one. */
    public FeedState of(Feed feed) {
        return asSeenBy(feed, states.get(feed.id()));
    }

    /** Changes a feed's state in one step, whoever else writes. */
    public FeedState change(Feed feed, UnaryOperator<FeedState> change) {
        return Objects.requireNonNull(states.compute(feed.id(), (id, state) -> change.apply(asSeenBy(feed, state))));
    }

    private static FeedState asSeenBy(Feed feed, @Nullable FeedState state) {
        if (state == null) {
            return FeedState.of(feed);
        }
        boolean switched = !feed.enabled() || state.state() == State.DISABLED;
        boolean moved = !state.url().equals(feed.url().toString());
        return switched || moved ? state.under(feed) : state;
    }

    public void put(FeedState state) {
        states.put(state.feedId(), state);
    }

    /** How all feeds do, gone through once. */
    public Tally tally() {
        Tally tally = new Tally();
        for (Feed feed : catalogue().feeds()) {
            tally.add(feed, of(feed));
        }
        return tally;
    }

    /** What is wrong with each failing feed, by id, in the catalogue's order. */
    public Map<String, String> failing() {
        Map<String, String> failing = new LinkedHashMap<>();
        for (Feed feed : catalogue().feeds()) {
            FeedState state = of(feed);
            if (state.state() == State.FAILING) {
                failing.put(feed.id(), String.valueOf(state.diagnosis()));
            }
        }
        return failing;
    }
}
