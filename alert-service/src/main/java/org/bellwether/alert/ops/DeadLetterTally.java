package org.bellwether.alert.ops;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.bellwether.messaging.DeadLetter;
import org.jboss.logging.Logger;

/** Counts what could not be processed, by the topic it stood in, and remembers the latest of each. */
@Singleton
public final class DeadLetterTally {

    private static final Logger LOG = Logger.getLogger(DeadLetterTally.class);

    private record Latest(long count, String words) {}

    private final MeterRegistry meters;
    private final InstantSource clock;
    private final Map<String, Latest> byTopic = new ConcurrentHashMap<>();

    DeadLetterTally(MeterRegistry meters, InstantSource clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** Notes one that is on its way to its dead-letter topic. */
    public void add(DeadLetter letter) {
        meters.counter("bellwether.dead.letters", "topic", letter.topic()).increment();
        String place = letter.topic() + "[" + letter.partition() + "]@" + letter.offset();
        LOG.warnf("dead letter %s by %s: %s", place, letter.consumer(), letter.reason());
        String words = "%s %s by %s: %s".formatted(clock.instant(), place, letter.consumer(), letter.reason());
        byTopic.merge(letter.topic(), new Latest(1, words), (known, more) -> new Latest(known.count() + 1, words));
    }

    /** Since start, by topic: how many, and the latest in words. */
    Map<String, String> summary() {
        Map<String, String> summary = new TreeMap<>();
        byTopic.forEach((topic, latest) -> summary.put(topic, latest.count() + ", latest " + latest.words()));
        return summary;
    }
}
