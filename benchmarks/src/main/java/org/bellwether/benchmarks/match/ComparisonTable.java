package org.bellwether.benchmarks.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** What was measured, printed as the tables of {@code docs/performance.md}: microseconds, each the median of all iterations of all forks. */
final class ComparisonTable {

    private final Map<String, Double> micros = new TreeMap<>();
    private final Map<String, Double> hits = new TreeMap<>();
    private final Map<String, ChangeLatency> changes = new TreeMap<>();

    void hits(String language, String shape, int watches, double anItem) {
        hits.put(language + " " + shape + " " + watches, anItem);
    }

    void change(String language, String shape, ChangeLatency latency) {
        changes.put(language + " " + shape, latency);
    }

    void time(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String key = benchmark.substring(benchmark.lastIndexOf('.') + 1) + " "
                + result.getParams().getParam("language") + " "
                + result.getParams().getParam("shape");
        if (benchmark.contains("MatchBenchmark")) {
            key += " " + result.getParams().getParam("rival") + " "
                    + result.getParams().getParam("watches");
        }
        List<Double> scores = new ArrayList<>();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                scores.add(iteration.getPrimaryResult().getScore());
            }
        }
        scores.sort(null);
        micros.put(key, scores.get(scores.size() / 2));
    }

    void print() {
        line(
                "| text | watches | hits | index µs | Monitor µs | every query µs | regex µs | Monitor : index | growth |");
        line("|---|---|---|---|---|---|---|---|---|");
        eachText((text, what) -> MatchComparison.SIZES.forEach(size -> watches(text, what, size)));
        line("");
        line("| text | analysis µs | taxonomy µs | adds | classification µs | items a second |");
        line("|---|---|---|---|---|---|");
        eachText(this::classification);
        line("");
        eachText((text, what) -> change(what));
    }

    private interface Row {
        void print(String text, String what);
    }

    private static void eachText(Row row) {
        for (String language : MatchComparison.LANGUAGES) {
            for (String shape : MatchComparison.SHAPES) {
                row.print(
                        language + ", " + (shape.equals("headline") ? "200 characters" : "300 words"),
                        language + " " + shape);
            }
        }
    }

    private void watches(String text, String what, int size) {
        double index = time("match " + what + " index " + size);
        double monitor = time("match " + what + " monitor " + size);
        line(
                "| %s | %,d | %.2f | %.1f | %,.0f | %,.0f | %,.0f | %.0f | %.2f |",
                text,
                size,
                hits.getOrDefault(what + " " + size, Double.NaN),
                index,
                monitor,
                time("match " + what + " everyQuery " + size),
                time("match " + what + " regex " + size),
                monitor / index,
                index / time("match " + what + " index " + MatchComparison.SIZES.get(0)));
    }

    private void classification(String text, String what) {
        double analysis = time("analyse " + what);
        double taxonomy = time("matchTaxonomy " + what);
        double classification = time("classify " + what);
        line(
                "| %s | %.0f | %.1f | %.0f %% | %.0f | %,.0f |",
                text, analysis, taxonomy, 100 * taxonomy / analysis, classification, 1e6 / classification);
    }

    private void change(String what) {
        ChangeLatency latency = changes.get(what);
        if (latency != null) {
            line(
                    "%s: adding or removing 99th percentile %.0f µs, slowest %.0f µs",
                    what, latency.change(), latency.slowestChange());
            line("  while it changes: %s", latency.changing());
            line("  while it rests: %s", latency.resting());
        }
    }

    private double time(String key) {
        return micros.getOrDefault(key, Double.NaN);
    }

    private static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
