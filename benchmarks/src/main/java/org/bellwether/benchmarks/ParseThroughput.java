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
import org.bellwether.ingest.parse.FeedDocument;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.parse.ParsedFeed;
import org.bellwether.testkit.DistinctWords;

/** Megabytes of feeds read per second: ours, with detection, diagnosis and safe HTML, beside bare Rome on the same bytes. */
public final class ParseThroughput {

    private static final int ROUNDS = 15;
    private static final int DOCUMENTS = 20;
    private static final int ENTRIES = 40;
    private static final Duration ROUND = Duration.ofMillis(400);
    private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");

    private interface Reader {
        int entriesOf(byte[] document) throws Exception;
    }

    private ParseThroughput() {}

    public static void main(String[] args) throws Exception {
        FeedParser parser = new FeedParser();
        for (boolean atom : List.of(false, true)) {
            List<byte[]> documents = new ArrayList<>();
            for (int number = 0; number < DOCUMENTS; number++) {
                documents.add(document(number, atom).getBytes(StandardCharsets.UTF_8));
            }
            List<Double> ours = new ArrayList<>();
            List<Double> romes = new ArrayList<>();
            // By turns, so that a busy moment of the machine falls on both; the first third warms up.
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(rate(documents, document -> ours(parser, document)));
                romes.add(rate(documents, ParseThroughput::romes));
            }
            double our = Quantiles.of(ours.subList(ROUNDS / 3, ROUNDS)).median();
            double rome = Quantiles.of(romes.subList(ROUNDS / 3, ROUNDS)).median();
            System.out.printf(
                    "%s: ours %.1f MB/s, Rome %.1f MB/s, ratio %.2f (medians of %d rounds by turns)%n",
                    atom ? "Atom 1.0" : "RSS 2.0", our, rome, our / rome, ROUNDS - ROUNDS / 3);
        }
    }

    private static int ours(FeedParser parser, byte[] document) {
        FeedDocument feed = new FeedDocument(document, "text/xml", Map.of(), null);
        return ((ParsedFeed) parser.parse(feed, ZoneOffset.UTC, NOW)).entries().size();
    }

    private static int romes(byte[] document) throws Exception {
        return new SyndFeedInput()
                .build(new XmlReader(new ByteArrayInputStream(document), "text/xml; charset=utf-8"))
                .getEntries()
                .size();
    }

    private static double rate(List<byte[]> documents, Reader reader) throws Exception {
        long began = System.nanoTime();
        long until = began + ROUND.toNanos();
        long bytes = 0;
        while (System.nanoTime() < until) {
            for (byte[] document : documents) {
                if (reader.entriesOf(document) != ENTRIES) {
                    throw new IllegalStateException("entries were lost");
                }
                bytes += document.length;
            }
        }
        return bytes * 1e3 / (System.nanoTime() - began);
    }

    private static String document(int number, boolean atom) {
        StringBuilder out = new StringBuilder(
                atom
                        ? "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Paper</title><id>urn:p</id>"
                                + "<updated>2026-09-27T00:00:00Z</updated><link href=\"https://p.example/\"/>"
                        : "<rss version=\"2.0\"><channel><title>Paper</title><link>https://p.example/</link>"
                                + "<description>All</description>");
        for (int entry = 0; entry < ENTRIES; entry++) {
            int n = number * ENTRIES + entry;
            String html = "&lt;p&gt;Officials said on day " + n + " that the &lt;a href=\"https://p.example/" + n
                    + "\"&gt;talks&lt;/a&gt; went on. 정부는 방위비 분담금 협상을 이어 갔다고 밝혔다.&lt;/p&gt; " + DistinctWords.of(n, 8)
                    + " &lt;b&gt;tariffs&lt;/b&gt; ".repeat(6);
            out.append(atom ? atomEntry(n, html) : rssItem(n, html));
        }
        return out.append(atom ? "</feed>" : "</channel></rss>").toString();
    }

    private static String rssItem(int n, String html) {
        return "<item><title>Talks " + n + "</title><link>https://p.example/" + n + "</link><guid>https://p.example/"
                + n + "</guid><pubDate>Sun, 27 Sep 2026 01:00:00 GMT</pubDate><description>" + html
                + "</description></item>";
    }

    private static String atomEntry(int n, String html) {
        return "<entry><title>Talks " + n + "</title><link href=\"https://p.example/" + n + "\"/><id>urn:p:" + n
                + "</id><updated>2026-09-27T01:00:00Z</updated><summary type=\"html\">" + html + "</summary></entry>";
    }
}
