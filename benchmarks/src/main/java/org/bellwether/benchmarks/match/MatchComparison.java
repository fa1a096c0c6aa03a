package org.bellwether.benchmarks.match;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bellwether.classify.TaxonomyFile;
import org.bellwether.classify.text.TextAnalyser;
import org.bellwether.classify.watch.WatchQuery;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Holds all rivals to the same hits, times them, and prints what each takes and the ratios that are goals. {@code short} takes some
 * minutes, with one fork and little warming; {@code full} takes about an hour.
 */
public final class MatchComparison {

    private static final List<String> LANGUAGES = List.of("en", "ko");
    private static final List<String> SHAPES = List.of("headline", "article");
    private static final int[] SIZES = {500, 5_000, 50_000};
    private static final int SLOW_RIVALS_MOST = 5_000;
    private static final int ITEMS_COMPARED = 100;
    private static final int ITEMS_OF_SLOW_RIVALS = 15;

    private final boolean full;
    private final Map<String, Double> micros = new TreeMap<>();

    private MatchComparison(boolean full) {
        this.full = full;
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 1 || (args.length == 1 && !List.of("short", "full").contains(args[0]))) {
            System.err.println("usage: benchmarks/run match [short | full]");
            System.exit(2);
        }
        MatchComparison comparison = new MatchComparison(args.length == 1 && args[0].equals("full"));
        TextAnalyser analyser = TaxonomyFile.read(Optional.empty()).analyser();
        for (String language : LANGUAGES) {
            List<WatchQuery> queries = Watches.of(language, SIZES[SIZES.length - 1], analyser);
            for (String shape : SHAPES) {
                List<Item> items = NewsCorpus.of(language, shape).stream()
                        .map(news -> Item.of(news, language, analyser))
                        .toList();
                comparison.holdToTheSameHits(queries, items, language + " " + shape);
                System.out.printf("%s %s: %s%n", language, shape, ChangeLatency.measure(queries, items));
            }
        }
        comparison.time();
        comparison.print();
    }

    /** The loop over expressions and that over queries go through fewer watches, as they take so long. */
    private void holdToTheSameHits(List<WatchQuery> queries, List<Item> items, String what) {
        for (int size : SIZES) {
            Map<String, WatchQuery> watches = Rival.watches(queries, size);
            Rival index = Rival.index(watches);
            List<Item> some = items.subList(0, ITEMS_COMPARED);
            holdToTheSameHits(index, "monitor", watches, some);
            if (size <= SLOW_RIVALS_MOST) {
                holdToTheSameHits(index, "everyQuery", watches, some.subList(0, ITEMS_OF_SLOW_RIVALS));
                holdToTheSameHits(index, "regex", watches, some.subList(0, ITEMS_OF_SLOW_RIVALS));
            }
            long hits =
                    some.stream().mapToLong(item -> index.match(item).size()).sum();
            System.out.printf("%s: same hits of %d watches, %.2f an item%n", what, size, hits / (double) some.size());
        }
    }

    private static void holdToTheSameHits(Rival index, String name, Map<String, WatchQuery> watches, List<Item> items) {
        Rival rival = Rival.of(name, watches);
        for (Item item : items) {
            List<String> ours = index.match(item);
            List<String> theirs = rival.match(item);
            if (!ours.equals(theirs)) {
                throw new IllegalStateException("The index finds %s, %s finds %s in '%s'"
                        .formatted(ours, name, theirs, item.title().original()));
            }
        }
    }

    private void time() throws RunnerException {
        run(options(ClassifyBenchmark.class));
        run(options(MatchBenchmark.class).param("rival", "index", "monitor"));
        run(options(MatchBenchmark.class)
                .param("rival", "everyQuery", "regex")
                .param("watches", full ? new String[] {"500", "5000"} : new String[] {"500"}));
    }

    private ChainedOptionsBuilder options(Class<?> benchmark) {
        return new OptionsBuilder()
                .include(benchmark.getName())
                .forks(full ? 3 : 1)
                .warmupIterations(full ? 5 : 2)
                .warmupTime(TimeValue.seconds(full ? 2 : 1))
                .measurementIterations(full ? 5 : 2)
                .measurementTime(TimeValue.seconds(full ? 2 : 1))
                .jvmArgs("-Xmx3g", "-XX:+UseSerialGC");
    }

    private void run(ChainedOptionsBuilder options) throws RunnerException {
        Collection<RunResult> results = new Runner(options.build()).run();
        for (RunResult result : results) {
            String benchmark = result.getParams().getBenchmark();
            String key = benchmark.substring(benchmark.lastIndexOf('.') + 1) + " "
                    + result.getParams().getParam("language") + " "
                    + result.getParams().getParam("shape");
            if (benchmark.contains("MatchBenchmark")) {
                key += " " + result.getParams().getParam("rival") + " "
                        + result.getParams().getParam("watches");
            }
            micros.put(key, result.getPrimaryResult().getScore());
        }
    }

    private void print() {
        System.out.println();
        micros.forEach((key, time) -> System.out.printf("%-40s %12.2f us%n", key, time));
        for (String language : LANGUAGES) {
            for (String shape : SHAPES) {
                print(language + " " + shape);
            }
        }
    }

    private void print(String what) {
        double analysis = time("analyse " + what);
        System.out.printf("%n%s%n", what);
        for (int size : SIZES) {
            System.out.printf(
                    "  %,d watches: Monitor / index %.1f, with the analysis of the item on both %.2f%n",
                    size,
                    time("match " + what + " monitor " + size) / index(what, size),
                    (analysis + time("match " + what + " monitor " + size)) / (analysis + index(what, size)));
        }
        System.out.printf(
                "  growth from %,d to %,d watches: %.2f, with the analysis of the item %.2f%n",
                SIZES[0],
                SIZES[2],
                index(what, SIZES[2]) / index(what, SIZES[0]),
                (analysis + index(what, SIZES[2])) / (analysis + index(what, SIZES[0])));
        System.out.printf(
                "  taxonomy: matching adds %.0f %% to analysis; classification %.0f items/s%n",
                100 * time("matchTaxonomy " + what) / analysis, 1e6 / time("classify " + what));
    }

    private double index(String what, int size) {
        return time("match " + what + " index " + size);
    }

    private double time(String key) {
        return micros.getOrDefault(key, Double.NaN);
    }
}
