package org.bellwether.ingest.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.ingest.item.Entries.entry;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedStore;
import org.bellwether.events.NewsItem;
import org.bellwether.ingest.parse.ParsedEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guids that go from one article to the next: places of a list, the address of the site. */
class PassedOnGuidsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    static Path directory;

    private static EmbeddedStore store;
    private static MongoClient client;

    private final Readings readings = new Readings(client.getDatabase("passed-on-" + UUID.randomUUID()));

    @BeforeAll
    static void start() throws IOException {
        store = EmbeddedStore.start(directory, Address.free());
        client = MongoClients.create(store.connectionString());
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void placesOfAListMakeNoArticleTheCorrectionOfAnother(boolean linked) {
        assertThat(readings.read("y/news", at(0), article("1", 2, linked), article("2", 1, linked)))
                .hasSize(2);

        for (int newest = 3; newest < 6; newest++) {
            assertThat(readings.read(
                            "y/news", at(newest), article("1", newest, linked), article("2", newest - 1, linked)))
                    .singleElement()
                    .returns(1, NewsItem::version)
                    .returns(title(newest), NewsItem::title);
        }
    }

    @Test
    void theAddressOfTheSiteIsNoArticle() {
        for (int n = 0; n < 4; n++) {
            assertThat(readings.read("y/news", at(n), article("https://a.example/", n, true)))
                    .singleElement()
                    .returns(1, NewsItem::version);
        }
    }

    @Test
    void anArticleThatKeepsItsLinkOrItsDateIsCorrectedHoweverElseItIsWritten() {
        readings.read("y/news", at(0), article("1", 1, true), article("2", 2, true));
        ParsedEntry sameLink = entry("1", link(1), "Quite another headline", "Of which nothing stood before.", at(50));
        ParsedEntry sameDate = entry("2", link(77), "Another one altogether", "And another text with it.", at(2));

        assertThat(readings.read("y/news", at(1), sameLink, sameDate))
                .extracting(NewsItem::version)
                .containsExactly(2, 2);
    }

    private static ParsedEntry article(String guid, int n, boolean linked) {
        String text = "The report of day " + n + " says " + "word ".repeat(n + 1) + "and no more than that.";
        return entry(guid, linked ? link(n) : null, title(n), text, at(n));
    }

    private static String title(int n) {
        return "Report number " + n + " of the desk";
    }

    private static String link(int n) {
        return "https://a.example/news/" + n;
    }

    private static Instant at(int hours) {
        return NOON.plusSeconds(hours * 3600L);
    }
}
