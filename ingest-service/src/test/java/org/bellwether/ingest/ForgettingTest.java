package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.catalogue.MongoCatalogueChanges;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostLimits;
import org.bellwether.ingest.host.MongoHostPenalties;
import org.bellwether.ingest.poll.FeedPoll;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.ingest.state.MongoFeedStates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed over months, by a clock that the test sets, with a memory of 90 days that forgets each day what has served its time. */
class ForgettingTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String ENTRIES = Rss.feed(Rss.item("a", "Stands for months"), Rss.item("b", "So does this"));

    private final FeedServer server = new FeedServer();
    private final HandmadePoll line;
    private final FeedPoll poll;
    private final MongoFeedStates states;
    private final Memory memory;
    private Instant now = NOON;
    private ZoneOffset zone = ZoneOffset.UTC;
    private FeedState state = FeedState.of(feed());
    private int published;

    ForgettingTest(@TempDir Path directory) throws IOException {
        line = new HandmadePoll(directory, HandmadePoll.broker(), () -> now);
        poll = line.poll();
        MongoDatabase database = line.database();
        states = new MongoFeedStates(database);
        HostMemory hosts =
                new HostMemory(new HostBudgets(HostLimits.DEFAULT, () -> now), new MongoHostPenalties(database));
        Retention retention = new Retention(Duration.ofDays(90), Duration.ofDays(14));
        memory = new Memory(line.memory(), hosts, line.raw(), states, new MongoCatalogueChanges(database), retention);
    }

    @AfterEach
    void stop() {
        line.close();
        server.close();
    }

    @Test
    void whatStandsInAFeedThatHasNotChangedForMonthsIsNotForgotten() throws Exception {
        server.serve("post", ENTRIES);
        pollDaily(200);
        assertThat(published).isEqualTo(2);
        assertThat(server.unchanged("post")).isGreaterThan(190);
        assertThat(server.bodiesBegun("post")).as("once a month").isEqualTo(7);

        server.serve("post", Rss.feed(Rss.item("a", "Stands for months"), Rss.item("c", "New")));
        pollDaily(1);
        assertThat(published).isEqualTo(3);
    }

    @Test
    void aFeedThatIsToBeReadInAnotherZoneIsReadWhole() throws Exception {
        server.serve("post", ENTRIES);
        pollDaily(2);
        assertThat(server.bodiesBegun("post")).isEqualTo(1);

        zone = ZoneOffset.ofHours(9);
        pollDaily(2);

        assertThat(server.bodiesBegun("post")).isEqualTo(2);
        assertThat(server.unchanged("post")).isEqualTo(2);
    }

    @Test
    void norIsThatOfAFeedThatCouldNotBeReadForMonths() throws Exception {
        server.serve("post", ENTRIES);
        pollDaily(3);
        server.fail("post", 503);
        pollDaily(120);
        server.serve("post", ENTRIES);
        pollDaily(3);

        assertThat(published).isEqualTo(2);
    }

    @Test
    void norIsThatOfAFeedThatWasEmptyForMonths() throws Exception {
        server.serve("post", ENTRIES);
        pollDaily(3);
        server.serve("post", Rss.feed());
        pollDaily(120);
        server.serve("post", ENTRIES);
        pollDaily(3);

        assertThat(published).isEqualTo(2);
    }

    @Test
    void whatLeftAFeedThatIsReadIsForgotten() throws Exception {
        server.serve("post", ENTRIES);
        pollDaily(3);
        server.serve("post", Rss.feed(Rss.item("a", "Stands for months")));
        pollDaily(125);

        assertThat(line.database().getCollection("seen_items").countDocuments()).isEqualTo(1);
        server.serve("post", ENTRIES);
        pollDaily(1);
        assertThat(published).isEqualTo(3);
    }

    private void pollDaily(int times) throws InterruptedException {
        for (int day = 0; day < times; day++) {
            var report = poll.poll(feed(), state, null);
            state = report.state();
            published += report.published();
            states.save(state);
            memory.forget(now);
            now = now.plus(Duration.ofDays(1));
        }
    }

    private Feed feed() {
        return new Feed(
                "post",
                "Post",
                URI.create(server.url("post")),
                "en",
                new Publisher("Morning Post", "morning-post", SourceKind.NEWS, "KR"),
                zone,
                true,
                null,
                null,
                null);
    }
}
