package org.bellwether.classify.train;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Logistic regressions by the library, with its seed fixed so that each is the same every time. */
final class Logistic {

    private static final long SEED = 20260101;
    private static final double PRECISE = 1e-6;

    static {
        Linear.disableDebugOutput();
    }

    private Logistic() {}

    /**
     * Weights of features 1 to {@code features}, then the bias.
     *
     * @param labels 1 or -1
     */
    static double[] weights(Feature[][] examples, double[] labels, int features, double cost, double stopAt) {
        Problem problem = new Problem();
        problem.l = examples.length;
        problem.n = features + 1;
        problem.bias = 1;
        problem.x = withBias(examples, features + 1);
        problem.y = labels;
        Parameter parameter = new Parameter(SolverType.L2R_LR, cost, stopAt);
        parameter.setRandom(new Random(SEED));
        Model model = Linear.train(problem, parameter);
        // The weights are those of the first label the library met.
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        return Arrays.stream(model.getFeatureWeights())
                .map(weight -> weight * sign)
                .toArray();
    }

    private static Feature[][] withBias(Feature[][] examples, int bias) {
        Feature[][] all = new Feature[examples.length][];
        for (int i = 0; i < examples.length; i++) {
            all[i] = Arrays.copyOf(examples[i], examples[i].length + 1);
            all[i][examples[i].length] = new FeatureNode(bias, 1);
        }
        return all;
    }

    /**
     * Slope and offset of the curve over one number.
     *
     * @param labels 1 or 0
     */
    static double[] fit(List<Double> numbers, List<Double> labels, double cost) {
        Feature[][] examples = numbers.stream()
                .map(number -> new Feature[] {new FeatureNode(1, number)})
                .toArray(Feature[][]::new);
        double[] signs =
                labels.stream().mapToDouble(label -> label > 0 ? 1 : -1).toArray();
        return weights(examples, signs, 1, cost, PRECISE);
    }
}
