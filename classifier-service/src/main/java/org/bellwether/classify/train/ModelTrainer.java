package org.bellwether.classify.train;

import de.bwaldvogel.liblinear.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.bellwether.classify.linear.LinearModel;

/**
 * Fits one logistic regression an output (LIBLINEAR, Fan et al. 2008), then brings the margins to log-odds that can be taken
 * at their word: a logistic curve (Platt 1999) over the margins of examples that a model fitted without them gave. The same
 * examples make the same model.
 */
final class ModelTrainer {

    private static final int FOLDS = 4;
    private static final int FEWEST_EXAMPLES = 2;
    private static final double STOP_AT = 0.01;
    private static final double CURVE_COST = 1000;

    private final List<String> outputs;
    private final double cost;

    /**
     * A trainer of models with these outputs.
     *
     * @param cost of a wrong example against that of weights; larger fits closer
     */
    ModelTrainer(List<String> outputs, double cost) {
        this.outputs = outputs;
        this.cost = cost;
    }

    LinearModel train(List<Example> examples) {
        double[] curve = curve(examples);
        return fit(examples, curve[0], curve[1]);
    }

    /** Slope and offset that make log-odds of margins, from examples each left out once. */
    private double[] curve(List<Example> examples) {
        List<Double> margins = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            LinearModel model = fit(part(examples, i -> i % FOLDS != out), 1, 0);
            for (Example example : part(examples, i -> i % FOLDS == out)) {
                double[] given = model.margins(example.features());
                for (int output = 0; output < given.length; output++) {
                    String name = outputs.get(output);
                    if (!example.unsure().contains(name)) {
                        margins.add(given[output]);
                        labels.add(example.labels().contains(name) ? 1.0 : 0.0);
                    }
                }
            }
        }
        return Logistic.fit(margins, labels, CURVE_COST);
    }

    private static List<Example> part(List<Example> examples, IntPredicate isIn) {
        return IntStream.range(0, examples.size())
                .filter(isIn)
                .mapToObj(examples::get)
                .toList();
    }

    private LinearModel fit(List<Example> examples, double slope, double offset) {
        Vocabulary vocabulary = Vocabulary.of(examples, FEWEST_EXAMPLES);
        List<Feature[]> nodes = examples.parallelStream()
                .map(example -> vocabulary.nodes(example.features()))
                .toList();
        float[] biases = new float[outputs.size()];
        float[] weights = new float[vocabulary.size() * outputs.size()];
        IntStream.range(0, outputs.size()).parallel().forEach(output -> {
            double[] fitted = fit(examples, nodes, vocabulary.size(), outputs.get(output));
            biases[output] = (float) (fitted[vocabulary.size()] * slope + offset);
            for (int feature = 0; feature < vocabulary.size(); feature++) {
                weights[feature * outputs.size() + output] = (float) (fitted[feature] * slope);
            }
        });
        return new LinearModel(outputs, biases, vocabulary.keys(), weights);
    }

    /** Weights of the features, then the bias; examples that are unsure of the output are left out. */
    private double[] fit(List<Example> examples, List<Feature[]> nodes, int features, String output) {
        int[] sure = IntStream.range(0, examples.size())
                .filter(i -> !examples.get(i).unsure().contains(output))
                .toArray();
        double[] labels = IntStream.of(sure)
                .mapToDouble(i -> examples.get(i).labels().contains(output) ? 1 : -1)
                .toArray();
        Feature[][] known = IntStream.of(sure).mapToObj(nodes::get).toArray(Feature[][]::new);
        return Logistic.weights(known, labels, features, cost, STOP_AT);
    }
}
