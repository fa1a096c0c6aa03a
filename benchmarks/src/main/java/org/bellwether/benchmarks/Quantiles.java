package org.bellwether.benchmarks;

import java.util.List;
import java.util.Locale;

/** Median, 99th percentile and maximum of samples, nearest rank. */
record Quantiles(double median, double p99, double max) {

    static Quantiles of(List<Double> samples) {
        List<Double> sorted = samples.stream().sorted().toList();
        return new Quantiles(rank(sorted, 0.5), rank(sorted, 0.99), sorted.get(sorted.size() - 1));
    }

    private static double rank(List<Double> sorted, double quantile) {
        return sorted.get((int) Math.ceil(quantile * sorted.size()) - 1);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "median %.3f s, 99th percentile %.3f s, max %.3f s", median, p99, max);
    }
}
