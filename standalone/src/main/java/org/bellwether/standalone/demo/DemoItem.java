package org.bellwether.standalone.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One story in one feed, with everything that will ever be said under its identity.
 *
 * @param key its identity, one of its kind in the whole script
 * @param feed id of the feed that carries it
 * @param copyOf key of the wire story of which it is a newspaper's copy
 * @param editions the first and its corrections, in the order of their moments
 */
record DemoItem(String key, String feed, Optional<String> author, Optional<String> copyOf, List<Edition> editions) {

    DemoItem {
        editions = List.copyOf(editions);
    }

    /**
     * What the story says from a moment on.
     *
     * @param at when this edition comes out
     */
    record Edition(Moment at, String title, String text) {}

    /** The first edition, by whose moment the story is dated. */
    Edition first() {
        return editions.get(0);
    }

    /** The newest edition that is out, or none if the story is still to come. */
    Optional<Edition> current(Instant start, Instant now) {
        return editions.stream()
                .filter(edition -> !edition.at().from(start).isAfter(now))
                .reduce((earlier, later) -> later);
    }
}
