package org.bellwether.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bellwether.events.Alert;
import org.bellwether.events.NewsItem;
import org.bellwether.standalone.inbox.InboxMessage.Kind;
import org.bellwether.standalone.process.ServiceProcess;
import org.bellwether.testkit.DistinctWords;
import org.bellwether.testkit.FeedServer;
import org.bellwether.testkit.LocalFeed;
import org.bson.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SIGKILL in the middle of 2,000 items: nothing is lost, nothing comes twice. */
class CrashIT {

    private static final int ITEMS = 2_000;
    private static final int FEEDS = 10;
    private static final int SENDERS = 4;
    private static final List<String> TRIPPED = List.of("sma-demand", "sma-figure", "tariff-surge");
    private static final Duration ALL_THROUGH = Duration.ofMinutes(2);

    @ParameterizedTest
    @ValueSource(strings = {Line.CLASSIFIER, Line.ALERT})
    void losesNothingAndRepeatsNothing(String victim, @TempDir Path directory) throws Exception {
        try (FeedServer server = FeedServer.start()) {
            List<LocalFeed> feeds = IntStream.range(0, FEEDS)
                    .mapToObj(n -> server.feed("paper-" + n))
                    .toList();
            try (Line line = Line.start(directory, server, "PT1S")) {
                for (int n = 0; n < FEEDS; n++) {
                    feeds.get(n).publish(entries(n));
                }
                ServiceProcess service = line.service(victim);
                await().atMost(ALL_THROUGH)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> line.archivedItems().countDocuments() >= ITEMS / 10);

                service.kill();
                long doneAtTheKill = line.archivedItems().countDocuments();
                service.restart();

                assertThat(doneAtTheKill).as("the kill came in the middle").isLessThan(ITEMS);
                await().atMost(ALL_THROUGH)
                        .untilAsserted(() -> assertThat(line.archivedItems().countDocuments())
                                .isEqualTo(ITEMS));
                await().atMost(ALL_THROUGH).until(() -> areAllJudged(line));
                awaitDeliveries(line);
                assertNothingTwice(line, victim);
            }
        }
    }

    private static List<LocalFeed.Entry> entries(int feed) {
        List<LocalFeed.Entry> entries = new ArrayList<>();
        Instant now = Instant.now();
        for (int n = 0; n < ITEMS / FEEDS; n++) {
            entries.add(entry(feed, n, now.minusSeconds(n)));
        }
        return entries;
    }

    private static LocalFeed.Entry entry(int feed, int n, Instant published) {
        String guid = feed + "-" + n;
        String words = DistinctWords.of(feed * ITEMS + n, 25);
        if (n % 20 == 0) {
            return new LocalFeed.Entry(
                    guid,
                    "Washington demands Seoul pay $" + (3 + n) + " billion a year for US troops",
                    "The White House demanded that South Korea raise its defence cost-sharing contribution: " + words,
                    published);
        }
        if (n % 20 == 10) {
            return new LocalFeed.Entry(
                    guid,
                    "Trump threatens tariffs on South Korean cars",
                    "The United States would raise tariffs on Korean cars to 25 percent: " + words,
                    published);
        }
        return new LocalFeed.Entry(guid, "Market report number " + guid, "Vegetable prices: " + words, published);
    }

    /** The archive may have everything before the indicators have, which go on only when a dead member is given up. */
    private static boolean areAllJudged(Line line) throws Exception {
        return line.topic("news.tagged").isReadBy("bellwether-alerts")
                && fired(line).containsAll(TRIPPED);
    }

    private static List<String> fired(Line line) {
        return line.topic("alerts").read(Alert.class).stream()
                .filter(alert -> alert.transition() == Alert.Transition.FIRED)
                .map(Alert::indicatorId)
                .toList();
    }

    /** Every alert has its row for each of the two subscriptions, and each row is sent. */
    private static void awaitDeliveries(Line line) {
        await().atMost(ALL_THROUGH).untilAsserted(() -> {
            Set<String> alerts = alertIds(line);
            assertThat(alerts).isNotEmpty();
            List<Document> rows = line.deliveries().find().into(new ArrayList<>());
            assertThat(rows).hasSize(2 * alerts.size());
            assertThat(rows)
                    .allSatisfy(row -> assertThat(row.getString("state")).isEqualTo("sent"));
        });
    }

    private static void assertNothingTwice(Line line, String victim) {
        assertThat(line.topic("news.items").read(NewsItem.class)).hasSize(ITEMS);
        List<Alert> alerts = line.topic("alerts").read(Alert.class);
        assertThat(alerts).extracting(Alert::id).doesNotHaveDuplicates();
        assertThat(fired(line)).containsAll(TRIPPED).doesNotHaveDuplicates();
        assertSentOnce(line, victim, alerts.size());
    }

    /** At least once, and no more than once but for what was on its way when the alert-service was killed. */
    private static void assertSentOnce(Line line, String victim, int alerts) {
        int onTheWay = victim.equals(Line.ALERT) ? SENDERS : 0;
        List<String> mails = line.messages(Kind.EMAIL).stream()
                .map(mail -> mail.headers().get("Message-ID"))
                .toList();
        assertThat(Set.copyOf(mails)).hasSize(alerts);
        assertThat(mails).hasSizeBetween(alerts, alerts + onTheWay);
        assertThat(line.messages(Kind.SLACK)).hasSizeBetween(alerts, alerts + onTheWay);
    }

    private static Set<String> alertIds(Line line) {
        return line.topic("alerts").read(Alert.class).stream()
                .map(Alert::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
