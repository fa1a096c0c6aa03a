package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bellwether.events.DateProvenance;
import org.bellwether.events.NewsItem;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.article.ArticleLimits;
import org.bellwether.ingest.article.MissingArticle;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.poll.FeedPoll;
import org.bellwether.ingest.poll.PollReport;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.messaging.EventJson;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is noted of articles that could not be read, when things go wrong around it. */
class LateArticlesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration UNTIL_DUE = Duration.ofMinutes(11);

    private static final String ARTICLE = "<html><body><article>"
            + "<p>The two ministers agreed on Friday on a list of goods that are to be free of duties from next year on.</p>"
            + "<p>Steel is not among them, as both had said before, and neither are cars, which are to be talked of in May.</p>"
            + "</article></body></html>";

    private final PageServer site = new PageServer();
    private final HandmadePoll line;
    private final MongoCollection<Document> notes;
    private final FeedPoll poll;
    private final FeedPoll hurried;
    private int versionsTaken = Integer.MAX_VALUE;
    private final MockProducer<String, byte[]> broker =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
                @Override
                public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> message) {
                    return item(message.value()).version() > versionsTaken
                            ? CompletableFuture.failedFuture(new TimeoutException("away"))
                            : super.send(message);
                }
            };
    private FeedState state = FeedState.of(feed());
    private Instant now = NOON;

    LateArticlesTest(@TempDir Path directory) throws IOException {
        line = new HandmadePoll(directory, broker, () -> now);
        notes = line.database().getCollection("missing_articles");
        poll = line.poll();
        hurried = line.poll(new ArticleLimits(3, Duration.ZERO));
    }

    @AfterEach
    void stop() {
        line.close();
        site.close();
    }

    @Test
    void aNoteOfAPollThatPublishedNothingIsGoneOnceTheItemHasItsText() throws Exception {
        site.answer("/a", 503, Map.of());
        serve(entry("/a", 19));
        versionsTaken = 0;
        assertThatThrownBy(this::poll).isInstanceOf(BackendAwayException.class);
        assertThat(notes.countDocuments()).isEqualTo(1);

        versionsTaken = Integer.MAX_VALUE;
        site.serve("/a", "text/html", ARTICLE);
        assertThat(poll().published()).isEqualTo(1);

        assertThat(notes.countDocuments()).isZero();
        now = now.plus(UNTIL_DUE);
        assertThat(poll().published()).isZero();
        assertThat(published())
                .singleElement()
                .satisfies(item -> assertThat(item.text()).startsWith("The two ministers"));
    }

    @Test
    void aNoteThatCannotBeReadHoldsUpNeitherTheFeedNorTheOtherNotes() throws Exception {
        site.answer("/a", 503, Map.of());
        serve(entry("/a", 19));
        poll();
        Date due = Date.from(NOON);
        notes.insertOne(new Document("_id", "without").append("feed", "post").append("due", due));
        notes.insertOne(new Document("_id", "other")
                .append("feed", "post")
                .append("due", due)
                .append("since", due)
                .append("tries", "one")
                .append("item", new Binary("{}".getBytes(StandardCharsets.UTF_8))));
        site.serve("/a", "text/html", ARTICLE);
        now = now.plus(UNTIL_DUE);

        assertThat(poll().published()).isEqualTo(1);

        assertThat(published()).extracting(NewsItem::version).containsExactly(1, 2);
        assertThat(notes.countDocuments()).isZero();
    }

    @Test
    void whatAPollFoundOutIsKeptWhenALateTextCannotBePublishedWithIt() throws Exception {
        site.answer("/a", 503, Map.of());
        serve(entry("/a", 17));
        poll();
        site.serve("/a", "text/html", ARTICLE);
        serve(entry("/b", 18), entry("/c", 19));
        now = now.plus(UNTIL_DUE);
        versionsTaken = 1;

        PollReport report = poll();

        assertThat(report.lost()).isTrue();
        assertThat(report.published()).isEqualTo(2);
        assertThat(notes.countDocuments()).isEqualTo(1);
        versionsTaken = Integer.MAX_VALUE;
        assertThat(poll().published()).isEqualTo(1);
        assertThat(published()).extracting(NewsItem::version).containsExactly(1, 1, 1, 2);
        assertThat(published().get(3).text()).startsWith("The two ministers");
        assertThat(notes.countDocuments()).isZero();
        assertThat(poll().published()).isZero();
    }

    @Test
    void aPollWithoutTimeForArticlesUsesUpNoneOfTheirTries() throws Exception {
        site.serve("/a", "text/html", ARTICLE);
        serve(entry("/a", 19));
        for (int times = 0; times < 8; times++) {
            poll(hurried);
            now = now.plus(Duration.ofHours(5));
        }
        assertThat(site.asked()).doesNotContain("/a");

        assertThat(poll().published()).isEqualTo(1);
    }

    @Test
    void aHostThatWaitsUsesUpNoneOfThemAndIsNotWaitedForLong() {
        MissingArticle missed = MissingArticle.of(item(), NOON);

        Instant later = NOON.plus(Duration.ofHours(47));
        MissingArticle putOff = missed.putOff(NOON).orElseThrow().putOff(later).orElseThrow();

        assertThat(putOff.tries()).isEqualTo(1);
        assertThat(putOff.due()).isAfter(later);
        assertThat(putOff.putOff(NOON.plus(Duration.ofHours(49)))).isEmpty();
    }

    @Test
    void articlesOfEarlierItemsAreReadInWhatThePollLeaves() {
        ArticleLimits limits = new ArticleLimits(3, Duration.ofMinutes(1));

        assertThat(limits.less(2, Duration.ofSeconds(50))).isEqualTo(new ArticleLimits(1, Duration.ofSeconds(10)));
        assertThat(limits.less(1, Duration.ofSeconds(61)).isSpent()).isTrue();
        assertThat(limits.less(4, Duration.ZERO).isSpent()).isTrue();
    }

    @Test
    void whatWasSaidOfArticlesIsSaidAnewOnceTheyAreReadLater() throws Exception {
        site.answer("/a", 503, Map.of());
        site.answer("/b", 503, Map.of());
        serve(entry("/a", 18), entry("/b", 19));
        poll();
        assertThat(state.diagnosis()).startsWith("2 of 2 articles").contains("2 server-error");
        site.serve("/a", "text/html", ARTICLE);
        now = now.plus(UNTIL_DUE);
        poll();
        assertThat(state.diagnosis()).startsWith("1 of 2 articles");
        assertThat(state.state()).isEqualTo(State.OK);

        site.serve("/b", "text/html", ARTICLE);
        now = now.plus(Duration.ofHours(1));
        poll();

        assertThat(state.conditions()).isEmpty();
        assertThat(state.learnt().document()).isEmpty();
    }

    private NewsItem item() {
        Publisher publisher = feed().publisher();
        return new NewsItem(
                "i",
                1,
                "post",
                publisher,
                "https://post.example/1",
                "Title",
                "Text",
                "en",
                NOON,
                DateProvenance.STATED,
                null,
                NOON,
                "sha256:0",
                null);
    }

    private PollReport poll() throws InterruptedException {
        return poll(poll);
    }

    private PollReport poll(FeedPoll by) throws InterruptedException {
        PollReport report = by.poll(feed(), state, null);
        state = report.state();
        return report;
    }

    private void serve(String... entries) {
        site.serve("/feed", "text/xml", Rss.feed(entries));
    }

    private List<NewsItem> published() {
        return line.published();
    }

    private static NewsItem item(byte[] message) {
        return EventJson.read(message, NewsItem.class);
    }

    private Feed feed() {
        URI url = site.url("/feed");
        Publisher publisher = new Publisher("Post", "post", SourceKind.NEWS, "KR");
        ZoneId zone = ZoneId.of("Asia/Seoul");
        return new Feed("post", "Post", url, "en", publisher, zone, true, null, null, null, true, null);
    }

    /** An entry of that day of November. */
    private String entry(String path, int day) {
        return "<item><title>Entry of " + path + "</title><link>" + site.url(path)
                + "</link><description>Ministers met.</description><pubDate>" + day
                + " Nov 2026 10:00:00 GMT</pubDate></item>";
    }
}
