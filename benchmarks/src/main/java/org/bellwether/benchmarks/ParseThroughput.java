package org.bellwether.benchmarks;

import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bellwether.ingest.parse.FeedDocument;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.parse.ParsedFeed;

/**
 * Megabytes of feeds read per second: ours, with detection, diagnosis, safe HTML, dates and plain text, beside bare Rome on the same
 * bytes. All shapes in one process, by turns, as a poller meets them.
 */
public final class ParseThroughput {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 15);
    private static final int DOCUMENTS = 10;
    private static final Duration TURN = Duration.ofMillis(250);
    private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");

    private interface Reader {
        int entriesOf(byte[] document) throws Exception;
    }

    /** A shape with its documents, and megabytes per second of each reader, one figure for each round. */
    private record Course(FeedShape shape, List<byte[]> documents, List<Double> ours, List<Double> romes) {
        private double ratio() {
            return median(ours) / median(romes);
        }
    }

    private ParseThroughput() {}

    public static void main(String[] args) throws Exception {
        FeedParser parser = new FeedParser();
        List<Course> courses = Stream.of(FeedShape.values())
                .map(shape -> new Course(shape, documents(shape), new ArrayList<>(), new ArrayList<>()))
                .toList();
        // By turns, so that a busy moment of the machine falls on both; the first third warms up.
        for (int round = 0; round < ROUNDS; round++) {
            for (Course course : courses) {
                course.ours().add(rate(course, document -> ours(parser, document)));
                course.romes().add(rate(course, ParseThroughput::romes));
            }
        }
        print(courses);
    }

    private static void print(List<Course> courses) {
        double logarithms = 0;
        for (Course course : courses) {
            int bytes = course.documents().stream()
                    .mapToInt(document -> document.length)
                    .sum();
            System.out.printf(
                    "%-38s %4d KB  ours %6.1f MB/s  Rome %6.1f MB/s  ratio %.2f%n",
                    course.shape().label(),
                    bytes / DOCUMENTS / 1000,
                    median(course.ours()),
                    median(course.romes()),
                    course.ratio());
            logarithms += Math.log(course.ratio());
        }
        System.out.printf(
                "all shapes: ratio %.2f (geometric mean; medians of %d rounds by turns)%n",
                Math.exp(logarithms / courses.size()), ROUNDS - ROUNDS / 3);
    }

    private static double median(List<Double> rounds) {
        return Quantiles.of(rounds.subList(ROUNDS / 3, ROUNDS)).median();
    }

    private static List<byte[]> documents(FeedShape shape) {
        List<byte[]> documents = new ArrayList<>();
        for (int number = 0; number < DOCUMENTS; number++) {
            documents.add(shape.document(number).getBytes(StandardCharsets.UTF_8));
        }
        return documents;
    }

    private static int ours(FeedParser parser, byte[] document) {
        FeedDocument feed = new FeedDocument(document, "text/xml; charset=utf-8", Map.of(), null);
        return ((ParsedFeed) parser.parse(feed, ZoneOffset.UTC, NOW)).entries().size();
    }

    private static int romes(byte[] document) throws Exception {
        return new SyndFeedInput()
                .build(new XmlReader(new ByteArrayInputStream(document), "text/xml; charset=utf-8"))
                .getEntries()
                .size();
    }

    private static double rate(Course course, Reader reader) throws Exception {
        long began = System.nanoTime();
        long until = began + TURN.toNanos();
        long bytes = 0;
        while (System.nanoTime() < until) {
            for (byte[] document : course.documents()) {
                if (reader.entriesOf(document) != course.shape().entries()) {
                    throw new IllegalStateException("Entries were lost: " + course.shape());
                }
                bytes += document.length;
            }
        }
        return bytes * 1e3 / (System.nanoTime() - began);
    }
}
