package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bellwether.events.DateProvenance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates that lie ahead of the reading. */
class DatesAheadTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final Reading reading = new Reading(ZoneOffset.UTC, NOW, new Problems());

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # stated             | published            | known          | updated
            2026-11-20T12:00:00Z | 2026-11-20T12:00:00Z | STATED         | 2026-11-20T12:00:00Z
            2026-11-20T12:00:01Z | 2026-11-20T12:00:00Z | FIRST_SEEN     | -
            2026-11-20T12:15:00Z | 2026-11-20T12:00:00Z | FIRST_SEEN     | -
            2026-11-20T12:15:01Z | -                    | FIRST_SEEN     | -
            """)
    void theTimeOfReadingStandsInForOneAFewMinutesAheadAndSaysSo(
            String stated, Instant published, DateProvenance provenance, Instant updated) {
        EntryDraft draft = new EntryDraft("1", "T", "", null, null, "", List.of(stated), List.of(stated), null);

        assertThat(reading.entries(List.of(draft))).singleElement().satisfies(entry -> {
            assertThat(entry.published()).isEqualTo(published);
            assertThat(entry.publishedProvenance()).isEqualTo(provenance);
            assertThat(entry.updated()).isEqualTo(updated);
        });
    }
}
