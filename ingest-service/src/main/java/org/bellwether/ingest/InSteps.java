package org.bellwether.ingest;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bellwether.ingest.lease.NameTakenException;
import org.bellwether.ingest.lease.Tenure;

/**
 * What takes long for many feeds, done in steps with a beat after each.
 *
 * @param tenure that beats
 */
record InSteps(Tenure tenure) {

    /** Feeds that are looked up from one beat to the next: a matter of a few hundred milliseconds. */
    private static final int BATCH = 500;

    /** Does it for some of the feeds, by id, and then for others, until it is done for all. */
    void forAll(Set<String> feeds, Consumer<Set<String>> work) throws NameTakenException {
        List<String> all = List.copyOf(feeds);
        List<Set<String>> batches = IntStream.iterate(0, from -> from < all.size(), from -> from + BATCH)
                .mapToObj(from -> Set.copyOf(all.subList(from, Math.min(from + BATCH, all.size()))))
                .toList();
        for (Set<String> some : batches) {
            work.accept(some);
            tenure.keep();
        }
    }
}
