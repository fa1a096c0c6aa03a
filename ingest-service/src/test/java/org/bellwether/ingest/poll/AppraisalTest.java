package org.bellwether.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.bellwether.events.DateProvenance;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.fetch.Chain;
import org.bellwether.ingest.fetch.FeedHeaders;
import org.bellwether.ingest.fetch.Fetched;
import org.bellwether.ingest.fetch.ServerHints;
import org.bellwether.ingest.fetch.Validators;
import org.bellwether.ingest.parse.FeedInfo;
import org.bellwether.ingest.parse.Hints;
import org.bellwether.ingest.parse.ParsedEntry;
import org.bellwether.ingest.parse.ParsedFeed;
import org.bellwether.ingest.state.Answer;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.ingest.state.Front;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Losses, as far as pages tell when their entries came. */
class AppraisalTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final URI BOARD = URI.create("https://board.example/list");
    private static final Publisher INSTITUTE = new Publisher("Institute", "institute", SourceKind.THINK_TANK, "KR");
    private static final Feed FEED =
            new Feed("board", "Board", BOARD, "ko", INSTITUTE, ZoneId.of("Asia/Seoul"), true, null, null, null);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the newest seen    | provenance | the oldest there, not seen | lost
            2026-11-20T04:00:00Z | INFERRED   | 2026-11-19T15:00:00Z       | true
            2026-11-20T04:00:00Z | INFERRED   | 2026-11-18T15:00:00Z       | false
            2026-11-20T04:00:00Z | INFERRED   | 2026-11-20T03:59:00Z       | false
            2026-11-20T04:00:00Z | INFERRED   | 2026-11-20T04:01:00Z       | true
            2026-11-20T04:00:00Z | STATED     | 2026-11-19T15:00:00Z       | false
            2026-11-20T04:00:00Z | STATED     | 2026-11-20T04:00:00Z       | true
            2026-11-19T15:00:00Z | ZONE_ASSUMED | 2026-11-19T15:00:00Z     | true
            2026-11-19T15:00:00Z | ZONE_ASSUMED | 2026-11-18T15:00:00Z     | false
            """)
    void aDayWithoutATimeIsNotTakenForItsFirstMoment(
            Instant newest, DateProvenance provenance, Instant oldest, boolean lost) {
        FeedState before = FeedState.of(FEED).answered(read(FeedState.of(FEED), NOON, newest, provenance));

        Answer answer = read(before, NOON.plus(Duration.ofHours(1)), oldest, provenance);

        assertThat(answer.learnt().losses().count()).isEqualTo(lost ? 1 : 0);
    }

    private static Answer read(FeedState before, Instant now, Instant published, DateProvenance provenance) {
        ParsedEntry entry = new ParsedEntry(
                null,
                "제목",
                "https://board.example/" + published,
                null,
                null,
                null,
                published,
                provenance,
                null,
                null,
                "");
        ParsedFeed parsed = new ParsedFeed(
                "html",
                new FeedInfo("Board", null, null, null, null, null, null),
                List.of(entry),
                List.of(),
                List.of(),
                Hints.NONE);
        FeedHeaders headers = new FeedHeaders(Map.of());
        Fetched body = new Fetched(BOARD, 200, headers, new byte[0], Validators.NONE, Chain.NONE, ServerHints.NONE, 0);
        return new Appraisal(FEED, before, now, now)
                .read(
                        body,
                        parsed,
                        new Brought(
                                List.of(fresh("1", now, published, provenance), fresh("2", now, published, provenance)),
                                List.of(),
                                Map.of(),
                                Articles.NONE));
    }

    private static Brought.Visible fresh(String name, Instant read, Instant published, DateProvenance provenance) {
        String item = name + Integer.toHexString(read.hashCode());
        return new Brought.Visible(new Front.Place(item, published), provenance, true, null);
    }
}
