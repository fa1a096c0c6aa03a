package org.bellwether.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.bellwether.ingest.Rss.feed;
import static org.bellwether.ingest.Rss.item;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.testkit.EmbeddedStack;
import org.junit.jupiter.api.Test;

/** Many large feeds at once. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(PolledFeeds.class)
class CrowdTest {

    private static final int HEAP_BYTES = 24 << 20;
    private static final int LARGEST_BODY = 1 << 20;
    private static final int CROWD = 24;

    /** So many at once have more than the whole headroom. */
    private static final int AT_ONCE = 6;

    private static final int PIECE = 32 << 10;
    private static final String PADDING = "<!--" + "x".repeat(900_000) + "-->";

    private final FeedServer server = PolledFeeds.server();

    @Inject
    Headroom ofTheService;

    @Test
    void largeFeedsThatComeAllAtOnceAreAllReadWithinTheBound() {
        Headroom headroom = new Headroom(HEAP_BYTES, LARGEST_BODY, HandmadeLine.WORKERS);
        CountDownLatch meeting = new CountDownLatch(AT_ONCE);
        List<String> feeds =
                IntStream.range(0, CROWD).mapToObj(n -> "crowd-" + n).toList();
        feeds.forEach(id -> server.serveWhenMet(id, feed(item(id, "One of a crowd"), PADDING), meeting));
        server.serve("crowd-small", feed(item("crowd-small", "Not to be held up")));
        try (HandmadeLine line = new HandmadeLine(
                "bellwether-ingest-crowd",
                UnaryOperator.identity(),
                Duration.ofSeconds(1),
                IntStream.rangeClosed(0, CROWD).mapToObj(n -> n == CROWD ? "crowd-small" : feeds.get(n)),
                headroom)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> feeds.stream()
                            .allMatch(id -> line.stateOf(id).counts().published() == 1));

            assertThat(line.stateOf("crowd-small").counts().published()).isEqualTo(1);
            assertThat(feeds).allMatch(id -> line.stateOf(id).counts().failures() == 0);
        }
        assertThat(headroom.mostReceived()).isGreaterThan(PADDING.length()).isLessThanOrEqualTo(headroom.bound());
        assertThat(headroom.bound()).isLessThanOrEqualTo(HEAP_BYTES / 8);
        assertThat(headroom.received()).isZero();
        assertThat(feeds).anyMatch(id -> server.bodiesBegun(id) > 1);
    }

    @Test
    void aPreviewThatFindsNoRoomSaysWhenToAskAgain() {
        try (Room crowd = ofTheService.ofPreview(Duration.ZERO)) {
            assertThatThrownBy(() -> {
                        while (true) {
                            crowd.grow(PIECE);
                        }
                    })
                    .isInstanceOf(NoRoomException.class);

            given().contentType("text/xml")
                    .body(feed(item("p1", "A title")))
                    .post("/api/feeds/preview")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5")
                    .body("type", equalTo("about:blank"))
                    .body("status", equalTo(503))
                    .body("detail", containsString("ask again in 5 seconds"));
        }
    }
}
