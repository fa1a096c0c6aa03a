package org.bellwether.ingest.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.ingest.item.Entries.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bellwether.ingest.OwnStore;
import org.bellwether.ingest.parse.ParsedEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Short entries without a link of their own that read alike: one whose guid changes, or another. */
class EntriesThatReadAlikeTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(600);

    @RegisterExtension
    static final OwnStore STORE = new OwnStore();

    private final Readings readings = new Readings(STORE.client().getDatabase("alike-" + UUID.randomUUID()));

    @Test
    void oneBesideAnotherIsNewsHoweverAlikeTheyRead() {
        assertThat(readings.read("y/news", NOON, notice("a"))).hasSize(1);
        assertThat(readings.read("y/news", LATER, notice("b"), notice("a"))).hasSize(1);
        assertThat(readings.read("y/news", LATER, notice("c"), notice("b"))).hasSize(1);

        assertThat(readings.read("y/news", LATER, notice("c"), notice("b"))).isEmpty();
        assertThat(readings.read("y/news", LATER, notice("c"))).isEmpty();
    }

    @Test
    void oneBesideAnotherIsNewsAlsoWhereTheirLinkWasFoundToBeOfSeveral() {
        String page = "https://y.example/page";
        ParsedEntry standing = entry("a", page, "Appointments", "", NOON);
        ParsedEntry corrected = entry("x", page, "Appointments, corrected", "", NOON);
        readings.read(
                "y/news", NOON, entry("p", page, "Obituary", "", NOON), entry("x", page, "Appointments", "", NOON));
        assertThat(readings.read("y/news", LATER, standing, corrected)).hasSize(2);

        assertThat(readings.read("y/news", LATER, standing, entry("b", page, "Appointments", "", NOON)))
                .extracting(item -> item.version())
                .containsExactly(1);
    }

    @Test
    void severalOfOneDocumentAreSeveral() {
        assertThat(readings.read("y/news", NOON, notice("a"), notice("b"))).hasSize(2);
        assertThat(readings.read("y/news", LATER, notice("a"), notice("b"), notice("c")))
                .hasSize(1);
        assertThat(readings.read("y/news", LATER, notice("b"), notice("d"))).hasSize(1);
    }

    @Test
    void oneBesideAnItemThatReadLikeItBeforeItWasCorrectedIsNews() {
        readings.read("y/news", NOON, notice("a"));

        assertThat(readings.read("y/news", LATER, notice("b"), entry("a", null, "Appointments, corrected", "", NOON)))
                .extracting(item -> item.version())
                .containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void thoseWhoseGuidsAllChangeAreKnown(int alike) {
        for (int day = 0; day < 5; day++) {
            ParsedEntry[] entries = new ParsedEntry[alike];
            for (int n = 0; n < alike; n++) {
                entries[n] = notice("g-" + day + "-" + n);
            }
            Instant now = NOON.plus(Duration.ofDays(day));
            assertThat(readings.read("y/news", now, entries)).hasSize(day == 0 ? alike : 0);
            assertThat(readings.read("y/news", now.plusSeconds(600), entries)).isEmpty();
        }
    }

    @Test
    void oneThatStandsTwiceUnderOneGuidIsOneWhateverTheGuidIsThen() {
        assertThat(readings.read("y/news", NOON, notice("a"), notice("a"))).hasSize(1);
        assertThat(readings.read("y/news", LATER, notice("b"), notice("b"))).isEmpty();
    }

    @Test
    void aGuidThatTurnsOutToBeOfSeveralIsNoGuidOfAnother() {
        assertThat(readings.read("y/news", NOON, notice("0"))).hasSize(1);
        ParsedEntry other = entry("0", null, "Obituary", "", NOON);

        assertThat(readings.read("y/news", LATER, notice("0"), other)).hasSize(1);
        assertThat(readings.read("y/news", LATER, notice("1"), other)).isEmpty();
        assertThat(readings.read("y/news", LATER, notice("0"), other, notice("2")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -, -
            0, -
            -, https://y.example/
            """)
    void anEntryWithAGuidOfItsOwnIsNewsHoweverLikeAnOlderOneItReads(String guid, String link) {
        readings.read(
                "y/news",
                NOON,
                entry(guid, link, "Daily Press Briefing", "", null),
                entry(guid, link, "Another page", "", null));

        assertThat(readings.read("y/news", NOON, entry("tue", link, "Daily Press Briefing", "", null)))
                .hasSize(1);
        assertThat(readings.read("y/news", NOON, entry("wed", link, "Daily Press Briefing", "", null)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -
            https://y.example/
            """)
    void anEntryWithoutALinkOfItsOwnIsKnownByItsDateHoweverItsGuidChurns(String link) {
        for (int day = 0; day < 200; day++) {
            Instant now = NOON.plus(Duration.ofDays(day));
            ParsedEntry visit = entry("g-" + day, link, "Visit", "Short", NOON);
            ParsedEntry briefing = entry("h-" + day, link, "Briefing", "", NOON);
            assertThat(readings.read("y/news", now, visit, briefing)).hasSize(day == 0 ? 2 : 0);
            readings.forget(now, "y/news");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-20T12:10:00Z | 0
            2026-11-21T00:10:00Z | 1
            """)
    void anEntryWithoutADateIsKnownForADay(Instant next, int published) {
        readings.read("y/news", NOON, entry("g-1", null, "Briefing", "It begins at two.", null));

        for (int reading = 2; reading < 5; reading++) {
            ParsedEntry churned = entry("g-" + reading, null, "Briefing", "It begins at two.", null);
            assertThat(readings.read("y/news", next, churned)).hasSize(reading == 2 ? published : 0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            y/news  | -                   | Visit | Short | 2026-11-20T12:00:01Z
            y/news  | -                   | Visit | Other | 2026-11-20T12:00:00Z
            y/news  | -                   | Trip  | Short | 2026-11-20T12:00:00Z
            y/news  | https://y.example/2 | Visit | Short | 2026-11-20T12:00:00Z
            y/world | -                   | Visit | Short | 2026-11-20T12:00:00Z
            """)
    void anotherDateTextTitleLinkOrFeedIsNews(String feed, String link, String title, String text, Instant published) {
        readings.read("y/news", NOON, entry("g-1", null, "Visit", "Short", NOON));

        assertThat(readings.read(feed, LATER, entry("g-2", link, title, text, published)))
                .hasSize(1);
    }

    /** As several of them come on one day, of which nothing but the guid is another. */
    private static ParsedEntry notice(String guid) {
        return entry(guid, null, "Appointments", "", NOON);
    }
}
