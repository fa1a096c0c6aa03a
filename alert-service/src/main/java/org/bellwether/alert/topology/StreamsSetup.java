package org.bellwether.alert.topology;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.bellwether.alert.indicator.Indicators;
import org.bellwether.alert.ops.DeadLetterTally;
import org.bellwether.alert.ops.StageLag;
import org.jboss.logging.Logger;

/** Gives Kafka Streams what it runs: the definitions, the topology over them, and what to do when a thread dies. */
@Singleton
final class StreamsSetup {

    private static final Logger LOG = Logger.getLogger(StreamsSetup.class);

    /** The definitions in force, read once before and found right. */
    @Produces
    @Singleton
    Indicators indicators(IndicatorsConfig config) {
        Indicators indicators = IndicatorsFile.read(config.indicators());
        LOG.infof(
                "%d indicators from %s",
                indicators.all().size(), config.indicators().map(Path::toString).orElse("the shipped file"));
        return indicators;
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
