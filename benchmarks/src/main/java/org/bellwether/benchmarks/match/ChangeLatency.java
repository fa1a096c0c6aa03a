package org.bellwether.benchmarks.match;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bellwether.classify.watch.WatchIndex;
import org.bellwether.classify.watch.WatchQuery;
import org.bellwether.classify.watch.WatchedItem;

/**
 * What it costs to add and take back a watch among fifty thousand, and how long an item waits meanwhile: one thread matches
 * without a break while another changes the index as fast as it can. As the longest of so many matches is mostly the machine's doing, the same
 * is measured while nothing changes, and in the processor time of the matching thread.
 *
 * @param change microseconds of a change, 99th percentile
 * @param slowestChange microseconds of the slowest
 * @param changing the longest match while the index changed
 * @param resting the longest match in as long a time while nothing changed
 */
record ChangeLatency(double change, double slowestChange, Longest changing, Longest resting) {

    private static final int CHANGES = 20_000;

    /**
     * Of many matches.
     *
     * @param matches how many they were
     * @param wall milliseconds of the longest in which the collector did not run
     * @param processor milliseconds of processor time of the one that took most
     * @param collected milliseconds of the longest in which the collector ran; 0 where it never did
     */
    record Longest(int matches, double wall, double processor, double collected) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "longest of %,d matches %.1f ms (%.1f ms of processor time), with a collection in it %.1f ms",
                    matches,
                    wall,
                    processor,
                    collected);
        }
    }

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
        List<Double> changes = new ArrayList<>();
        long began = System.nanoTime();
        Longest changing = matching(index, items, () -> changes.addAll(changes(index, queries)));
        long took = System.nanoTime() - began;
        Longest resting = matching(index, items, () -> {
            while (System.nanoTime() - began < 2 * took) {
                Thread.onSpinWait();
            }
        });
        return new ChangeLatency(
                changes.get(changes.size() * 99 / 100), changes.get(changes.size() - 1), changing, resting);
    }

    private static Longest matching(InForce index, List<Item> items, Runnable meanwhile) throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        List<Longest> longest = new ArrayList<>();
        Thread matching = new Thread(() -> longest.add(longest(index, items, done)), "matching");
        matching.start();
        meanwhile.run();
        done.set(true);
        matching.join();
        return longest.get(0);
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

    private static Longest longest(InForce index, List<Item> items, AtomicBoolean done) {
        long wall = 0;
        long processor = 0;
        long collected = 0;
        int matches = 0;
        for (; !done.get(); matches++) {
            Item item = items.get(matches % items.size());
            long collections = collections();
            long beganProcessor = processorTime();
            long began = System.nanoTime();
            index.watches.match(WatchedItem.of(item.title(), item.text(), item.language(), item.sources()));
            long took = System.nanoTime() - began;
            processor = Math.max(processor, processorTime() - beganProcessor);
            if (collections() == collections) {
                wall = Math.max(wall, took);
            } else {
                collected = Math.max(collected, took);
            }
        }
        return new Longest(matches, wall / 1e6, processor / 1e6, collected / 1e6);
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
