package org.bellwether.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimelyStreamTest {

    @Test
    void aBodyThatIsThereInTimeIsRead() throws IOException {
        assertThat(stream(Duration.ofMinutes(1)).readAllBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void oneThatIsStillComingAfterwardsIsGivenUp() {
        assertThatThrownBy(() -> stream(Duration.ofSeconds(-1)).readAllBytes())
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        problem -> assertThat(problem.getStatusCode()).isEqualTo(408));
    }

    private static TimelyStream stream(Duration within) {
        return new TimelyStream(new ByteArrayInputStream(new byte[] {1, 2, 3}), within);
    }
}
