package org.bellwether.classify.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.bellwether.classify.linear.FeatureKey;
import org.bellwether.classify.linear.FeatureVector;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.events.TextField;

/**
 * Reads from an item what the learned opinion goes by: its terms and their neighbours, and the concepts, gates and actors of
 * the taxonomy that matched, which are the same in both languages. How often something is said and how
 * long the item is must not count, so each feature is there once, and the features of a kind share that kind's weight.
 */
public final class FeatureReader {

    /** Terms of a field beyond these are background. */
    private static final int MOST_TERMS = 90;

    private static final int MOST_ACTORS = 12;
    private static final double FEWEST_SHARING = 4;

    private static final long LANGUAGE = FeatureKey.of("language");

    private final Signs signs;

    public FeatureReader(Taxonomy taxonomy) {
        this.signs = new Signs(taxonomy);
    }

    /** The item's features; {@link Place} tells where each of them stands. */
    public FeatureVector read(AnalysedItem item) {
        List<long[]> terms =
                item.fields().stream().map(field -> terms(field.text())).toList();
        FeatureVector features = new FeatureVector();
        for (FeatureKind kind : FeatureKind.values()) {
            int from = features.size();
            for (int field = 0; field < item.fields().size(); field++) {
                if (!kind.isOfTitle() || item.fields().get(field).name() == TextField.TITLE) {
                    add(features, kind, item.fields().get(field), field, terms.get(field));
                }
            }
            if (kind == FeatureKind.ACTOR_PAIR) {
                addPairs(features, item);
            }
            int sharing = features.size() - from;
            features.scale(from, (float) (kind.weight() / Math.sqrt(Math.max(FEWEST_SHARING, sharing))));
        }
        features.add(FeatureKey.of(LANGUAGE, FeatureKey.of(item.language())), 1, FeatureVector.NOWHERE);
        return features;
    }

    private static long[] terms(AnalysedText text) {
        long[] keys = new long[Math.min(MOST_TERMS, text.size())];
        Arrays.setAll(keys, position -> FeatureKey.of(text.term(position)));
        return keys;
    }

    private void add(FeatureVector features, FeatureKind kind, Field field, int index, long[] terms) {
        switch (kind) {
            case TERM, TITLE_TERM -> addNeighbours(features, kind, field.text(), index, terms, 0);
            case PAIR -> addNeighbours(features, kind, field.text(), index, terms, 1);
            case SKIPPED_PAIR -> addNeighbours(features, kind, field.text(), index, terms, 2);
            case CONCEPT, TITLE_CONCEPT, GATE, TITLE_GATE, ACTOR, TITLE_ACTOR ->
                signs.add(features, kind, field, index, terms.length);
            case ACTOR_PAIR -> {}
        }
    }

    private static void addNeighbours(
            FeatureVector features, FeatureKind kind, AnalysedText text, int field, long[] terms, int reach) {
        for (int i = 0; i + reach < terms.length; i++) {
            if (reach == 0) {
                features.add(FeatureKey.of(kind.key(), terms[i]), 1, Place.of(field, i, i));
            } else if (text.sentence(i) == text.sentence(i + reach)) {
                long key = FeatureKey.of(FeatureKey.of(kind.key(), terms[i]), terms[i + reach]);
                features.add(key, 1, Place.of(field, i, i + reach));
            }
        }
    }

    /** Who stands beside whom says more than either alone. */
    private void addPairs(FeatureVector features, AnalysedItem item) {
        TreeSet<Long> actors = new TreeSet<>();
        item.fields().forEach(field -> signs.addActors(actors, field, MOST_TERMS));
        List<Long> first = new ArrayList<>(actors).subList(0, Math.min(MOST_ACTORS, actors.size()));
        for (int i = 0; i < first.size(); i++) {
            for (int k = i + 1; k < first.size(); k++) {
                long pair = FeatureKey.of(FeatureKey.of(FeatureKind.ACTOR_PAIR.key(), first.get(i)), first.get(k));
                features.add(pair, 1, FeatureVector.NOWHERE);
            }
        }
    }
}
