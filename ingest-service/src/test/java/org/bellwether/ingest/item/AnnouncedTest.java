package org.bellwether.ingest.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnnouncedTest {

    private static final SeenItem FIRST = item("x", 1);
    private static final SeenItem SECOND = item("x", 2);

    @Test
    void anAnnouncementCountsUntilItsVersionIsRemembered() {
        Announced second = Announced.of(List.of(SECOND));

        assertThat(second.over(Map.of())).containsEntry("x", SECOND.announced());
        assertThat(second.over(Map.of("x", FIRST))).containsEntry("x", SECOND.announced());
        assertThat(second.over(Map.of("x", SECOND))).containsEntry("x", SECOND);
        assertThat(second.besides(Map.of("x", FIRST)).items()).hasSize(1);
        assertThat(second.besides(Map.of("x", SECOND)).items()).isEmpty();
    }

    @Test
    void theLaterOfOneItemCounts() {
        assertThat(Announced.of(List.of(FIRST)).and(List.of(SECOND)).items()).containsExactly(SECOND.announced());
    }

    @Test
    void onlyWhatIsKnownAgainIsTakenOut() {
        Announced both = Announced.of(List.of(FIRST, item("y", 1)));

        assertThat(both.without(List.of("y")).items()).containsExactly(FIRST.announced());
    }

    @Test
    void aFeedThatBringsSomethingElseEachTimeKeepsTheNewest() {
        List<SeenItem> many =
                IntStream.range(0, 2_500).mapToObj(n -> item("n" + n, 1)).toList();

        assertThat(Announced.of(many).items())
                .hasSize(2_000)
                .last()
                .isEqualTo(item("n2499", 1).announced());
    }

    private static SeenItem item(String id, int version) {
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        Edition edition = new Edition(version, "hash-" + version, Wording.UNKNOWN, null, noon, List.of());
        return new SeenItem(id, "feed", "owner", edition, noon, false, false, noon);
    }
}
