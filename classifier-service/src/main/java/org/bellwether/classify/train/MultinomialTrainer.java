package org.bellwether.classify.train;

import de.bwaldvogel.liblinear.Feature;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bellwether.classify.linear.LinearModel;

/**
 * Fits one logistic regression over outputs of which exactly one is right for an example: margins are weighed against each
 * other while it learns, which one regression an output cannot do. Descends example by example, with a step of its own for each
 * feature that shrinks as the feature is met (AdaGrad, Duchi et al. 2011). Few rounds of small steps keep the weights of rare
 * features small, in place of a penalty. The same examples make the same model.
 */
final class MultinomialTrainer {

    private static final long SEED = 20260101;
    private static final int FEWEST_EXAMPLES = 2;

    /** Of 8 and 20 with steps of 0.1 and 0.25, what did best on items left out; the four differ by a hundredth. */
    private static final int ROUNDS = 20;

    private static final double STEP = 0.1;
    /** The same in all rounds: what is common needs no more care later than at first. */
    private static final double STEP_OF_BIASES = 0.02;

    private static final double FIRST_SQUARES = 1e-3;

    private final List<String> outputs;

    MultinomialTrainer(List<String> outputs) {
        this.outputs = outputs;
    }

    /**
     * A model of these examples.
     *
     * @param examples each with one label
     * @throws IllegalArgumentException where there is none, or one has none or several, or one that is no output
     */
    LinearModel train(List<Example> examples) {
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to learn from");
        }
        Vocabulary vocabulary = Vocabulary.of(examples, FEWEST_EXAMPLES);
        List<Feature[]> nodes = examples.parallelStream()
                .map(example -> vocabulary.nodes(example.features()))
                .toList();
        int[] right = examples.stream().mapToInt(this::label).toArray();
        Weights weights = new Weights(vocabulary.size(), outputs.size());
        int[] order = new int[right.length];
        Arrays.setAll(order, i -> i);
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            shuffle(order, random);
            double step = STEP * (ROUNDS - round) / ROUNDS;
            for (int example : order) {
                weights.learn(nodes.get(example), right[example], step);
            }
        }
        return new LinearModel(outputs, weights.biases, vocabulary.keys(), weights.ofFeatures);
    }

    private int label(Example example) {
        int label = example.labels().size() == 1
                ? outputs.indexOf(example.labels().iterator().next())
                : -1;
        if (label < 0) {
            throw new IllegalArgumentException("labels " + example.labels() + " are not one of " + outputs);
        }
        return label;
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
    }

    /** Weights on their way, and how much each feature has moved so far. */
    private static final class Weights {

        private final float[] ofFeatures;
        private final float[] biases;
        private final double[] squares;
        private final double[] errors;

        Weights(int features, int outputs) {
            this.ofFeatures = new float[features * outputs];
            this.biases = new float[outputs];
            this.squares = new double[features];
            this.errors = new double[outputs];
            Arrays.fill(squares, FIRST_SQUARES);
        }

        void learn(Feature[] features, int right, double step) {
            double size = setErrors(features, right);
            for (Feature feature : features) {
                int row = feature.getIndex() - 1;
                double value = feature.getValue();
                squares[row] += size * value * value;
                double move = step * value / Math.sqrt(squares[row]);
                for (int output = 0, at = row * errors.length; output < errors.length; output++, at++) {
                    ofFeatures[at] -= (float) (move * errors[output]);
                }
            }
            for (int output = 0; output < errors.length; output++) {
                biases[output] -= (float) (STEP_OF_BIASES * errors[output]);
            }
        }

        /** For each output its probability less what it should be; returns the sum of their squares. */
        private double setErrors(Feature[] features, int right) {
            for (int output = 0; output < errors.length; output++) {
                errors[output] = biases[output];
            }
            for (Feature feature : features) {
                int first = (feature.getIndex() - 1) * errors.length;
                for (int output = 0; output < errors.length; output++) {
                    errors[output] += ofFeatures[first + output] * feature.getValue();
                }
            }
            double largest = Arrays.stream(errors).max().orElse(0);
            double sum = 0;
            for (int output = 0; output < errors.length; output++) {
                errors[output] = StrictMath.exp(errors[output] - largest);
                sum += errors[output];
            }
            double size = 0;
            for (int output = 0; output < errors.length; output++) {
                errors[output] = errors[output] / sum - (output == right ? 1 : 0);
                size += errors[output] * errors[output];
            }
            return size;
        }
    }
}
