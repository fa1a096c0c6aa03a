package org.bellwether.alert.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.bellwether.alert.archive.Bucket;
import org.bellwether.web.text.Times;

/**
 * Bars of a small chart, drawn as SVG: no script, no image to load.
 *
 * @param width of the drawing, in its own units
 * @param height of the drawing
 * @param bars oldest first
 * @param summary the counts, for who cannot see the bars
 */
public record Chart(int width, int height, List<Bar> bars, String summary) {

    private static final double GAP = 0.22;
    private static final double SMALLEST = 1.5;

    public Chart {
        bars = List.copyOf(bars);
    }

    /**
     * One bar.
     *
     * @param x left edge
     * @param y upper edge
     * @param width of it
     * @param height of it; a bucket with nothing in it still has a base line
     * @param empty whether nothing is in it
     * @param label its time and count
     */
    public record Bar(String x, String y, String width, String height, boolean empty, String label) {}

    /**
     * Draws counts.
     *
     * @param most the count that fills the height, the same for charts that are compared; one with more is cut to it
     */
    public static Chart of(List<Bucket> buckets, long most, int width, int height, Times times) {
        long full = Math.max(1, most);
        double step = (double) width / Math.max(1, buckets.size());
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            Bucket bucket = buckets.get(i);
            double high = Math.max(SMALLEST, Math.min(height, (double) height * bucket.count() / full));
            bars.add(new Bar(
                    number(i * step + step * GAP / 2),
                    number(height - high),
                    number(step * (1 - GAP)),
                    number(high),
                    bucket.count() == 0,
                    times.full(bucket.start()) + ": " + bucket.count()));
        }
        String counts =
                buckets.stream().map(bucket -> Long.toString(bucket.count())).collect(Collectors.joining(", "));
        return new Chart(width, height, bars, counts);
    }

    /** The highest of all the counts, 0 for none. */
    public static long most(Collection<List<Bucket>> series) {
        return series.stream()
                .flatMap(List::stream)
                .mapToLong(Bucket::count)
                .max()
                .orElse(0);
    }

    private static String number(double value) {
        return Double.toString(Math.round(value * 100) / 100.0);
    }
}
