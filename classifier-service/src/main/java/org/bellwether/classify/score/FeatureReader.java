package org.bellwether.classify.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bellwether.classify.linear.FeatureKey;
import org.bellwether.classify.linear.FeatureVector;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.events.TextField;

/**
 * Reads from an item what the learned opinion goes by: its terms and their neighbours, and the concepts, gates and actors of
 * the taxonomy that matched, which are the same in both languages. How often something is said and how
 * long the passage is must not count, so each feature is there once, and the features of a kind share that kind's weight.
 */
public final class FeatureReader {

    private static final int MOST_ACTORS = 12;
    private static final double FEWEST_SHARING = 4;
    private static final int FEATURES_PER_TERM = 5;

    private static final long LANGUAGE = FeatureKey.of("language");

    private final Signs signs;

    public FeatureReader(Taxonomy taxonomy) {
        this.signs = new Signs(taxonomy);
    }

    /** The features of each of the item's portions; {@link Place} tells where each of them stands. */
    public Portions<FeatureVector> read(AnalysedItem item) {
        return Passage.of(item).map(passage -> read(item, passage));
    }

    private FeatureVector read(AnalysedItem item, Passage passage) {
        List<Part> parts = IntStream.range(0, item.fields().size())
                .mapToObj(field -> new Part(item.fields().get(field), field, passage))
                .toList();
        int terms = parts.stream().mapToInt(part -> part.terms.length).sum();
        FeatureVector features = new FeatureVector(terms * FEATURES_PER_TERM);
        for (FeatureKind kind : FeatureKind.values()) {
            int from = features.size();
            for (Part part : parts) {
                if (!kind.isOfTitle() || part.field.name() == TextField.TITLE) {
                    add(features, kind, part);
                }
            }
            if (kind == FeatureKind.ACTOR_PAIR) {
                addPairs(features, item, passage);
            }
            int sharing = features.size() - from;
            features.scale(from, (float) (kind.weight() / Math.sqrt(Math.max(FEWEST_SHARING, sharing))));
        }
        features.add(FeatureKey.of(LANGUAGE, FeatureKey.of(item.language())), 1, FeatureVector.NOWHERE);
        return features;
    }

    /** What a passage holds of a field. */
    private static final class Part {

        private final Field field;
        private final int index;
        private final Passage passage;
        private final long[] terms;

        Part(Field field, int index, Passage passage) {
            this.field = field;
            this.index = index;
            this.passage = passage;
            this.terms = new long[passage.to(field) - passage.from(field)];
            Arrays.setAll(terms, term -> FeatureKey.of(field.text().term(passage.from(field) + term)));
        }

        int place(int term, int reach) {
            int first = passage.from(field) + term;
            return Place.of(index, first, first + reach);
        }

        boolean isOneSentence(int term, int reach) {
            int first = passage.from(field) + term;
            return field.text().sentence(first) == field.text().sentence(first + reach);
        }
    }

    private void add(FeatureVector features, FeatureKind kind, Part part) {
        switch (kind) {
            case TERM, TITLE_TERM -> addNeighbours(features, kind, part, 0);
            case PAIR -> addNeighbours(features, kind, part, 1);
            case SKIPPED_PAIR -> addNeighbours(features, kind, part, 2);
            case CONCEPT, TITLE_CONCEPT, GATE, TITLE_GATE, ACTOR, TITLE_ACTOR ->
                signs.add(features, kind, part.field, part.index, part.passage);
            case ACTOR_PAIR -> {}
        }
    }

    private static void addNeighbours(FeatureVector features, FeatureKind kind, Part part, int reach) {
        long[] terms = part.terms;
        for (int i = 0; i + reach < terms.length; i++) {
            if (reach == 0) {
                features.add(FeatureKey.of(kind.key(), terms[i]), 1, part.place(i, 0));
            } else if (part.isOneSentence(i, reach)) {
                long key = FeatureKey.of(FeatureKey.of(kind.key(), terms[i]), terms[i + reach]);
                features.add(key, 1, part.place(i, reach));
            }
        }
    }

    /** Who stands beside whom says more than either alone. */
    private void addPairs(FeatureVector features, AnalysedItem item, Passage passage) {
        TreeSet<Long> actors = new TreeSet<>();
        item.fields().forEach(field -> signs.addActors(actors, field, passage));
        List<Long> first = new ArrayList<>(actors).subList(0, Math.min(MOST_ACTORS, actors.size()));
        for (int i = 0; i < first.size(); i++) {
            for (int k = i + 1; k < first.size(); k++) {
                long pair = FeatureKey.of(FeatureKey.of(FeatureKind.ACTOR_PAIR.key(), first.get(i)), first.get(k));
                features.add(pair, 1, FeatureVector.NOWHERE);
            }
        }
    }
}
