package org.bellwether.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bellwether.acceptance.Line;
import org.bellwether.testkit.DistinctWords;
import org.bellwether.testkit.FeedServer;
import org.bellwether.testkit.LocalFeed;
import org.bellwether.testkit.TemporaryDirectory;

/** Items per second through the whole line, feed to archive, with 20,000 waiting in twenty feeds. */
public final class LineThroughput {

    private static final int FEEDS = 20;
    private static final int ENTRIES = 1_000;
    private static final Duration AT_MOST = Duration.ofMinutes(5);

    private LineThroughput() {}

    public static void main(String[] args) throws Exception {
        try (TemporaryDirectory scratch = TemporaryDirectory.create("bellwether-throughput");
                FeedServer server = FeedServer.start()) {
            Path directory = scratch.path();
            List<LocalFeed> feeds = IntStream.range(0, FEEDS)
                    .mapToObj(n -> server.feed("paper-" + n))
                    .toList();
            try (Line line = Line.start(directory, server, "PT1S")) {
                // The first round finds processes that have just started and compile as they go.
                round(line, feeds, "just started", ENTRIES, 0);
                round(line, feeds, "running", ENTRIES, FEEDS * ENTRIES);
            }
        }
    }

    private static void round(Line line, List<LocalFeed> feeds, String name, int each, int before)
            throws InterruptedException {
        int items = feeds.size() * each;
        Instant began = Instant.now();
        for (int feed = 0; feed < feeds.size(); feed++) {
            feeds.get(feed).publish(entries(name + "-" + feed, before + feed * each, each));
        }
        Instant deadline = began.plus(AT_MOST);
        while (line.archivedItems().estimatedDocumentCount() < before + items) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(line.archivedItems().estimatedDocumentCount() + " of "
                        + (before + items) + " items archived after " + AT_MOST);
            }
            Thread.sleep(100);
        }
        double seconds = Duration.between(began, Instant.now()).toMillis() / 1e3;
        System.out.printf("%s: %d items in %.1f s: %.0f items/s%n", name, items, seconds, items / seconds);
    }

    private static List<LocalFeed.Entry> entries(String prefix, int from, int count) {
        List<LocalFeed.Entry> entries = new ArrayList<>();
        Instant now = Instant.now();
        for (int n = from; n < from + count; n++) {
            entries.add(entry(prefix + "-" + n, n, now.minusSeconds(n % 3_600)));
        }
        return entries;
    }

    /** Half on an issue, half not; half English, half Korean. */
    private static LocalFeed.Entry entry(String guid, int n, Instant published) {
        return switch (n % 4) {
            case 0 ->
                new LocalFeed.Entry(
                        guid,
                        "Washington weighs tariffs on Korean " + DistinctWords.of(n, 2),
                        "The United States may raise tariffs on South Korean " + DistinctWords.of(n, 12)
                                + " to 25 percent, officials said.",
                        published);
            case 1 ->
                new LocalFeed.Entry(
                        guid,
                        "한미 방위비 분담금 협상 " + n + "차 회의",
                        "정부는 미국과 방위비 분담금 협상을 이어 갔다고 밝혔다. " + DistinctWords.of(n, 12),
                        published);
            case 2 ->
                new LocalFeed.Entry(
                        guid,
                        "Orchard prices for " + DistinctWords.of(n, 2),
                        "Growers expect a fair season for " + DistinctWords.of(n, 15) + ".",
                        published);
            default ->
                new LocalFeed.Entry(
                        guid,
                        "주말 날씨 " + n + "호",
                        "서울은 맑고 낮 기온은 " + (n % 30) + "도로 예보됐다. " + DistinctWords.of(n, 12),
                        published);
        };
    }
}
