package org.bellwether.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.bellwether.acceptance.Line;
import org.bellwether.standalone.inbox.InboxMessage;
import org.bellwether.testkit.DistinctWords;
import org.bellwether.testkit.FeedServer;
import org.bellwether.testkit.LocalFeed;
import org.bellwether.testkit.TemporaryDirectory;

/**
 * From "the feed server changed" to "the Slack post is received", with a poll interval of one second.
 *
 * <p>Each sample needs an indicator that trips on it alone and has come to rest since it last did: there is one for each
 * of eight ranges of tariff, up for five seconds, and the figures of the items go round.
 */
public final class LineLatency {

    private static final int RANGES = 8;
    private static final int WARM_UP = 40;
    private static final int SAMPLES = 200;
    private static final Duration AT_REST = Duration.ofSeconds(8);
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private LineLatency() {}

    public static void main(String[] args) throws Exception {
        try (TemporaryDirectory scratch = TemporaryDirectory.create("bellwether-latency");
                FeedServer server = FeedServer.start()) {
            Path directory = scratch.path();
            List<LocalFeed> feeds = IntStream.range(0, RANGES)
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
        List<Instant> tripped = new ArrayList<>();
        Random phase = new Random(1);
        for (int n = 0; n < WARM_UP + SAMPLES; n++) {
            if (n >= RANGES) {
                sleepUntil(tripped.get(n - RANGES).plus(AT_REST));
            }
            // Polls come round by the second, and so would the samples: each begins anywhere between two polls.
            Thread.sleep(phase.nextInt(1_000));
            LocalFeed feed = feeds.get(n % RANGES);
            Instant changed = Instant.now();
            feed.publish(entry(n, changed));
            Instant received = awaitPost(line, n);
            tripped.add(received);
            if (n >= WARM_UP) {
                total.add(seconds(changed, received));
                beyondPoll.add(seconds(feed.firstServed(), received));
            }
        }
        System.out.printf("%d samples, poll interval 1 s%n", SAMPLES);
        System.out.printf("feed changed → Slack post received: %s%n", Quantiles.of(total));
        System.out.printf("feed polled  → Slack post received: %s%n", Quantiles.of(beyondPoll));
    }

    private static void sleepUntil(Instant time) throws InterruptedException {
        long millis = Duration.between(Instant.now(), time).toMillis();
        if (millis > 0) {
            Thread.sleep(millis);
        }
    }

    private static Instant awaitPost(Line line, int n) throws InterruptedException {
        Instant deadline = Instant.now().plus(AT_MOST);
        while (Instant.now().isBefore(deadline)) {
            Optional<InboxMessage> post = line.messages(InboxMessage.Kind.SLACK).stream()
                    .filter(message -> String.valueOf(message.json()).contains(mark(n)))
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
                "Trump threatens " + (10 * (n % RANGES) + 15) + " percent tariffs on South Korean goods, " + mark(n),
                "The United States would raise tariffs on Korean goods, an official said: " + DistinctWords.of(n, 25),
                now);
    }

    private static String mark(int n) {
        return "report" + n + "x";
    }

    private static Path indicators(Path directory) throws IOException {
        StringBuilder yaml = new StringBuilder("indicators:\n");
        for (int n = 0; n < RANGES; n++) {
            yaml.append("""
                      - id: range-%1$d
                        name: {en: Range %1$d., ko: 구간 %1$d.}
                        description: {en: Tariffs of range %1$d., ko: 관세 구간 %1$d.}
                        severity: info
                        rule:
                          type: quantity
                          issues: [tariffs-trade]
                          kind: percent
                          unit: percent
                          below: %2$d
                          not-below: %3$d
                          window: PT5S
                    """.formatted(n, 10 * n + 20, 10 * n + 10));
        }
        return Files.writeString(directory.resolve("indicators.yaml"), yaml);
    }
}
