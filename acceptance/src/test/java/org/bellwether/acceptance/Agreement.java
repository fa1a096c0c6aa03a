package org.bellwether.acceptance;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How far tags agree with a person's labels, over all and by issue; labels the person was unsure of count neither way. */
final class Agreement {

    private final Map<String, int[]> byIssue = new TreeMap<>();

    void add(Set<String> labels, Set<String> unsure, Set<String> found) {
        found.stream()
                .filter(issue -> !unsure.contains(issue))
                .forEach(issue -> count(issue, labels.contains(issue) ? 0 : 1));
        labels.stream().filter(issue -> !found.contains(issue)).forEach(issue -> count(issue, 2));
    }

    private void count(String issue, int what) {
        byIssue.computeIfAbsent(issue, unused -> new int[3])[what]++;
    }

    double precision() {
        return (double) total(0) / Math.max(1, total(0) + total(1));
    }

    double recall() {
        return (double) total(0) / Math.max(1, total(0) + total(2));
    }

    private int total(int what) {
        return byIssue.values().stream().mapToInt(counts -> counts[what]).sum();
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "precision %.3f, recall %.3f (right, wrong, missed)%n", precision(), recall()));
        byIssue.forEach((issue, counts) -> table.append(
                String.format(Locale.ROOT, "  %-24s %3d %3d %3d%n", issue, counts[0], counts[1], counts[2])));
        return table.toString();
    }
}
