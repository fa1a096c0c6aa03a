package org.bellwether.alert.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.bellwether.alert.indicator.Indicators;
import org.bellwether.alert.ops.DeadLetterTally;
import org.bellwether.alert.ops.StageLag;
import org.bellwether.settings.RefusedFileException;
import org.jboss.logging.Logger;

/** Gives Kafka Streams what it runs: the definitions, the topology over them, and what to do when a thread dies. */
@Singleton
final class StreamsSetup {

    private static final Logger LOG = Logger.getLogger(StreamsSetup.class);

    /**
     * The definitions in force.
     *
     * @throws ConfigurationException when the file is refused, with a line on each fault
     */
    @Produces
    @Singleton
    Indicators indicators(IndicatorsConfig config) {
        try {
            Indicators indicators = IndicatorsFile.read(config.indicators());
            LOG.infof("%d indicators from %s", indicators.all().size(), IndicatorsFile.name(config.indicators()));
            return indicators;
        } catch (RefusedFileException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    @Produces
    @Singleton
    Topology topology(Indicators indicators, MeterRegistry meters, StageLag lag, DeadLetterTally deadLetters) {
        return AlertTopology.of(indicators, new TopologyReports(indicators, meters, lag, deadLetters::add));
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
}
