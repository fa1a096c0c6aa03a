package org.bellwether.classify.drift;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.bellwether.classify.drift.Suggestion.Origin;

/** Counts the terms of one issue's near-misses, and how many items in general have them. For one thread. */
final class RisingTerms {

    private static final int FEWEST = 2;
    private static final int MOST_ORIGINS = 5;

    private static final class Counted {
        private final Map<String, Integer> surfaces = new HashMap<>();
        private final List<Origin> origins = new ArrayList<>();
        private int near;
        private int background;

        private String surface() {
            return surfaces.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(
                                    Map.Entry.<String, Integer>comparingByKey().reversed()))
                    .map(Map.Entry::getKey)
                    .orElseThrow();
        }
    }

    private final Map<String, Counted> terms = new HashMap<>();
    private int near;
    private int background;

    /** Counts a near-miss; the newest come first. */
    void near(Map<String, String> surfaces, Origin origin) {
        near++;
        surfaces.forEach((term, surface) -> {
            Counted counted = terms.computeIfAbsent(term, unseen -> new Counted());
            counted.near++;
            counted.surfaces.merge(surface, 1, Integer::sum);
            if (counted.origins.size() < MOST_ORIGINS) {
                counted.origins.add(origin);
            }
        });
    }

    /** Forgets what one text alone says: nothing rises with it. After the last near-miss, before the first item. */
    void settle() {
        terms.values().removeIf(counted -> counted.near < FEWEST);
    }

    /** Counts an item in general. */
    void background(Collection<String> found) {
        background++;
        for (String term : found) {
            Counted counted = terms.get(term);
            if (counted != null) {
                counted.background++;
            }
        }
    }

    /**
     * The most telling first; a word that is never there without a pair that is shown is left out.
     *
     * @param known what is nothing new, by term and surface form
     */
    List<Suggestion> suggestions(BiPredicate<String, String> known, int most) {
        List<Map.Entry<String, Suggestion>> telling = new ArrayList<>();
        terms.forEach((term, counted) -> suggestion(counted)
                .filter(found -> !known.test(term, found.term()))
                .ifPresent(found -> telling.add(Map.entry(term, found))));
        Set<String> within = within(telling);
        return telling.stream()
                .filter(entry -> !within.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparingDouble(Suggestion::score).reversed().thenComparing(Suggestion::term))
                .limit(most)
                .toList();
    }

    private Optional<Suggestion> suggestion(Counted counted) {
        double score = LogOdds.score(counted.near, near, counted.background, Math.max(1, background));
        return score < LogOdds.TELLING
                ? Optional.empty()
                : Optional.of(new Suggestion(
                        counted.surface(),
                        counted.near,
                        near,
                        counted.background,
                        background,
                        Math.round(score * 100) / 100.0,
                        counted.origins));
    }

    private static Set<String> within(List<Map.Entry<String, Suggestion>> telling) {
        Map<String, Integer> counts = new HashMap<>();
        telling.forEach(entry -> counts.put(entry.getKey(), entry.getValue().nearMisses()));
        Set<String> within = new HashSet<>();
        for (String pair : counts.keySet()) {
            for (String word : pair.split(" ", -1)) {
                if (!word.equals(pair) && counts.getOrDefault(word, 0).equals(counts.get(pair))) {
                    within.add(word);
                }
            }
        }
        return within;
    }
}
