package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.bellwether.events.NewsItem;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.Severity;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.events.TextField;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.catalogue.Listing;
import org.bellwether.ingest.item.ContentHash;
import org.bellwether.ingest.poll.FeedPoll;
import org.bellwether.ingest.poll.PollReport;
import org.bellwether.ingest.poll.PolledMetrics;
import org.bellwether.ingest.poll.Replay;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.ingest.state.History;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Polls of pages without a feed, and of feeds whose articles are read for their text. */
class ListedAndFullTextTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Listing BOARD = new Listing("tbody tr", "a", null, ".date", null);

    private static final String ARTICLE = "<html><head><title>A</title></head><body><nav>Home</nav><article>"
            + "<p>Negotiators of both governments met in Seoul on Friday, and spoke of the costs of the bases, for hours.</p>"
            + "<p>Neither side gave figures, but both said that an agreement was within reach before the year is over.</p>"
            + "<p>A spokesman added that the next round would be held in Washington, and that experts go on meanwhile.</p>"
            + "</article></body></html>";

    private final PageServer site = new PageServer();
    private final HandmadePoll line;
    private final FeedPoll poll;
    private final Replay replay;
    private @Nullable FeedState state;
    private Instant now = NOON;

    ListedAndFullTextTest(@TempDir Path directory) throws IOException {
        line = new HandmadePoll(directory, HandmadePoll.broker(), () -> now);
        poll = line.poll();
        replay = line.replay();
    }

    @AfterEach
    void stop() {
        line.close();
        site.close();
    }

    @Test
    void whatAPageListsIsPublishedOnceAndCorrectedLikeAFeed() throws Exception {
        site.serve("/list", "text/html; charset=utf-8", board(row(1, "한미 협의"), row(2, "방위비 분담")));
        assertThat(poll(listed()).published()).isEqualTo(2);
        assertThat(published()).extracting(NewsItem::title).containsExactly("한미 협의", "방위비 분담");
        assertThat(published().get(0).url()).isEqualTo(site.url("/view?seq=1").toString());
        assertThat(published().get(0).published()).isEqualTo(Instant.parse("2026-09-26T15:00:00Z"));

        site.serve("/list", "text/html; charset=utf-8", board(row(3, "새 글"), row(1, "한미 협의"), row(2, "방위비 분담 타결")));
        assertThat(poll(listed()).published()).isEqualTo(2);
        assertThat(published()).extracting(NewsItem::version).containsExactly(1, 1, 1, 2);
        assertThat(site.asked()).startsWith("/robots.txt", "/list");

        assertThat(replay.judge(replay.read(listed())).entries()).isEqualTo(3);
        assertThat(replay.judge(replay.read(listed())).items()).isEmpty();
    }

    @Test
    void aNewDesignOfThePageIsAStateWithAWayOut() throws Exception {
        site.serve(
                "/list",
                "text/html",
                "<html><title>New!</title><ul><li><a href='/view?seq=1'>One</a></li></ul></html>");

        poll(listed());

        assertThat(state().state()).isEqualTo(State.FAILING);
        assertThat(state().conditions()).extracting(Condition::code).containsExactly("listing-empty");
        assertThat(state().diagnosis()).contains("\"tbody tr\"", "design has changed", "preview");
    }

    @Test
    void robotsTxtIsAskedBeforeAPageAndWhereItRedirects() throws Exception {
        site.serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /closed");
        site.serve("/closed", "text/html", board(row(1, "One")));
        site.answer("/list", 302, Map.of("Location", "/closed"));

        poll(listed());
        assertThat(state().conditions()).extracting(Condition::code).containsExactly("robots");
        poll(feed("/closed", false, BOARD));
        assertThat(state().diagnosis()).contains("robots.txt", "/closed", "ask the publisher");
        assertThat(site.asked()).containsExactly("/robots.txt", "/list");

        site.serve("/feed-in-closed", "text/xml", Rss.feed(Rss.item("a", "A feed is made for programs")));
        assertThat(poll(feed("/feed-in-closed", false, null)).published()).isEqualTo(1);
    }

    @Test
    void anItemHasTheTextOfItsArticleAndIsRememberedByThatOfItsFeed() throws Exception {
        site.serve("/a", "text/html", ARTICLE);
        site.serve("/feed", "text/xml", Rss.feed(item("/a", "Talks", "Negotiators met.")));

        PollReport report = poll(full());
        assertThat(report.published()).isEqualTo(1);
        NewsItem item = published().get(0);
        assertThat(item.text())
                .startsWith("Negotiators of both")
                .contains("Neither side")
                .doesNotContain("Home");
        assertThat(item.contentHash()).isEqualTo(ContentHash.of("Talks", item.text()));

        // The article is gone, and nobody looks: what the feed says has not changed.
        site.answer("/a", 404, Map.of());
        assertThat(poll(full()).published()).isZero();
        assertThat(site.asked()).filteredOn("/a"::equals).hasSize(1);

        site.serve("/feed", "text/xml", Rss.feed(item("/a", "Talks end", "Negotiators met.")));
        assertThat(poll(full()).published()).isEqualTo(1);
        assertThat(published().get(1)).satisfies(next -> {
            assertThat(next.version()).isEqualTo(2);
            assertThat(next.text()).isEqualTo("Negotiators met.");
        });
    }

    @Test
    void whatCannotBeReadIsToldWithCounts() throws Exception {
        site.serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /closed");
        site.serve("/a", "text/html", ARTICLE);
        site.answer("/paid", 403, Map.of());
        site.serve("/feed", "text/xml", Rss.feed(item("/closed/1", "One", "t") + item("/paid", "Two", "t")));

        assertThat(poll(full()).published()).isEqualTo(2);
        assertThat(refused().severity()).isEqualTo(Severity.WARNING);
        assertThat(refused().message()).startsWith("2 of 2 articles").contains("1 blocked (", "1 robots (");
        assertThat(state().state()).isEqualTo(State.DEGRADED);

        // Nothing new, nothing asked for: what was said stands.
        poll(full());
        assertThat(refused().message()).startsWith("2 of 2 articles");

        // Nor does a poll that failed say anything of articles.
        String feed = Rss.feed(item("/closed/1", "One", "t") + item("/paid", "Two", "t"));
        site.answer("/feed", 404, Map.of());
        poll(full());
        assertThat(state().conditions()).extracting(Condition::code).containsExactly("not-found");
        site.serve("/feed", "text/xml", feed);
        poll(full());
        assertThat(refused().message()).startsWith("2 of 2 articles");

        String news = item("/a", "Three", "t") + item("/paid/2", "Four", "t");
        site.serve("/feed", "text/xml", Rss.feed(news + item("/paid", "Two", "t")));
        poll(full());
        assertThat(refused().severity()).isEqualTo(Severity.INFO);
        assertThat(refused().message()).startsWith("1 of 2 articles").contains("1 not-found");
        assertThat(state().state()).isEqualTo(State.OK);
    }

    @Test
    void aPollReadsTheNewestArticlesAndLeavesThoseBeyondItsBudget() throws Exception {
        StringBuilder entries = new StringBuilder();
        for (int i = 1; i <= 5; i++) {
            site.serve("/" + i, "text/html", ARTICLE);
            entries.append(item("/" + i, "Entry " + i, "t").replace("Thu, 19", "1" + (i + 4)));
        }
        site.serve("/feed", "text/xml", Rss.feed(entries.toString()));

        PollReport report = poll(full());

        assertThat(report.published()).isEqualTo(5);
        assertThat(site.asked()).containsExactly("/feed", "/robots.txt", "/5", "/4", "/3");
        assertThat(state().conditions()).isEmpty();
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        PolledMetrics.count(registry, full(), report);
        assertThat(registry.get("bellwether.articles")
                        .tag("outcome", "extracted")
                        .counter()
                        .count())
                .isEqualTo(3);
        assertThat(registry.get("bellwether.articles")
                        .tag("outcome", "budget")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void anArticleThatCouldNotBeReadIsReadWithALaterPollAsTheNextVersion() throws Exception {
        site.answer("/a", 503, Map.of());
        site.serve("/feed", "text/xml", Rss.feed(item("/a", "Talks", "Negotiators met.")));
        assertThat(poll(full()).published()).isEqualTo(1);
        assertThat(poll(full()).published()).isZero();
        assertThat(site.asked()).filteredOn("/a"::equals).hasSize(1);

        site.serve("/a", "text/html", ARTICLE);
        now = now.plus(Duration.ofMinutes(11));
        PollReport late = poll(full());

        assertThat(late.published()).isEqualTo(1);
        assertThat(late.line().published()).isZero();
        assertThat(state().history().lines())
                .extracting(History.Line::outcome, History.Line::published)
                .endsWith(tuple("articles", 1));
        assertThat(state().counts().published()).isEqualTo(2);
        assertThat(published()).extracting(NewsItem::version).containsExactly(1, 2);
        assertThat(published().get(0).text()).isEqualTo("Negotiators met.");
        assertThat(published().get(1).text()).startsWith("Negotiators of both");
        assertThat(published().get(1).changed()).containsExactly(TextField.TEXT);

        // What the feed says has not changed; and what it says next is the version after that.
        now = now.plus(Duration.ofHours(1));
        assertThat(poll(full()).published()).isZero();
        site.serve("/feed", "text/xml", Rss.feed(item("/a", "Talks end", "Negotiators met.")));
        assertThat(poll(full()).published()).isEqualTo(1);
        assertThat(published()).extracting(NewsItem::version).containsExactly(1, 2, 3);
    }

    @Test
    void itIsNotTriedForEverNorForWhatTheFeedHasCorrectedMeanwhile() throws Exception {
        site.answer("/a", 503, Map.of());
        site.answer("/b", 503, Map.of());
        site.serve("/feed", "text/xml", Rss.feed(item("/a", "Talks", "t"), item("/b", "Bases", "t")));
        poll(full());
        site.answer("/b", 404, Map.of());
        site.serve("/feed", "text/xml", Rss.feed(item("/a", "Talks", "t"), item("/b", "Bases, corrected", "t")));
        poll(full());
        site.serve("/b", "text/html", ARTICLE);
        for (int hour = 0; hour < 100; hour++) {
            now = now.plus(Duration.ofHours(1));
            poll(full());
        }

        assertThat(site.asked()).filteredOn("/a"::equals).hasSize(5);
        assertThat(published()).extracting(NewsItem::version).containsExactly(1, 1, 2);
        assertThat(line.database().getCollection("missing_articles").countDocuments())
                .isZero();
    }

    @Test
    void aReplayOfManyDocumentsReadsNoMoreArticlesThanAPoll() throws Exception {
        for (int i = 1; i <= 4; i++) {
            site.serve("/" + i, "text/html", ARTICLE);
        }
        site.serve("/feed", "text/xml", Rss.feed(item("/1", "One", "t"), item("/2", "Two", "t")));
        poll(full());
        now = now.plus(Duration.ofMinutes(1));
        site.serve("/feed", "text/xml", Rss.feed(item("/3", "Three", "t"), item("/4", "Four", "t")));
        poll(full());
        line.database().getCollection("seen_items").drop();
        int before = site.asked().size();

        Replay.Reread reread = replay.read(full());
        Replay.Result result = replay.publish(reread, replay.articles(reread));

        assertThat(result.items()).hasSize(4);
        assertThat(result.items())
                .filteredOn(item -> item.text().startsWith("Negotiators"))
                .hasSize(3);
        assertThat(site.asked().size() - before).isEqualTo(3);
    }

    @Test
    void theArticlesOfAListingAreReadToo() throws Exception {
        site.serve("/view", "text/html", ARTICLE);
        site.serve("/list", "text/html; charset=utf-8", board(row(1, "Talks")));

        poll(feed("/list", true, BOARD));

        assertThat(published().get(0).text()).startsWith("Negotiators of both");
    }

    private Condition refused() {
        return state().conditions().stream()
                .filter(condition -> condition.code().equals("full-text-refused"))
                .findFirst()
                .orElseThrow();
    }

    private PollReport poll(Feed feed) throws InterruptedException {
        FeedState before = state == null || !state.address().equals(feed.url()) ? FeedState.of(feed) : state;
        PollReport report = poll.poll(feed, before, null);
        state = report.state();
        return report;
    }

    private FeedState state() {
        FeedState known = state;
        if (known == null) {
            throw new IllegalStateException("nothing was polled");
        }
        return known;
    }

    private List<NewsItem> published() {
        return line.published();
    }

    private Feed listed() {
        return feed("/list", false, BOARD);
    }

    private Feed full() {
        return feed("/feed", true, null);
    }

    private Feed feed(String path, boolean fullText, @Nullable Listing listing) {
        URI url = site.url(path);
        Publisher publisher = new Publisher("Institute", "institute", SourceKind.THINK_TANK, "KR");
        return new Feed(
                "inst",
                "Institute",
                url,
                "ko",
                publisher,
                ZoneId.of("Asia/Seoul"),
                true,
                null,
                null,
                null,
                fullText,
                listing);
    }

    private String item(String path, String title, String text) {
        return "<item><title>" + title + "</title><link>" + site.url(path) + "</link><description>" + text
                + "</description><pubDate>Thu, 19 Nov 2026 10:00:00 GMT</pubDate></item>";
    }

    private static String row(int seq, String title) {
        return "<tr><td>" + seq + "</td><td><a href='view?seq=" + seq + "'>" + title
                + "</a></td><td class='date'>등록일 2026.09.27</td></tr>";
    }

    private static String board(String... rows) {
        return "<html><head><title>현안분석</title></head><body><table><tbody>" + String.join("", rows)
                + "</tbody></table></body></html>";
    }
}
