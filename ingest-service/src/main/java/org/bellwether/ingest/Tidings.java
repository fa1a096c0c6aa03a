package org.bellwether.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.lease.NameTakenException;
import org.bellwether.ingest.lease.Tenure;
import org.bellwether.ingest.poll.Bookkeeper;
import org.jboss.logging.Logger;

/**
 * What this instance tells of its feeds, as long as it sees a broker to tell it to, and what it hears of those of others. For one
 * thread.
 */
final class Tidings {

    private static final Logger LOG = Logger.getLogger(Tidings.class);
    private static final Duration LOOK_AT_OTHERS = Duration.ofSeconds(10);

    private final Bookkeeper books;
    private final Tenure tenure;
    private final BrokerSight broker;
    private final InstantSource clock;
    private boolean wasAside;
    private Instant lookedAtOthers = Instant.MIN;

    Tidings(Bookkeeper books, Tenure tenure, BrokerSight broker, InstantSource clock) {
        this.books = books;
        this.tenure = tenure;
        this.broker = broker;
        this.clock = clock;
    }

    /** Has the others know, with the next beat, how the broker is seen here. */
    void tellOfBroker() {
        tenure.sees(broker.look());
        boolean aside = tenure.isAside();
        if (aside && !wasAside) {
            LOG.warn("The broker has been away for long: instances that see it poll the feeds of this one meanwhile");
        }
        wasAside = aside;
    }

    /**
     * Tells what there is to tell of this instance's feeds, and takes back what was told of those that left.
     *
     * @param unfinished ids of feeds that left, and are still in hand
     * @return whether that is done; not while the broker is away, for whom each beat would have to wait
     */
    boolean tell(Set<String> unfinished) throws NameTakenException {
        if (broker.isAway()) {
            return false;
        }
        while (books.announce()) {
            tenure.keep();
        }
        books.withdrawGone(unfinished);
        return true;
    }

    /** Looks once in a while whether any feed is missed; as of {@link #tell}. */
    void review(Set<String> unfinished) {
        if (!broker.isAway()) {
            books.review(unfinished);
        }
    }

    /**
     * Learns, for who asks this instance, how feeds do that others poll.
     *
     * @param here ids of those of which this instance knows best
     */
    void lookAtOthers(Catalogue catalogue, Set<String> here) throws NameTakenException {
        Instant at = clock.instant();
        if (tenure.isAlone() || lookedAtOthers.plus(LOOK_AT_OTHERS).isAfter(at)) {
            return;
        }
        lookedAtOthers = at;
        Set<String> others = catalogue.feeds().stream()
                .map(Feed::id)
                .filter(id -> !here.contains(id))
                .collect(Collectors.toSet());
        new InSteps(tenure).forAll(others, books::catchUp);
    }
}
