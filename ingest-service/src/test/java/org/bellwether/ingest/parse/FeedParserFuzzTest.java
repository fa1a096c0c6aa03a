package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bellwether.events.DateProvenance;
import org.bellwether.ingest.catalogue.Listing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever is done to a feed or a page with a listing, it is read or refused in good time, and what comes out is sound. Runs for two
 * seconds each with a seed that does not change; {@code -Dfuzz.seconds=600 -Dfuzz.seed=7} for as long and as differently as wanted. What
 * it finds is left in {@code target/fuzz-finds}, and becomes a test of its own in {@link HostileDocumentTest}.
 */
class FeedParserFuzzTest {

    private static final Path SEEDS = Path.of("src/test/resources/feeds-read");
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("fuzz.seconds", 2));
    private static final long SEED = Long.getLong("fuzz.seed", 20260927);
    private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
    private static final URI BASE = URI.create("https://feeds.example.org/dir/feed.xml");
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    /** Of a document of 400 KB on a machine that does much else; a hundredth is usual. */
    private static final Duration GOOD_TIME = Duration.ofSeconds(10);

    private static final List<String> PAGES = List.of(
            """
            <!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><title>현안분석 | 연구원</title></head><body><table><tbody>
            <tr><td class="no">12</td><td><a href="view.do?seq=12" title="분담금 협상, 무엇이 남았나">분담금 협상, 무엇이…</a></td><td class="date">3시간 전</td></tr>
            <tr><td class="no">11</td><td><a href="#" onclick="fn('/view.do?seq=11')">조선 협력의 조건</a></td><td class="date">09.27 (일) 14:05</td></tr>
            <tr><td class="no">10</td><td><a href="view.do?seq=10"><img alt="훈련 일정 조정" src="a.png"></a></td><td class="date">등록일 : 2026. 9. 25.</td></tr>
            </tbody></table></body></html>
            """,
            """
            <html><head><title>Commentary</title><base href="https://think.example/asia/"></head><body><main>
            <article><h3><a href="one">Costs &amp; shares</a></h3><p class="date">By A. Lee · yesterday, 14:05</p><p class="dek">What is <b>left</b>.</p></article>
            <article><h3><a href="two?x=1&amp;y=2">Yards</a></h3><time class="date" datetime="2026-09-26T09:30:00-04:00">Sept 26</time></article>
            <article data-href="/2026/09/24/three"><h3>Drills</h3><p class="date">Sept. 24, 2026 | Brief</p></article>
            </main></body></html>
            """,
            "<ul><li><a href=/p/20260924/1>Statement</a> <i class=date>24 September</i><li><a href=/p/2>Readout</a> <i class=date>2 days ago</i></ul>");
    private static final List<Listing> LISTINGS = List.of(
            new Listing("tr, article, li", null, null, null, null),
            new Listing("tr, article, li", "a, h3", "a", ".date", ".dek, td"),
            new Listing("a", null, null, null, null),
            new Listing("*", "*", "*", "*", "*"),
            new Listing("td:not(.no), article > *", ":matchText", null, "i, :contains(ago)", null));

    private final FeedParser parser = new FeedParser();

    @Test
    void reads_or_refuses_whatever_is_done_to_a_feed() {
        run(seeds(), document -> parser.parse(new FeedDocument(document, null, Map.of(), BASE), ZONE, NOW));
    }

    @Test
    void reads_or_refuses_whatever_is_done_to_a_page() {
        List<byte[]> pages = PAGES.stream()
                .map(page -> page.getBytes(StandardCharsets.UTF_8))
                .toList();
        run(
                pages,
                page -> parser.parse(
                        new FeedDocument(page, "text/html", Map.of(), BASE),
                        LISTINGS.get(Math.floorMod(Arrays.hashCode(page), LISTINGS.size())),
                        ZONE,
                        NOW));
    }

    private static void run(List<byte[]> seeds, Function<byte[], ParseResult> parser) {
        FeedMutator mutator = new FeedMutator(seeds, SEED);
        long until = System.nanoTime() + TIME.toNanos();
        int documents = 0;
        int read = 0;
        List<String> finds = new ArrayList<>();
        while (System.nanoTime() < until && finds.size() < 20) {
            byte[] document = mutator.next();
            documents++;
            try {
                read += isSound(document, parser) ? 1 : 0;
            } catch (AssertionError | Exception e) {
                finds.add(keep(document, documents) + ": " + e);
            }
        }
        System.getLogger("fuzz").log(System.Logger.Level.INFO, documents + " documents, " + read + " of them read");
        assertThat(finds).as("finds, with seed %d", SEED).isEmpty();
        assertThat(read).as("documents read as feeds").isGreaterThan(documents / 10);
    }

    /** Whether it was read; a document it cannot read has to be refused soundly as well. */
    private static boolean isSound(byte[] document, Function<byte[], ParseResult> parser) {
        long began = System.nanoTime();
        ParseResult result = parser.apply(document);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).as("time").isLessThan(GOOD_TIME);
        ParseResult again = parser.apply(document);
        if (!isGivenUp(result) && !isGivenUp(again)) {
            assertThat(again).as("read again").isEqualTo(result);
        }
        if (result instanceof Unreadable refused) {
            assertThat(refused.code()).as("code").isNotBlank();
            assertThat(refused.message()).as("message").isNotBlank();
            return false;
        }
        ParsedFeed feed = (ParsedFeed) result;
        assertThat(feed.entries()).as("entries").hasSizeLessThanOrEqualTo(Reading.MAX_ENTRIES);
        FeedInfo info = feed.feed();
        strings(info.title(), info.link(), info.id(), info.description(), info.language(), info.author());
        assertThat(absolute(info.link())).as("feed's link " + info.link()).isTrue();
        feed.entries().forEach(FeedParserFuzzTest::entryIsSound);
        feed.repairs().forEach(repair -> strings(repair.code(), repair.message()));
        feed.problems().forEach(problem -> strings(problem.code(), problem.message()));
        return true;
    }

    /** Selectors that fit everything are given up after a time, which a busy machine may reach at one reading and not at the other. */
    private static boolean isGivenUp(ParseResult result) {
        return result instanceof Unreadable refused && refused.code().equals("too-deep");
    }

    private static void entryIsSound(ParsedEntry entry) {
        strings(
                entry.id(),
                entry.title(),
                entry.link(),
                entry.summary(),
                entry.content(),
                entry.author(),
                entry.language(),
                entry.text());
        assertThat(absolute(entry.link())).as("link " + entry.link()).isTrue();
        assertThat(entry.title()).as("title").isEqualTo(entry.title().strip()).doesNotContain("\n");
        assertThat(entry.text().length()).as("text").isLessThanOrEqualTo(500_000);
        boolean standsIn = entry.published() == null || NOW.equals(entry.published());
        assertThat(entry.publishedProvenance() == DateProvenance.FIRST_SEEN ? standsIn : entry.published() != null)
                .as("first seen exactly without a date that can be believed")
                .isTrue();
        Stream.of(entry.published(), entry.updated())
                .filter(Objects::nonNull)
                .forEach(date -> assertThat(date).isBeforeOrEqualTo(NOW));
    }

    private static boolean absolute(@Nullable String link) {
        return link == null || ABSOLUTE.matcher(link).matches();
    }

    /** Characters that may be passed on as JSON, as XML and to a store: no half of a pair, no control characters. */
    private static void strings(@Nullable String... values) {
        for (String value : values) {
            if (value != null) {
                int bad = value.codePoints()
                        .filter(c -> (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
                                || (c >= 0xD800 && c <= 0xDFFF)
                                || c == 0xFFFE
                                || c == 0xFFFF)
                        .findFirst()
                        .orElse(-1);
                assertThat(bad)
                        .as("forbidden character in " + value.substring(0, Math.min(200, value.length())))
                        .isEqualTo(-1);
            }
        }
    }

    private static List<byte[]> seeds() {
        try (Stream<Path> files = Files.list(SEEDS)) {
            List<byte[]> seeds = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                if (!file.toString().endsWith(".expected.json")) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
            return seeds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path keep(byte[] document, int number) {
        try {
            Path finds = Files.createDirectories(Path.of("target/fuzz-finds"));
            return Files.write(finds.resolve(SEED + "-" + number + "-" + Arrays.hashCode(document)), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
