package org.bellwether.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

    // 23:30 in Seoul: the calendar day there is not the one in UTC hours later.
    private static final Instant START = Instant.parse("2026-03-04T14:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "+20s,       2026-03-04T14:30:20Z",
        "+1m20s,     2026-03-04T14:31:20Z",
        "+0s,        2026-03-04T14:30:00Z",
        "-5d3h,      2026-02-27T11:30:00Z",
        "-50m,       2026-03-04T13:40:00Z",
        "-1d@09:40,  2026-03-03T00:40:00Z",
        "-6d@23:59,  2026-02-26T14:59:00Z",
    })
    void isCountedFromTheStart(String written, Instant expected) {
        assertThat(Moment.parse(written).from(START)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20s", "+", "-", "+20", "+s", "-0d@09:00", "+1d@09:00", "-1d@9:00", "tomorrow"})
    void saysHowToWriteItWhereItCannotBeRead(String written) {
        assertThatThrownBy(() -> Moment.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write +1m20s, -2d3h or -2d@09:40");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1d@24:00", "-1d@12:60"})
    void refusesATimeThatNoDayHas(String written) {
        assertThatThrownBy(() -> Moment.parse(written)).hasMessageContaining("has no time of day in it");
    }
}
