package org.bellwether.ingest.state;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bellwether.events.SourceKind;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.Feed;

/** The state of every feed of the catalogue as of now, read by API, health and metrics while polls go on. */
public final class FeedBoard {

    private final Catalogue catalogue;
    private final Map<String, FeedState> states = new ConcurrentHashMap<>();

    public FeedBoard(Catalogue catalogue) {
        this.catalogue = catalogue;
        catalogue.feeds().forEach(feed -> states.put(feed.id(), FeedState.of(feed)));
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Takes over what was saved before a restart; states of feeds no longer in the catalogue are left alone. */
    public void resume(Collection<FeedState> saved) {
        saved.forEach(
                state -> catalogue.byId(state.feedId()).ifPresent(feed -> states.put(feed.id(), state.under(feed))));
    }

    public FeedState of(Feed feed) {
        return Optional.ofNullable(states.get(feed.id())).orElseGet(() -> FeedState.of(feed));
    }

    public void put(FeedState state) {
        states.put(state.feedId(), state);
    }

    /** How many feeds are in that state. */
    public long count(State state) {
        return states.values().stream().filter(feed -> feed.state() == state).count();
    }

    /** Publication time of the newest item that any feed of the kind brought (UTC); empty when none is dated. */
    public Optional<Instant> newestItem(SourceKind kind) {
        return catalogue.feeds().stream()
                .filter(feed -> feed.publisher().kind() == kind)
                .map(feed -> of(feed).newestItem())
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
    }

    /** What is wrong with each failing feed, by id, in the catalogue's order. */
    public Map<String, String> failing() {
        Map<String, String> failing = new LinkedHashMap<>();
        for (Feed feed : catalogue.feeds()) {
            FeedState state = of(feed);
            if (state.state() == State.FAILING) {
                failing.put(feed.id(), String.valueOf(state.diagnosis()));
            }
        }
        return failing;
    }
}
