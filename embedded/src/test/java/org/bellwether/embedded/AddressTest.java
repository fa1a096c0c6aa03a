package org.bellwether.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @Test
    void givesNoPortAgainSoonWhateverRowsAreAskedFor() {
        Deque<Integer> given = new ArrayDeque<>();
        // Three times through the range.
        for (int n = 0; n < 600; n++) {
            int inARow = n % 2 == 0 ? 1 : 9;
            int first = Address.free(inARow).port();
            IntStream.range(first, first + inARow).forEach(port -> {
                assertThat(given).doesNotContain(port);
                given.addLast(port);
            });
            while (given.size() > 500) {
                given.removeFirst();
            }
        }
    }

    @Test
    void staysBelowThePortsThatTheSystemGivesAway() {
        for (int n = 0; n < 300; n++) {
            assertThat(Address.free(9).port()).isBetween(16_000, 32_000 - 9);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_001})
    void refusesARowThatCannotBe(int inARow) {
        assertThatThrownBy(() -> Address.free(inARow))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(inARow + " ports in a row: from 1 to 1000 can be looked for");
    }
}
