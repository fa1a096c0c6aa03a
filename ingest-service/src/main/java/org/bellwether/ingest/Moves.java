package org.bellwether.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bellwether.ingest.catalogue.Edition;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.lease.Shard;

/**
 * Feeds that a change of the catalogue puts into another shard, as another host does; for one thread. A lease keeps two
 * instances from polling one shard, but such a feed has two: one instance may still be polling it as it was when another
 * holds the shard that it is in by now. So each instance tells with its beats up to which revision of the catalogue it has
 * <em>settled</em>: it goes by that revision, and polls nothing any more where only an earlier one had it. A feed that came to
 * its shard with a revision is begun when all others alive have settled that far. Who is not alive holds nothing by its own
 * word, and publishes nothing.
 *
 * <p>Nobody has to be waited for when one step leads from one shard to another of which this instance held the former: it
 * alone was polling the feed then, and its queue never has a feed polled twice at once.
 */
final class Moves {

    /** By feed: the revision that brought it to its shard, where others may not have settled so far. */
    private final Map<String, Long> awaited = new HashMap<>();
    /** By feed that is in hand here and belongs elsewhere by now: the last revision by which it did not. */
    private final Map<String, Long> leaving = new HashMap<>();

    private long start = Long.MAX_VALUE;
    private long settledByOthers = -1;

    /** Takes note of the catalogue that polling begins with. Others may still be polling anything as an earlier one had it. */
    void begin(Edition first) {
        start = first.revision();
    }

    /**
     * Takes note of a change of the catalogue.
     *
     * @param before what was gone by until now
     * @param share what was held here all the time that it was gone by
     */
    void note(Edition before, Edition now, Set<Shard> share) {
        boolean oneStep = now.revision() == before.revision() + 1;
        awaited.keySet().removeIf(id -> now.catalogue().byId(id).isEmpty());
        for (Feed feed : now.catalogue().feeds()) {
            boolean stays = isWhereItIsIn(before, feed);
            boolean wasOurs = oneStep
                    && mayBegin(feed)
                    && before.catalogue()
                            .byId(feed.id())
                            .filter(was -> share.contains(Ours.shard(was)))
                            .isPresent();
            if (!stays && !wasOurs) {
                awaited.put(feed.id(), now.revision());
            }
        }
    }

    /**
     * Takes note of how far all others alive have settled.
     *
     * @return whether feeds may begin now that had to wait
     */
    boolean settled(long byOthers) {
        boolean waited = start > settledByOthers;
        settledByOthers = byOthers;
        if (byOthers >= start) {
            start = -1;
        }
        boolean come = awaited.values().removeIf(revision -> revision <= byOthers);
        return come || (waited && start <= byOthers);
    }

    /** Whether nobody else can still be polling the feed in another shard than it is in. */
    boolean mayBegin(Feed feed) {
        return start <= settledByOthers && !awaited.containsKey(feed.id());
    }

    /** Whether any feed has to wait for that. */
    boolean areAwaited() {
        return start > settledByOthers || !awaited.isEmpty();
    }

    /**
     * How far this instance has settled.
     *
     * @param before what was gone by until now
     * @param now what is gone by: polls begin by nothing else any more
     * @param inHand what is being polled, by id, as it was when that began
     */
    long settledHere(Edition before, Edition now, Map<String, Feed> inHand) {
        leaving.keySet().retainAll(inHand.keySet());
        inHand.values().forEach(feed -> {
            if (isWhereItIsIn(now, feed)) {
                leaving.remove(feed.id());
            } else {
                leaving.putIfAbsent(feed.id(), Math.min(before.revision(), now.revision() - 1));
            }
        });
        return leaving.values().stream().reduce(now.revision(), Math::min);
    }

    private static boolean isWhereItIsIn(Edition edition, Feed feed) {
        return edition.catalogue()
                .byId(feed.id())
                .filter(there -> Ours.shard(there).equals(Ours.shard(feed)))
                .isPresent();
    }
}
