package org.bellwether.classify.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {

    private static final Calibration CHOSEN = Calibration.CHOSEN;

    /** What docs/taxonomy.md promises of weights. */
    @ParameterizedTest
    @CsvSource({"2, 0.5", "3, 0.85", "4, 0.97", "0, 0.03"})
    void weightsAreWorthWhatAnalystsAreTold(double score, double probability) {
        assertThat(CHOSEN.probability(score)).isCloseTo(probability, within(0.005));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-40, -2, 0, 1.25, 40})
    void logOddsAndScoresAreTheSameOnTwoScales(double logOdds) {
        assertThat(CHOSEN.logOdds(CHOSEN.score(logOdds))).isCloseTo(logOdds, within(1e-9));
    }

    @Test
    void probabilitiesStayBetweenNeverAndAlways() {
        assertThat(CHOSEN.probability(-1e6)).isZero();
        assertThat(CHOSEN.probability(1e6)).isEqualTo(1);
    }
}
