package org.bellwether.ingest.lease;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an instance should do about the shards now.
 *
 * @param keep held by it, and rightly
 * @param claim its own by right, and held by nobody alive
 * @param release held by it, and another's by right
 */
record Shares(List<Holding> keep, List<Holding> claim, List<Holding> release) {

    /**
     * Decides. When an instance comes or goes, only the shards that become or were its own change hands.
     *
     * @param alive names of the instances alive, this one's among them
     * @param able those of them that should have shards; not empty
     */
    static Shares of(String self, Set<String> alive, Set<String> able, Collection<Holding> holdings) {
        List<Holding> keep = new ArrayList<>();
        List<Holding> claim = new ArrayList<>();
        List<Holding> release = new ArrayList<>();
        for (Holding holding : holdings) {
            boolean mine = self.equals(holding.instance());
            boolean right = self.equals(rightful(holding.shard(), able));
            if (mine) {
                (right ? keep : release).add(holding);
            } else if (right && !isHeld(holding.instance(), alive)) {
                claim.add(holding);
            }
        }
        return new Shares(keep, claim, release);
    }

    private static boolean isHeld(@Nullable String holder, Set<String> alive) {
        return holder != null && alive.contains(holder);
    }

    private static String rightful(Shard shard, Set<String> able) {
        return able.stream()
                .max(Comparator.comparingLong(shard::weight).thenComparing(Comparator.naturalOrder()))
                .orElseThrow(() -> new IllegalArgumentException("nobody is able"));
    }
}
