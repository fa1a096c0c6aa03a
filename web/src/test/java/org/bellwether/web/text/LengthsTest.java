package org.bellwether.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthsTest {

    @ParameterizedTest
    @CsvSource({
        "PT2S,        2 s,        2초",
        "PT10M,       10 min,     10분",
        "PT1H30M,     1 h 30 min, 1시간 30분",
        "P1DT2H3M4S,  1 d 2 h,    1일 2시간",
        "PT0.5S,      0.5 s,      0.5초"
    })
    void aLengthIsSaidInItsTwoLargestParts(Duration length, String english, String korean) {
        assertThat(Lengths.of(length, Language.EN)).isEqualTo(english);
        assertThat(Lengths.of(length, Language.KO)).isEqualTo(korean);
    }
}
