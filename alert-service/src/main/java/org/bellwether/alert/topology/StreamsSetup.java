package org.bellwether.alert.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.bellwether.alert.indicator.Indicators;
import org.bellwether.alert.indicator.IndicatorsYaml;
import org.bellwether.alert.indicator.MalformedIndicatorsException;
import org.bellwether.alert.ops.DeadLetterTally;
import org.jboss.logging.Logger;

/** Gives Kafka Streams what it runs: the definitions, the topology over them, and what to do when a thread dies. */
@Singleton
final class StreamsSetup {

    private static final Logger LOG = Logger.getLogger(StreamsSetup.class);
    private static final String SHIPPED = "indicators.yaml";

    /**
     * The definitions in force.
     *
     * @throws ConfigurationException when the file cannot be read or is refused, with one line on what is wrong
     */
    @Produces
    @Singleton
    Indicators indicators(IndicatorsConfig config) {
        Optional<Path> file = config.indicators();
        String name = file.map(Path::toString).orElse(SHIPPED);
        try {
            Indicators indicators =
                    IndicatorsYaml.read(name, file.isPresent() ? Files.readString(file.get()) : shipped());
            LOG.infof("%d indicators from %s", indicators.all().size(), name);
            return indicators;
        } catch (IOException e) {
            throw new ConfigurationException(name + ": cannot be read: " + e);
        } catch (MalformedIndicatorsException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    @Produces
    @Singleton
    Topology topology(Indicators indicators, MeterRegistry meters, DeadLetterTally deadLetters) {
        return AlertTopology.of(indicators, new TopologyReports(meters, deadLetters::add));
    }

    /** Whatever kills a thread (a broker away for long, most likely), the next one goes on from the last commit. */
    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler replacement() {
        return failure -> {
            LOG.errorf(failure, "a stream thread died and is replaced");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        };
    }

    private static String shipped() throws IOException {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(SHIPPED)) {
            if (stream == null) {
                throw new IOException("not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
