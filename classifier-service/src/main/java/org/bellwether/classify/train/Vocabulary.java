package org.bellwether.classify.train;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.LongStream;
import org.bellwether.classify.linear.FeatureVector;

/** The features that stand in enough examples to say something, numbered from 1 as the library wants them. */
final class Vocabulary {

    private final Map<Long, Integer> numbers = new HashMap<>();
    private final long[] keys;
    private final double[] rarities;

    private Vocabulary(long[] keys, double[] rarities) {
        this.keys = keys;
        this.rarities = rarities;
        for (int i = 0; i < keys.length; i++) {
            numbers.put(keys[i], i + 1);
        }
    }

    /** Features of at least so many of the examples, in the order of their keys. */
    static Vocabulary of(List<Example> examples, int atLeast) {
        Map<Long, Integer> counts = new HashMap<>();
        for (Example example : examples) {
            for (int i = 0; i < example.features().size(); i++) {
                counts.merge(example.features().key(i), 1, Integer::sum);
            }
        }
        long[] keys = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= atLeast)
                .mapToLong(Entry::getKey)
                .sorted()
                .toArray();
        double[] rarities = LongStream.of(keys)
                .mapToDouble(key -> StrictMath.log((examples.size() + 1.0) / counts.getOrDefault(key, 1)))
                .toArray();
        return new Vocabulary(keys, rarities);
    }

    /** By index of {@link #keys}: the logarithm of how many examples there are for each that has the feature. */
    double rarity(int index) {
        return rarities[index];
    }

    int size() {
        return keys.length;
    }

    long[] keys() {
        return keys.clone();
    }

    /** The known ones of the features, by number. */
    Feature[] nodes(FeatureVector features) {
        List<Feature> nodes = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            Integer number = numbers.get(features.key(i));
            if (number != null) {
                nodes.add(new FeatureNode(number, features.value(i)));
            }
        }
        Feature[] sorted = nodes.toArray(Feature[]::new);
        Arrays.sort(sorted, Comparator.comparingInt(Feature::getIndex));
        return sorted;
    }
}
