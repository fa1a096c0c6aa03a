package org.bellwether.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bellwether.standalone.process.Readiness;
import org.bellwether.standalone.process.ServiceProcess;
import org.bellwether.testkit.FeedServer;
import org.bellwether.testkit.LocalFeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broker or store away: the services say so, come back by themselves, and what came meanwhile is not lost. */
class OutageIT {

    /** More than the minute after which clients of the broker give up by default. */
    private static final Duration BROKER_OUTAGE = Duration.ofSeconds(70);

    private static final Duration STORE_OUTAGE = Duration.ofSeconds(60);

    private static final Duration SOON = Duration.ofSeconds(90);

    @Test
    void isSurvivedAtStartAndForAMinuteWhileRunning(@TempDir Path directory) throws Exception {
        try (FeedServer server = FeedServer.start()) {
            LocalFeed feed = server.feed("morning-post");
            try (Line line = new Line(directory, server.catalogue("PT1S"), Optional.empty())) {
                line.broker().stop();
                line.store().stop();
                line.startServices();
                publish(feed, "before-start");
                awaitNotReady(line, Line.INGEST, Line.CLASSIFIER, Line.ALERT);
                line.broker().restart();
                line.store().restart();
                line.awaitReady();
                awaitArchived(line, 1);

                outage(line, feed, 2, BROKER_OUTAGE, line.broker()::stop, line.broker()::restart);
                outage(line, feed, 3, STORE_OUTAGE, line.store()::stop, line.store()::restart);

                assertThat(line.services()).allMatch(ServiceProcess::isAlive);
            }
        }
    }

    private static void outage(
            Line line, LocalFeed feed, int archivedAfter, Duration length, Runnable stop, Runnable restart) {
        Instant began = Instant.now();
        stop.run();
        publish(feed, "during-outage-" + archivedAfter);
        awaitNotReady(line, Line.INGEST, Line.ALERT);
        await().atMost(length.plus(SOON)).until(() -> Instant.now().isAfter(began.plus(length)));
        restart.run();
        line.awaitReady();
        awaitArchived(line, archivedAfter);
    }

    private static void publish(LocalFeed feed, String guid) {
        feed.publish(List.of(new LocalFeed.Entry(guid, "Rain, " + guid, "It will rain.", Instant.now())));
    }

    private static void awaitNotReady(Line line, String... services) {
        for (String service : services) {
            await(service + " says it is not ready").atMost(SOON).untilAsserted(() -> {
                assertThat(line.service(service).isAlive()).isTrue();
                assertThat(line.service(service).readiness()).isInstanceOf(Readiness.NotReady.class);
            });
        }
    }

    private static void awaitArchived(Line line, int items) {
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(line.archivedItems().countDocuments()).isEqualTo(items));
    }
}
