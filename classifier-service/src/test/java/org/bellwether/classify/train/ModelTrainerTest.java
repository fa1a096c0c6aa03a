package org.bellwether.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bellwether.classify.linear.FeatureKey;
import org.bellwether.classify.linear.FeatureVector;
import org.bellwether.classify.linear.LinearModel;
import org.bellwether.classify.score.Portions;
import org.junit.jupiter.api.Test;

class ModelTrainerTest {

    private static final String LABEL = "troops";

    @Test
    void learnsWhatTellsOneLabelFromAnother() {
        LinearModel model =
                new ModelTrainer(List.of(LABEL, "money"), 10).train(separable()).model();

        assertThat(model.margins(of("cut"))[0]).isPositive();
        assertThat(model.margins(of("pay"))[0]).isNegative();
        assertThat(model.margins(of("pay"))[1]).isPositive();
    }

    private static List<Example> separable() {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            boolean cut = i % 2 == 0;
            examples.add(new Example(
                    Portions.whole(of(cut ? "cut" : "pay", "word" + i)), Set.of(cut ? LABEL : "money"), Set.of()));
        }
        return examples;
    }

    /** A word that belongs to the label three times in four is worth three to one, however sure a closer fit would be. */
    @Test
    void logOddsAreTheOddsOfWhatWasLeftOut() {
        Random random = new Random(7);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            boolean sign = random.nextBoolean();
            boolean right = random.nextDouble() < (sign ? 0.75 : 0.05);
            examples.add(new Example(
                    Portions.whole(of(sign ? "sign" : "none")), right ? Set.of(LABEL) : Set.of(), Set.of()));
        }

        double logOdds =
                new ModelTrainer(List.of(LABEL), 50).train(examples).model().margins(of("sign"))[0];

        assertThat(1 / (1 + Math.exp(-logOdds))).isBetween(0.71, 0.79);
    }

    @Test
    void examplesUnsureOfALabelSayNothingOfIt() {
        List<Example> examples = new ArrayList<>(separable());
        for (int i = 0; i < 200; i++) {
            examples.add(new Example(Portions.whole(of("cut")), Set.of(), Set.of(LABEL)));
        }

        assertThat(new ModelTrainer(List.of(LABEL, "money"), 10)
                        .train(examples)
                        .model()
                        .margins(of("cut"))[0])
                .isPositive();
    }

    @Test
    void sameExamplesMakeTheSameModel() {
        double[] once =
                new ModelTrainer(List.of(LABEL), 10).train(separable()).model().margins(of("cut"));
        double[] again =
                new ModelTrainer(List.of(LABEL), 10).train(separable()).model().margins(of("cut"));

        assertThat(again).isEqualTo(once);
    }

    private static FeatureVector of(String... words) {
        FeatureVector features = new FeatureVector();
        for (String word : words) {
            features.add(FeatureKey.of(word), 1, FeatureVector.NOWHERE);
        }
        return features;
    }
}
