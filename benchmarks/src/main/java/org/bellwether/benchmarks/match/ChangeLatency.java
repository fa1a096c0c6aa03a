package org.bellwether.benchmarks.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.bellwether.classify.watch.WatchIndex;
import org.bellwether.classify.watch.WatchQuery;
import org.bellwether.classify.watch.WatchedItem;

/**
 * What it costs to add and take back a watch among fifty thousand, and how long an item waits meanwhile: one thread matches
 * without a break while another changes the index as fast as it can.
 *
 * @param change microseconds of a change, 99th percentile
 * @param match microseconds of the longest match while the index changed, whatever the machine did beside included
 */
record ChangeLatency(double change, double match) {

    private static final int CHANGES = 20_000;

    /** The index that one thread changes and the other reads. */
    private static final class InForce {
        private volatile WatchIndex watches = WatchIndex.EMPTY;
    }

    static ChangeLatency measure(List<WatchQuery> queries, List<Item> items) throws InterruptedException {
        InForce index = new InForce();
        for (int i = 0; i < queries.size(); i++) {
            index.watches = index.watches.with("watch-" + i, queries.get(i));
        }
        changes(index, queries);
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong longest = new AtomicLong();
        Thread matching = new Thread(() -> longest.set(longest(index, items, done)), "matching");
        matching.start();
        List<Double> changes = changes(index, queries);
        done.set(true);
        matching.join();
        return new ChangeLatency(changes.get(changes.size() * 99 / 100), longest.get() / 1e3);
    }

    private static List<Double> changes(InForce index, List<WatchQuery> queries) {
        List<Double> micros = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            long began = System.nanoTime();
            if (i % 2 == 0) {
                index.watches = index.watches.with("new-" + i, queries.get(i % queries.size()));
            } else {
                index.watches = index.watches.without("new-" + (i - 1));
            }
            micros.add((System.nanoTime() - began) / 1e3);
        }
        Collections.sort(micros);
        return micros;
    }

    private static long longest(InForce index, List<Item> items, AtomicBoolean done) {
        long longest = 0;
        for (int i = 0; !done.get(); i = (i + 1) % items.size()) {
            Item item = items.get(i);
            long began = System.nanoTime();
            index.watches.match(WatchedItem.of(item.title(), item.text(), item.language(), item.sources()));
            longest = Math.max(longest, System.nanoTime() - began);
        }
        return longest;
    }
}
