package org.bellwether.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bellwether.acceptance.Line;
import org.bellwether.standalone.inbox.InboxMessage;
import org.bellwether.testkit.DistinctWords;
import org.bellwether.testkit.FeedServer;
import org.bellwether.testkit.LocalFeed;

/**
 * From "the feed server changed" to "the Slack post is received", with a poll interval of one second.
 *
 * <p>Each sample needs an indicator that trips on it alone, so the n-th indicator asks for n publishers of one issue,
 * and the n-th item comes from the n-th publisher.
 */
public final class LineLatency {

    private static final int WARM_UP = 20;
    private static final int SAMPLES = 200;
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private LineLatency() {}

    public static void main(String[] args) throws Exception {
        Path directory = Files.createTempDirectory("bellwether-latency");
        try (FeedServer server = FeedServer.start()) {
            List<LocalFeed> feeds = IntStream.rangeClosed(1, WARM_UP + SAMPLES)
                    .mapToObj(n -> server.feed("paper-" + n))
                    .toList();
            Optional<Path> indicators = Optional.of(indicators(directory));
            try (Line line = Line.start(Files.createDirectory(directory.resolve("line")), server, "PT1S", indicators)) {
                measure(line, feeds);
            }
        }
    }

    private static void measure(Line line, List<LocalFeed> feeds) throws InterruptedException {
        List<Double> total = new ArrayList<>();
        List<Double> beyondPoll = new ArrayList<>();
        for (int n = 1; n <= feeds.size(); n++) {
            LocalFeed feed = feeds.get(n - 1);
            Instant changed = Instant.now();
            feed.publish(entry(n, changed));
            Instant received = awaitPost(line, n);
            if (n > WARM_UP) {
                total.add(seconds(changed, received));
                beyondPoll.add(seconds(feed.firstServed(), received));
            }
        }
        System.out.printf("%d samples, poll interval 1 s%n", SAMPLES);
        System.out.printf("feed changed → Slack post received: %s%n", Quantiles.of(total));
        System.out.printf("feed polled  → Slack post received: %s%n", Quantiles.of(beyondPoll));
    }

    private static Instant awaitPost(Line line, int n) throws InterruptedException {
        String name = "Level " + n + ".";
        Instant deadline = Instant.now().plus(AT_MOST);
        while (Instant.now().isBefore(deadline)) {
            Optional<InboxMessage> post = line.messages(InboxMessage.Kind.SLACK).stream()
                    .filter(message -> String.valueOf(message.json()).contains(name))
                    .findFirst();
            if (post.isPresent()) {
                return post.get().receivedAt();
            }
            Thread.sleep(5);
        }
        throw new IllegalStateException("no Slack post for item " + n + " within " + AT_MOST);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    private static LocalFeed.Entry entry(int n, Instant now) {
        return new LocalFeed.Entry(
                "item-" + n,
                "Trump threatens " + n + " percent tariffs on South Korean " + DistinctWords.of(n, 3),
                "The United States would raise tariffs on Korean goods, an official said: " + DistinctWords.of(n, 25),
                now);
    }

    private static Path indicators(Path directory) throws IOException {
        StringBuilder yaml = new StringBuilder("indicators:\n");
        for (int n = 1; n <= WARM_UP + SAMPLES; n++) {
            yaml.append("""
                      - id: level-%1$d
                        name: {en: Level %1$d., ko: 단계 %1$d.}
                        description: {en: Publishers %1$d., ko: 매체 %1$d.}
                        severity: info
                        rule:
                          type: distinct-publishers
                          issues: [tariffs-trade]
                          at-least: %1$d
                          window: PT24H
                    """.formatted(n));
        }
        return Files.writeString(directory.resolve("indicators.yaml"), yaml);
    }
}
