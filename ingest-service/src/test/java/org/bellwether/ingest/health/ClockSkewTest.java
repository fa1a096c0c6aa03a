package org.bellwether.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockSkewTest {

    @ParameterizedTest
    @CsvSource({
        "PT6M, 6 minutes ahead of",
        "-PT119M, 119 minutes behind",
        "PT47H, 47 hours ahead of",
        "-P20000D, 20000 days behind"
    })
    void is_told_in_a_unit_that_can_be_read(Duration ahead, String told) {
        assertThat(ClockSkew.of(ahead))
                .hasValueSatisfying(skew -> assertThat(skew.message()).contains(told + " this one's"));
    }

    @ParameterizedTest
    @CsvSource({"PT5M", "-PT5M", "PT0S"})
    void of_some_minutes_is_none(Duration ahead) {
        assertThat(ClockSkew.of(ahead)).isEmpty();
    }
}
