package org.bellwether.ingest.state;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.bellwether.events.SourceKind;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.catalogue.Feed;

/** How the feeds of the catalogue do at one moment. */
public final class Tally {

    private final Map<State, Integer> feeds = new EnumMap<>(State.class);
    private final Map<SourceKind, Instant> newest = new EnumMap<>(SourceKind.class);

    Tally() {}

    void add(Feed feed, FeedState state) {
        feeds.merge(state.state(), 1, Integer::sum);
        Instant item = state.newestItem();
        if (item != null) {
            newest.merge(feed.publisher().kind(), item, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    /** How many feeds are in that state. */
    public int count(State state) {
        return feeds.getOrDefault(state, 0);
    }

    /** Publication time of the newest item that any feed of the kind brought (UTC); empty when none is dated. */
    public Optional<Instant> newestItem(SourceKind kind) {
        return Optional.ofNullable(newest.get(kind));
    }
}
