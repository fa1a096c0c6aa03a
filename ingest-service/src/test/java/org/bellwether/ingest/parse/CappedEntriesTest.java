package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CappedEntriesTest {

    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private final Reading reading = new Reading(ZoneOffset.UTC, START.plusSeconds(1_000_000), new Problems());
    private final AtomicInteger drafts = new AtomicInteger();

    @Test
    void ofMoreThanTheCapOnlyTheNewestAreTakenApart() {
        // Minute by minute, the newest in the middle.
        List<Integer> minutes = IntStream.range(0, 12_000)
                .map(i -> i < 6_000 ? i * 2 : 23_999 - i * 2)
                .boxed()
                .toList();

        List<ParsedEntry> read =
                reading.entries(minutes, minute -> Stream.of("", at(minute).toString()), minute -> "", this::draft);

        assertThat(drafts).hasValue(Reading.MAX_ENTRIES);
        assertThat(read)
                .hasSize(Reading.MAX_ENTRIES)
                .allMatch(entry -> !entry.published().isBefore(at(12_000 - Reading.MAX_ENTRIES)));
    }

    @Test
    void whereNoDateTellsTheAddressDoes() {
        List<Integer> all =
                IntStream.rangeClosed(0, Reading.MAX_ENTRIES).boxed().toList();

        List<ParsedEntry> read = reading.entries(
                all,
                one -> Stream.of(""),
                one -> one == 0 ? "https://a.example/2026/11/20/x" : "https://a.example/2026/11/19/" + one,
                this::draft);

        assertThat(read)
                .hasSize(Reading.MAX_ENTRIES)
                .extracting(ParsedEntry::id)
                .contains("0")
                .doesNotContain("1");
    }

    private EntryDraft draft(int number) {
        drafts.incrementAndGet();
        return new EntryDraft(
                Integer.toString(number),
                "T",
                "",
                null,
                null,
                "",
                List.of(at(number).toString()),
                List.of(),
                null);
    }

    private static Instant at(int minute) {
        return START.plusSeconds(minute);
    }
}
