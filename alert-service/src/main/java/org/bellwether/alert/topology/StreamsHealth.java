package org.bellwether.alert.topology;

import jakarta.inject.Singleton;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the topology runs. Not a matter of liveness: it waits for the broker by itself. */
@Readiness
@Singleton
final class StreamsHealth implements HealthCheck {

    private final KafkaStreams streams;

    StreamsHealth(KafkaStreams streams) {
        this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
        KafkaStreams.State state = streams.state();
        return HealthCheckResponse.named("indicators")
                .status(state.isRunningOrRebalancing())
                .withData("topology", state.name())
                .build();
    }
}
