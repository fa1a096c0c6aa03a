package org.bellwether.classify.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bellwether.classify.linear.FeatureKey;
import org.bellwether.classify.linear.FeatureVector;
import org.bellwether.classify.linear.LinearModel;
import org.bellwether.classify.score.Portions;
import org.junit.jupiter.api.Test;

class MultinomialTrainerTest {

    private static final List<String> OUTPUTS = List.of("demand", "denial", "report");

    @Test
    void theOutputWhoseWordsStandThereHasTheLargestMargin() {
        LinearModel model = trained();

        assertThat(largest(model, "urge", "talks")).isEqualTo("demand");
        assertThat(largest(model, "reject", "talks")).isEqualTo("denial");
        assertThat(largest(model, "talks")).isEqualTo("report");
    }

    @Test
    void theSameExamplesMakeTheSameModel() throws IOException {
        assertThat(written(trained())).isEqualTo(written(trained()));
    }

    @Test
    void anExampleWithoutExactlyOneOfTheOutputsIsRefused() {
        MultinomialTrainer trainer = new MultinomialTrainer(OUTPUTS);

        for (Set<String> labels : List.of(Set.<String>of(), Set.of("demand", "denial"), Set.of("rumour"))) {
            assertThatThrownBy(
                            () -> trainer.train(List.of(new Example(Portions.whole(words("talks")), labels, Set.of()))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("are not one of [demand, denial, report]");
        }
    }

    private static LinearModel trained() {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            examples.add(new Example(Portions.whole(words("urge", "talks", "a" + i)), Set.of("demand"), Set.of()));
            examples.add(new Example(Portions.whole(words("reject", "talks", "b" + i)), Set.of("denial"), Set.of()));
            examples.add(new Example(Portions.whole(words("talks", "c" + i)), Set.of("report"), Set.of()));
        }
        return new MultinomialTrainer(OUTPUTS).train(examples);
    }

    private static FeatureVector words(String... words) {
        FeatureVector features = new FeatureVector();
        for (String word : words) {
            features.add(FeatureKey.of(word), 1, FeatureVector.NOWHERE);
        }
        return features;
    }

    private static String largest(LinearModel model, String... words) {
        double[] margins = model.margins(words(words));
        int largest = 0;
        for (int output = 1; output < margins.length; output++) {
            largest = margins[output] > margins[largest] ? output : largest;
        }
        return model.outputs().get(largest);
    }

    private static byte[] written(LinearModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }
}
