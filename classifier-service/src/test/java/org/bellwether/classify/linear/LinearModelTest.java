package org.bellwether.classify.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearModelTest {

    private static final long CUT = FeatureKey.of("cut");
    private static final long PAY = FeatureKey.of("pay");

    private final LinearModel model = new LinearModel(
            List.of("troops", "money"), new float[] {-1, -2}, new long[] {CUT, PAY}, new float[] {3, 0.5f, -1, 4});

    @Test
    void addsToEachBiasWhatTheFeaturesGive() {
        double[] margins = model.margins(of(CUT, PAY, FeatureKey.of("unheard of")));

        assertThat(margins).containsExactly(-1 + 3 - 1, -2 + 0.5 + 4);
    }

    @Test
    void saysWhatAFeatureGaveToOneOutput() {
        KnownFeatures known = model.known(of(CUT, FeatureKey.of("unheard of"), PAY));

        assertThat(known.size()).isEqualTo(2);
        assertThat(known.contribution(1, 1)).isCloseTo(4, within(1e-9));
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        LinearModel read = LinearModel.read(new ByteArrayInputStream(out.toByteArray()));

        assertThat(read.outputs()).isEqualTo(model.outputs());
        assertThat(read.margins(of(CUT, PAY))).isEqualTo(model.margins(of(CUT, PAY)));
    }

    @Test
    void otherBytesAreRefused() {
        assertThatThrownBy(
                        () -> LinearModel.read(new ByteArrayInputStream("no model".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void weightsThatFitNoFeatureAreRefused() {
        assertThatThrownBy(() -> new LinearModel(List.of("troops"), new float[1], new long[2], new float[3]))
                .hasMessageContaining("1 outputs, 1 biases, 2 features and 3 weights");
    }

    private static FeatureVector of(long... keys) {
        FeatureVector features = new FeatureVector();
        for (long key : keys) {
            features.add(key, 1, FeatureVector.NOWHERE);
        }
        return features;
    }
}
