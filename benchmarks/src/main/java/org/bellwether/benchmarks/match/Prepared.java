package org.bellwether.benchmarks.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.classify.Classifier;
import org.bellwether.classify.Learned;
import org.bellwether.classify.TaxonomyFile;
import org.bellwether.classify.watch.WatchQuery;

/** What several measurements in one process need, made once; that of one language is let go with the next. */
final class Prepared {

    private static final Classifier CLASSIFIER = new Classifier(TaxonomyFile.read(Optional.empty()), Learned.shipped());
    private static final Map<String, List<WatchQuery>> QUERIES = new HashMap<>();
    private static final Map<String, List<Item>> ITEMS = new HashMap<>();
    private static final Map<String, Rival> RIVALS = new HashMap<>();

    private Prepared() {}

    /** As it is shipped, with its learned opinion. */
    static Classifier classifier() {
        return CLASSIFIER;
    }

    /** The first so many watches of a language. */
    static List<WatchQuery> queries(String language, int count) {
        forget(language);
        List<WatchQuery> known = QUERIES.get(language);
        if (known == null || known.size() < count) {
            known = Watches.of(language, count, CLASSIFIER.taxonomy().analyser());
            QUERIES.put(language, known);
        }
        return known.subList(0, count);
    }

    static List<Item> items(String language, String shape) {
        return ITEMS.computeIfAbsent(
                language + " " + shape,
                key -> NewsCorpus.of(language, shape).stream()
                        .map(news ->
                                Item.of(news, language, CLASSIFIER.taxonomy().analyser()))
                        .toList());
    }

    static Rival rival(String name, String language, int watches) {
        List<WatchQuery> queries = queries(language, watches);
        return RIVALS.computeIfAbsent(name + " " + watches, key -> Rival.of(name, Rival.watches(queries, watches)));
    }

    private static void forget(String language) {
        if (!QUERIES.containsKey(language)) {
            QUERIES.clear();
            ITEMS.clear();
            RIVALS.clear();
        }
    }
}
