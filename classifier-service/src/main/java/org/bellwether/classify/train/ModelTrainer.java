package org.bellwether.classify.train;

import de.bwaldvogel.liblinear.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.bellwether.classify.linear.LinearModel;
import org.bellwether.classify.score.Portions;

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

    /** Between 0.4 and 0.7, which of 0, 0.4, 0.7 and 1 did best on whole corpora left out, by half a hundredth. */
    private static final double RARITY_POWER = 0.6;

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

    /**
     * A model, and what models that had not seen them said of the examples.
     *
     * @param leftOut for each example, for each of its portions, the log-odds of each output
     */
    record Trained(LinearModel model, List<Portions<double[]>> leftOut) {}

    Trained train(List<Example> examples) {
        List<Portions<double[]>> leftOut = leftOut(examples);
        double[] curve = curve(examples, leftOut);
        leftOut.forEach(portions -> portions.each(margins -> {
            for (int output = 0; output < margins.length; output++) {
                margins[output] = margins[output] * curve[0] + curve[1];
            }
        }));
        return new Trained(fit(examples, curve[0], curve[1]), leftOut);
    }

    /** Margins of each example by a model fitted without it. */
    private List<Portions<double[]>> leftOut(List<Example> examples) {
        List<LinearModel> models = IntStream.range(0, FOLDS)
                .mapToObj(out -> fit(part(examples, i -> i % FOLDS != out), 1, 0))
                .toList();
        return IntStream.range(0, examples.size())
                .mapToObj(i -> examples.get(i).portions().map(models.get(i % FOLDS)::margins))
                .toList();
    }

    /** Slope and offset that make log-odds of margins. */
    private double[] curve(List<Example> examples, List<Portions<double[]>> leftOut) {
        List<Double> margins = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            double[] given = leftOut.get(i).first();
            for (int output = 0; output < given.length; output++) {
                String name = outputs.get(output);
                if (!examples.get(i).unsure().contains(name)) {
                    margins.add(given[output]);
                    labels.add(examples.get(i).labels().contains(name) ? 1.0 : 0.0);
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
        double[] scales = scales(vocabulary);
        List<Feature[]> nodes = examples.parallelStream()
                .map(example -> scaled(vocabulary.nodes(example.features()), scales))
                .toList();
        float[] biases = new float[outputs.size()];
        float[] weights = new float[vocabulary.size() * outputs.size()];
        IntStream.range(0, outputs.size()).parallel().forEach(output -> {
            double[] fitted = fit(examples, nodes, vocabulary.size(), outputs.get(output));
            biases[output] = (float) (fitted[vocabulary.size()] * slope + offset);
            for (int feature = 0; feature < vocabulary.size(); feature++) {
                weights[feature * outputs.size() + output] = (float) (fitted[feature] * scales[feature] * slope);
            }
        });
        return new LinearModel(outputs, biases, vocabulary.keys(), weights);
    }

    /** How freely each feature's weight may grow: what is rare says more where it is said. 1 on the average. */
    private static double[] scales(Vocabulary vocabulary) {
        double[] scales = IntStream.range(0, vocabulary.size())
                .mapToDouble(feature -> StrictMath.pow(vocabulary.rarity(feature), RARITY_POWER))
                .toArray();
        double mean = DoubleStream.of(scales).average().orElse(1);
        return DoubleStream.of(scales).map(scale -> scale / mean).toArray();
    }

    private static Feature[] scaled(Feature[] nodes, double[] scales) {
        for (Feature node : nodes) {
            node.setValue(node.getValue() * scales[node.getIndex() - 1]);
        }
        return nodes;
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
