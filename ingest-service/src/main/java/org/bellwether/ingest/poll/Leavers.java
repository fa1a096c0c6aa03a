package org.bellwether.ingest.poll;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.state.Told;
import org.jspecify.annotations.Nullable;

/**
 * Which feeds have left the catalogue. Of a feed that is in no catalogue of who should poll it there are two ways to tell.
 * Where people took it out, every instance does the same within seconds, and it is gone. Where it merely is not in the
 * catalogue's file here, another instance may have another file, as in a rollout: it is missed first, for so long that any
 * instance that has it claims it, and gone only when none did. Pure.
 *
 * @param stay in the catalogue here, and missed elsewhere
 * @param missed not in the catalogue here, and not noted yet
 * @param taken out by people, or of no other instance
 * @param waiting missed for some time by now
 */
record Leavers(List<String> stay, List<String> missed, List<String> taken, List<Told> waiting) {

    /** Instances look for their own among the missed once a minute. */
    static final Duration CLAIMED_WITHIN = Duration.ofMinutes(10);

    /**
     * Tells them apart.
     *
     * @param told of by all instances
     * @param part in which this instance decides
     * @param takenOut whether it once was in the catalogue here
     */
    static Leavers among(Collection<Told> told, Catalogue catalogue, Part part, Predicate<String> takenOut) {
        Leavers leavers = new Leavers(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        boolean undisputed = part.isWhole();
        for (Told feed : told) {
            String id = feed.feedId();
            if (catalogue.byId(id).isPresent()) {
                if (feed.missedSince() != null) {
                    leavers.stay.add(id);
                }
            } else if (undisputed || isIn(part, feed.url())) {
                if (undisputed || takenOut.test(id)) {
                    leavers.taken.add(id);
                } else if (feed.missedSince() == null) {
                    leavers.missed.add(id);
                } else {
                    leavers.waiting.add(feed);
                }
            }
        }
        return leavers;
    }

    /** Those of which all that was told is to be taken back, by id. */
    List<String> gone(Instant now) {
        Stream<String> unclaimed = waiting.stream()
                .filter(feed -> feed.missedSince() != null
                        && !feed.missedSince().plus(CLAIMED_WITHIN).isAfter(now))
                .map(Told::feedId);
        return Stream.concat(taken.stream(), unclaimed).toList();
    }

    /** What has no address that can be read is nobody's in particular, and waits until an instance is alone. */
    private static boolean isIn(Part part, @Nullable String url) {
        try {
            return url != null && part.has(new URI(url));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
