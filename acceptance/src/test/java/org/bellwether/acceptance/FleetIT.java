package org.bellwether.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.bellwether.acceptance.SharedFeeds.Asked;
import org.bellwether.events.NewsItem;
import org.bellwether.messaging.EventJson;
import org.bellwether.standalone.process.ServiceProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of ingest with the terms that are shipped; one is killed, and the other goes on with its feeds. */
class FleetIT {

    private static final Logger LOG = Logger.getLogger(FleetIT.class.getName());
    private static final int FEEDS = 24;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration MOVED_WITHIN = Duration.ofSeconds(30);
    /** How long an item may be on its way from its publishing until it is marked. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(3);

    @Test
    void feedsOfAKilledInstanceAreSoonPolledByTheOtherAndNoneTwice(@TempDir Path directory) throws Exception {
        try (SharedFeeds feeds = new SharedFeeds(FEEDS);
                Line line = new Line(directory, feeds.catalogue(), Optional.empty())) {
            ServiceProcess victim = start(line, "one");
            start(line, "two");
            await().atMost(SOON)
                    .until(() ->
                            feedsOf(feeds, "one").size() + feedsOf(feeds, "two").size() == FEEDS
                                    && !feedsOf(feeds, "one").isEmpty()
                                    && !feedsOf(feeds, "two").isEmpty());

            Set<String> orphans = feedsOf(feeds, "one");
            victim.kill();
            Instant killed = Instant.now();
            await().atMost(MOVED_WITHIN).until(() -> feedsOf(feeds, "two").size() == FEEDS);
            tell(feeds, orphans, killed);
            int entries = feeds.stopGrowing();
            awaitItems(line, FEEDS * entries);
            feeds.correct();
            awaitItems(line, FEEDS * entries + FEEDS);

            assertThat(feeds.mostAtOnce()).isEqualTo(1);
            assertNothingTwice(line, killed);
        }
    }

    private static ServiceProcess start(Line line, String instance) throws Exception {
        return line.startIngest(
                instance,
                Map.of(
                        "BELLWETHER_FETCH_ALLOW",
                        "127.0.0.0/8",
                        "BELLWETHER_FETCH_CONTACT",
                        "https://" + instance + ".example"));
    }

    /** Which feeds that instance asked for last. */
    private static Set<String> feedsOf(SharedFeeds feeds, String instance) {
        Map<String, Asked> last = new TreeMap<>();
        feeds.asked().forEach(asked -> last.put(asked.feed(), asked));
        return last.values().stream()
                .filter(asked -> isBy(asked, instance))
                .map(Asked::feed)
                .collect(Collectors.toSet());
    }

    private static boolean isBy(Asked asked, String instance) {
        return asked.by().contains("//" + instance + ".example");
    }

    private static void tell(SharedFeeds feeds, Set<String> orphans, Instant killed) {
        LongSummaryStatistics waited = orphans.stream()
                .map(orphan -> feeds.asked().stream()
                        .filter(asked -> asked.feed().equals(orphan) && isBy(asked, "two"))
                        .map(Asked::at)
                        .filter(killed::isBefore)
                        .findFirst()
                        .orElseThrow())
                .mapToLong(at -> Duration.between(killed, at).toMillis())
                .summaryStatistics();
        LOG.info("%d feeds moved from %d to %d ms after the kill"
                .formatted(orphans.size(), waited.getMin(), waited.getMax()));
    }

    private static Map<String, List<Instant>> published(Line line) {
        return line.topic("news.items").records().stream()
                .collect(Collectors.groupingBy(
                        record -> {
                            NewsItem item = EventJson.read(record.value(), NewsItem.class);
                            return item.id() + "/" + item.version();
                        },
                        Collectors.mapping(record -> Instant.ofEpochMilli(record.timestamp()), Collectors.toList())));
    }

    private static void awaitItems(Line line, int items) {
        await().atMost(SOON).untilAsserted(() -> assertThat(published(line)).hasSize(items));
    }

    /** At least once, and no more than once but for what was on its way when the instance was killed. */
    private static void assertNothingTwice(Line line, Instant killed) {
        published(line).forEach((item, times) -> {
            if (times.size() > 1) {
                assertThat(times).as(item).hasSize(2);
                assertThat(times.get(0)).as(item).isBetween(killed.minus(ON_ITS_WAY), killed);
            }
        });
    }
}
