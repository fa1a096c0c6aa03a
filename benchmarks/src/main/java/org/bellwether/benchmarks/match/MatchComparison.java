package org.bellwether.benchmarks.match;

import java.util.List;
import org.bellwether.classify.watch.WatchQuery;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Holds all rivals to the same hits, times them, and prints what each takes and the ratios that are goals. {@code short} times
 * all in this process, the slow rivals with up to 5,000 watches, and takes some minutes; {@code full} times each in processes of its own and takes
 * less than an hour.
 */
public final class MatchComparison {

    static final List<String> LANGUAGES = List.of("en", "ko");
    static final List<String> SHAPES = List.of("headline", "article");
    static final List<Integer> SIZES = List.of(500, 5_000, 50_000);

    private static final List<String> RIVALS = List.of("monitor", "everyQuery", "regex");
    private static final int ITEMS_COMPARED = 100;
    /** Of the loops over all queries: they take so long. */
    private static final int ITEMS_OF_LOOPS = 10;

    private static final int MOST_WATCHES_OF_LOOPS = 5_000;
    private static final int ITEMS_OF_LONG_LOOPS = 2;

    private final boolean full;
    private final ComparisonTable table = new ComparisonTable();

    private MatchComparison(boolean full) {
        this.full = full;
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 1 || (args.length == 1 && !List.of("short", "full").contains(args[0]))) {
            System.err.println("usage: benchmarks/run match [short | full]");
            System.exit(2);
        }
        MatchComparison comparison = new MatchComparison(args.length == 1 && args[0].equals("full"));
        for (String language : LANGUAGES) {
            comparison.holdToTheSameHits(language);
        }
        for (String language : LANGUAGES) {
            comparison.change(language);
            comparison.time(language);
        }
        comparison.table.print();
    }

    /** The loops see fewer items; all watches they go through for two, and in the full comparison alone. */
    private void holdToTheSameHits(String language) {
        for (int size : SIZES) {
            for (String shape : SHAPES) {
                List<Item> items = Prepared.items(language, shape).subList(0, ITEMS_COMPARED);
                Rival index = Prepared.rival("index", language, size);
                for (String name : RIVALS) {
                    List<Item> some = items.subList(0, compared(name, size));
                    if (!some.isEmpty()) {
                        holdToTheSameHits(index, name, Prepared.rival(name, language, size), some);
                    }
                }
                double hits = items.stream()
                        .mapToInt(item -> index.match(item).size())
                        .average()
                        .orElse(0);
                table.hits(language, shape, size, hits);
                System.out.printf("%s %s: same hits of %d watches, %.2f an item%n", language, shape, size, hits);
            }
        }
    }

    private int compared(String rival, int watches) {
        if (rival.equals("monitor")) {
            return ITEMS_COMPARED;
        }
        if (watches > MOST_WATCHES_OF_LOOPS) {
            return full ? ITEMS_OF_LONG_LOOPS : 0;
        }
        return ITEMS_OF_LOOPS;
    }

    private static void holdToTheSameHits(Rival index, String name, Rival rival, List<Item> items) {
        for (Item item : items) {
            List<String> ours = index.match(item);
            List<String> theirs = rival.match(item);
            if (!ours.equals(theirs)) {
                throw new IllegalStateException("The index finds %s, %s finds %s in '%s'"
                        .formatted(ours, name, theirs, item.title().original()));
            }
        }
    }

    private void change(String language) throws InterruptedException {
        List<WatchQuery> queries = Prepared.queries(language, SIZES.get(SIZES.size() - 1));
        for (String shape : SHAPES) {
            table.change(language, shape, ChangeLatency.measure(queries, Prepared.items(language, shape)));
        }
    }

    private void time(String language) throws RunnerException {
        run(options(ClassifyBenchmark.class, language).forks(full ? 2 : 0));
        run(options(MatchBenchmark.class, language)
                .param("rival", "index", "monitor")
                .forks(full ? 2 : 0));
        ChainedOptionsBuilder loops = options(MatchBenchmark.class, language)
                .param("rival", "everyQuery", "regex")
                .forks(full ? 1 : 0);
        run(full ? loops : loops.param("watches", "500", "5000"));
    }

    private ChainedOptionsBuilder options(Class<?> benchmark, String language) {
        return new OptionsBuilder()
                .include(benchmark.getName())
                .param("language", language)
                .warmupIterations(full ? 4 : 1)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(full ? 5 : 3)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs("-Xmx3g", "-XX:+UseSerialGC");
    }

    private void run(ChainedOptionsBuilder options) throws RunnerException {
        new Runner(options.build()).run().forEach(table::time);
    }
}
