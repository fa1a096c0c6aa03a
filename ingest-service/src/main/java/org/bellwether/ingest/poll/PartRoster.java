package org.bellwether.ingest.poll;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.push.Roster;
import org.bellwether.ingest.state.MongoFeedStates;
import org.bellwether.ingest.state.Told;

/**
 * Tells of the feeds of this instance's part that they are paused, and of any feed that it has ended once what was told of it
 * is taken back ({@link Bookkeeper#withdrawGone}): whether another instance has it is decided there.
 */
public final class PartRoster implements Roster {

    private final Supplier<Optional<Catalogue>> catalogue;
    private final MongoFeedStates states;
    private final Part part;

    /**
     * @param catalogue of now; empty until what people changed is in it
     * @param part of the feeds that this instance decides on
     */
    public PartRoster(Supplier<Optional<Catalogue>> catalogue, MongoFeedStates states, Part part) {
        this.catalogue = catalogue;
        this.states = states;
        this.part = part;
    }

    @Override
    public Optional<Catalogue> catalogue() {
        return catalogue.get();
    }

    @Override
    public Set<String> ended(Set<String> feedIds) {
        Optional<Catalogue> known = catalogue();
        if (known.isEmpty()) {
            return Set.of();
        }
        Set<String> ended = new HashSet<>();
        Set<String> missing = new HashSet<>();
        for (String id : feedIds) {
            Optional<Feed> feed = known.get().byId(id);
            if (feed.isEmpty()) {
                missing.add(id);
            } else if (!feed.get().enabled() && part.has(feed.get().url())) {
                ended.add(id);
            }
        }
        ended.addAll(takenBack(missing));
        return ended;
    }

    private Set<String> takenBack(Set<String> missing) {
        if (missing.isEmpty()) {
            return missing;
        }
        Set<String> told = states.told().stream().map(Told::feedId).collect(Collectors.toSet());
        return missing.stream().filter(id -> !told.contains(id)).collect(Collectors.toSet());
    }
}
