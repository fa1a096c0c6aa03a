package org.bellwether.alert.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrokerWatchTest {

    @Test
    void aNameThatNobodyKnowsIsToldAsTheReason() {
        BrokerWatch watch = new BrokerWatch("broker.invalid:9092");
        watch.onStart(new StartupEvent());
        try {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(watch.call().getData().orElseThrow())
                            .hasEntrySatisfying(
                                    "reason",
                                    reason -> assertThat(reason).asString().contains("bootstrap")));
        } finally {
            watch.onStop(new ShutdownEvent());
        }
    }
}
