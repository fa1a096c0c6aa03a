package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.SyndFeedOutput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds our reader against Rome's. On well-formed feeds of the formats both know they agree; where they do not, on the
 * fixtures, the difference stands in the table with who is right.
 */
class RomeOracleTest {

    private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
    private static final String REFUSED = "refused by Rome";

    /** In what the two differ, by fixture, and what Rome does there. Ours is what the fixture's expected reading says. */
    private static final Map<String, Difference> DIFFERENCES = Map.ofEntries(
            differ("atom03.xml", "reads modified as the publication, leaves titles escaped", "date", "title"),
            differ(
                    "atom10.xml",
                    "hands titles out as markup, resolves links against no xml:base of the entry and no address",
                    "feed link",
                    "feed title",
                    "link",
                    "title"),
            differ("cdf.xml", "knows no CDF", REFUSED),
            differ("jsonfeed.json", "knows no JSON Feed", REFUSED),
            differ("korean-dates.xml", "reads five of six dates not at all and one as long before our era", "date"),
            differ("rough.xml", "wants well-formed XML", REFUSED),
            differ("rss091-doctype.xml", "refuses any DOCTYPE, or else reads all that it names", REFUSED),
            differ("rss10.xml", "takes rdf:about for the id but not for the link, and no dcterms date", "date", "link"),
            differ(
                    "rss20.xml",
                    "leaves links relative and markup in titles, loses two dates and believes one of next year",
                    "date",
                    "feed title",
                    "link",
                    "title"),
            differ("sitemap-news.xml", "knows no sitemaps", REFUSED),
            differ("unclosed.xml", "wants well-formed XML", REFUSED),
            differ("unended.xml", "wants well-formed XML", REFUSED));

    private record Difference(String why, Set<String> in) {}

    private record Entry(
            @Nullable String id,
            String title,
            @Nullable String link,
            @Nullable Instant date) {}

    private record Feed(@Nullable String title, @Nullable String link, List<Entry> entries) {}

    static List<Path> fixtures() throws IOException {
        return FeedParserFixturesTest.documents();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void onTheFixturesTheTwoDifferAsTheTableSays(Path fixture) throws IOException {
        byte[] document = Files.readAllBytes(fixture);

        Set<String> differences = differences(document, UnaryOperator.identity());

        Difference expected =
                DIFFERENCES.getOrDefault(fixture.getFileName().toString(), new Difference("agrees", Set.of()));
        assertThat(differences).as(expected.why()).isEqualTo(expected.in());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rss_0.91U", "rss_0.92", "rss_0.93", "rss_0.94", "rss_1.0", "rss_2.0", "atom_0.3", "atom_1.0"})
    void onWellFormedFeedsTheTwoAgree(String format) throws FeedException {
        // Atom 0.3's titles are XML by default, and Rome hands them out as such.
        UnaryOperator<String> title =
                format.equals("atom_0.3") ? text -> Parser.unescapeEntities(text, false) : UnaryOperator.identity();
        for (int seed = 0; seed < 25; seed++) {
            byte[] document = new SyndFeedOutput()
                    .outputString(feed(format, new Random(seed)))
                    .getBytes(StandardCharsets.UTF_8);

            assertThat(differences(document, title))
                    .as("seed %d:%n%s", seed, new String(document, StandardCharsets.UTF_8))
                    .isEmpty();
        }
    }

    private static Set<String> differences(byte[] document, UnaryOperator<String> titleOfRome) {
        Feed ours = ours(document);
        Feed theirs;
        try {
            theirs = romes(document);
        } catch (FeedException | IOException | IllegalArgumentException e) {
            return Set.of(REFUSED);
        }
        Set<String> found = new TreeSet<>();
        compare("feed title", ours.title(), titleOfRome.apply(String.valueOf(theirs.title())), found);
        compare("feed link", ours.link(), theirs.link(), found);
        compare("entries", ours.entries().size(), theirs.entries().size(), found);
        for (int i = 0; i < Math.min(ours.entries().size(), theirs.entries().size()); i++) {
            Entry our = ours.entries().get(i);
            Entry their = theirs.entries().get(i);
            // Rome gives the link as id where there is no other.
            compare("id", our.id() == null ? our.link() : our.id(), their.id(), found);
            compare("title", our.title(), titleOfRome.apply(their.title()), found);
            compare("link", our.link(), their.link(), found);
            compare("date", our.date(), their.date(), found);
        }
        return found;
    }

    private static Map.Entry<String, Difference> differ(String fixture, String why, String... in) {
        return Map.entry(fixture, new Difference("Rome " + why, Set.of(in)));
    }

    private static void compare(String what, @Nullable Object one, @Nullable Object other, Set<String> found) {
        if (!Objects.equals(one, other)) {
            found.add(what);
        }
    }

    private static Feed ours(byte[] document) {
        FeedDocument feed =
                new FeedDocument(document, null, Map.of(), URI.create("https://feeds.example.org/dir/feed.xml"));
        if (!(new FeedParser().parse(feed, ZoneId.of("Asia/Seoul"), NOW) instanceof ParsedFeed read)) {
            throw new AssertionError("ours read nothing");
        }
        List<Entry> entries = read.entries().stream()
                .map(entry -> new Entry(
                        entry.id(),
                        entry.title(),
                        entry.link(),
                        entry.published() == null ? entry.updated() : entry.published()))
                .toList();
        return new Feed(read.feed().title(), read.feed().link(), entries);
    }

    private static Feed romes(byte[] document) throws FeedException, IOException {
        SyndFeed feed = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(document)));
        List<Entry> entries = new ArrayList<>();
        for (SyndEntry entry : feed.getEntries()) {
            @Nullable Date date = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
            String title = entry.getTitle() == null ? "" : entry.getTitle().strip();
            entries.add(new Entry(entry.getUri(), title, entry.getLink(), date == null ? null : date.toInstant()));
        }
        return new Feed(feed.getTitle(), feed.getLink(), entries);
    }

    private static SyndFeed feed(String format, Random random) {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType(format);
        feed.setTitle(words(random, 3));
        feed.setLink("https://paper.example/" + random.nextInt(100));
        feed.setUri(feed.getLink());
        feed.setDescription(words(random, 6));
        feed.setLanguage("en");
        List<SyndEntry> entries = new ArrayList<>();
        int count = 1 + random.nextInt(14);
        for (int i = 0; i < count; i++) {
            entries.add(entry(i, random));
        }
        feed.setEntries(entries);
        return feed;
    }

    private static SyndEntry entry(int number, Random random) {
        SyndEntry entry = new SyndEntryImpl();
        entry.setTitle(words(random, 2 + random.nextInt(8)));
        entry.setLink("https://paper.example/a?id=" + number + "&n=" + random.nextInt(1000));
        entry.setUri("tag:paper.example,2026:" + number + "-" + random.nextInt(1000));
        entry.setPublishedDate(Date.from(NOW.minusSeconds(60L * (1 + random.nextInt(500_000)))));
        entry.setUpdatedDate(entry.getPublishedDate());
        SyndContentImpl description = new SyndContentImpl();
        description.setType("text/html");
        description.setValue("<p>" + words(random, 12) + " &amp; <b>" + words(random, 2) + "</b></p>");
        entry.setDescription(description);
        return entry;
    }

    private static String words(Random random, int count) {
        String[] known = {
            "Seoul", "방위비", "분담금", "tariff", "R&D", "summit", "회담", "\"quoted\"", "troops", "28,500", "—", "협상"
        };
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(known[random.nextInt(known.length)]);
        }
        return String.join(" ", words);
    }
}
