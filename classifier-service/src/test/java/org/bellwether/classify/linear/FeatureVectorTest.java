package org.bellwether.classify.linear;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeatureVectorTest {

    private final FeatureVector features = new FeatureVector();

    @Test
    void keepsAFeatureOnceWithItsLargestValueAndFirstPlace() {
        features.add(7, 0.5f, 3);
        features.add(7, 2f, 9);
        features.add(7, 1f, 11);

        assertThat(features.size()).isEqualTo(1);
        assertThat(features.value(0)).isEqualTo(2f);
        assertThat(features.place(0)).isEqualTo(3);
    }

    @Test
    void growsBeyondItsFirstRoomWithoutForgetting() {
        for (int i = 0; i < 5_000; i++) {
            features.add(FeatureKey.of("term" + i), 1, i);
        }
        for (int i = 0; i < 5_000; i++) {
            features.add(FeatureKey.of("term" + i), 1, -1);
        }

        assertThat(features.size()).isEqualTo(5_000);
        assertThat(features.place(4_321)).isEqualTo(4_321);
    }

    @Test
    void scalesOnlyWhatWasAddedSince() {
        features.add(1, 2, 0);
        features.add(2, 2, 0);
        features.scale(1, 0.5f);

        assertThat(features.value(0)).isEqualTo(2f);
        assertThat(features.value(1)).isEqualTo(1f);
    }
}
