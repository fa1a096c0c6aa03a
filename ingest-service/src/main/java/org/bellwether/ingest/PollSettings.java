package org.bellwether.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.bellwether.ingest.schedule.Bounds;

/** How often feeds are polled. */
@ConfigMapping(prefix = "bellwether.poll")
public interface PollSettings {

    /**
     * From the start of one poll to the start of the next, of a feed that the catalogue gives no {@code interval} and that
     * shows too little to go by.
     */
    @WithDefault("PT10M")
    Duration interval();

    /** Shortest interval that is chosen by what a feed shows; a tenth of {@link #interval()} where nothing is said. */
    Optional<Duration> fastest();

    /** Longest interval that is chosen by what a feed shows; six times {@link #interval()} where nothing is said. */
    Optional<Duration> slowest();

    /** Longest wait for a feed that fails again and again (a server's {@code Retry-After} may ask for more, up to a week). */
    @WithDefault("PT6H")
    Duration ceiling();

    /** How many feeds are polled at once at most; many, so that servers that hang hold up nobody. */
    @WithDefault("512")
    int workers();

    /**
     * How long an item that left its feed is remembered; one that comes back later counts as new. A feed that answers 304 is read whole
     * every third of it.
     */
    @WithDefault("P90D")
    Duration remember();

    /**
     * How many of the last documents of each feed are kept as they came, and how many of those that its hub pushed, to be read again by a
     * better parser; at most 12. One that could not be read is kept besides.
     */
    @WithDefault("4")
    int keepDocuments();

    /** How long they are kept after the feed last brought one. */
    @WithDefault("P14D")
    Duration keepDocumentsFor();

    /** Within what the rhythm of a feed is chosen. */
    default Bounds bounds() {
        return new Bounds(
                interval(),
                fastest().orElse(interval().dividedBy(10)),
                slowest().orElse(interval().multipliedBy(6)),
                ceiling());
    }
}
