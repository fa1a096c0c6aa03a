package org.bellwether.classify.pipeline;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.bellwether.classify.watchlist.Watchlist;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Reads {@code news.items} a batch at a time. A batch is acknowledged when every item of it is written; while broker or
 * store are away it is tried again, for as long as it takes. What can never be written is set aside, and the others go on.
 */
@ApplicationScoped
class NewsItemConsumer {

    private static final Logger LOG = Logger.getLogger(NewsItemConsumer.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_FOR_WATCHES = Duration.ofSeconds(30);

    private final Line line;
    private final LiveTraffic traffic;
    private final Tagging tagging;
    private final Watchlist watchlist;
    private final DeadLetterPublisher deadLetters;
    private volatile boolean waited;

    NewsItemConsumer(
            Line line, LiveTraffic traffic, Tagging tagging, Watchlist watchlist, DeadLetterPublisher deadLetters) {
        this.watchlist = watchlist;
        this.line = line;
        this.traffic = traffic;
        this.tagging = tagging;
        this.deadLetters = deadLetters;
    }

    @Incoming("items")
    @Blocking
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        awaitWatches();
        traffic.begun();
        return line.process(batch, deadLetters::publish)
                .invoke(tagging::count)
                .onFailure()
                .invoke(e -> LOG.warnf("%d items wait: %s", batch.count(), e.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely()
                .onTermination()
                .invoke(traffic::ended)
                .replaceWithVoid();
    }

    /** Once, so that what came while the service was down finds the watches there; and not for ever. */
    private void awaitWatches() {
        if (!waited && !watchlist.awaitComplete(LONGEST_FOR_WATCHES)) {
            LOG.warn("items are tagged although not all watches have been read");
        }
        waited = true;
    }
}
