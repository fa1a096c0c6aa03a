package org.bellwether.ingest.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.ingest.item.Entries.entry;

import java.time.Instant;
import java.util.UUID;
import org.bellwether.events.NewsItem;
import org.bellwether.ingest.OwnStore;
import org.bellwether.ingest.parse.ParsedEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guids that go from one article to the next: places of a list, the address of the site. */
class PassedOnGuidsTest {

    private static final String SITE = "https://a.example/";
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @RegisterExtension
    static final OwnStore STORE = new OwnStore();

    private final Readings readings = new Readings(STORE.client().getDatabase("passed-on-" + UUID.randomUUID()));

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 1", "false, 60"})
    void placesOfAListMakeNoArticleTheCorrectionOfAnother(boolean linked, int length) {
        assertThat(readings.read("y/news", at(0), article("1", 2, linked, length), article("2", 1, linked, length)))
                .hasSize(2);

        for (int newest = 3; newest < 8; newest++) {
            Instant now = at(newest * 48);
            readings.forget(now, "y/news");
            assertThat(readings.read(
                            "y/news",
                            now,
                            article("1", newest, linked, length),
                            article("2", newest - 1, linked, length)))
                    .singleElement()
                    .returns(1, NewsItem::version)
                    .returns(title(newest), NewsItem::title);
        }
    }

    @Test
    void theAddressOfTheSiteIsNoArticle() {
        for (int n = 0; n < 4; n++) {
            assertThat(readings.read("y/news", at(n * 48), article(SITE, n, true, 1)))
                    .singleElement()
                    .returns(1, NewsItem::version);
        }
    }

    @Test
    void anArticleThatKeepsItsLinkIsCorrectedHoweverElseItIsWritten() {
        readings.read("y/news", at(0), entry(SITE, link(1), title(1), "As it was first.", at(1)));

        assertThat(readings.read("y/news", at(1), entry(SITE, link(1), "Quite another headline", "And text.", at(50))))
                .extracting(NewsItem::version)
                .containsExactly(2);
    }

    @Test
    void anArticleThatKeepsItsDateIsCorrectedHoweverElseItIsWritten() {
        readings.read("y/news", at(0), entry(SITE, link(1), title(1), "As it was first.", at(1)));

        assertThat(readings.read("y/news", at(1), entry(SITE, link(2), "Quite another headline", "And text.", at(1))))
                .extracting(NewsItem::version)
                .containsExactly(2);
    }

    private static ParsedEntry article(String guid, int n, boolean linked, int length) {
        String text = "The report of day " + n + " says " + "word ".repeat(n + length) + "and no more than that.";
        return entry(guid, linked ? link(n) : null, title(n), text, at(n * 48));
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
