package org.bellwether.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bellwether.ingest.discover.Clue.Source;
import org.bellwether.ingest.fetch.Chain;
import org.bellwether.ingest.fetch.FeedHeaders;
import org.bellwether.ingest.fetch.Fetched;
import org.bellwether.ingest.fetch.ServerHints;
import org.bellwether.ingest.fetch.Validators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageCluesTest {

    @Test
    void theSurestComeFirstAndEachAddressOnce() {
        Fetched page = page(
                """
                <html><head><base href="https://site.example/ko/">
                <link rel="alternate" type="application/rss+xml" title="Comments on everything" href="/comments/feed/">
                <link rel="stylesheet" type="text/css" href="feed.css">
                <link rel="ALTERNATE nofollow" type="application/atom+xml; charset=utf-8" title=" News " href="atom.xml">
                <link rel="alternate" hreflang="en" href="https://site.example/en/">
                </head><body>
                <a href="/board/rss.do?id=7">공지사항</a> <a href="https://feeds.example/site">RSS</a>
                <a href="atom.xml">Atom again</a> <a href="/about/rssi.html">About</a> <a href="mailto:rss@site.example">RSS by mail</a>
                <a href="/x y/feed">spaced</a>
                </body></html>""",
                Map.of(
                        "Link",
                        "</feed.json>; rel=\"alternate\"; type=\"application/feed+json\"; title=\"a, b\", </s.css>; rel=preload"));

        assertThat(PageClues.of(page, true))
                .extracting(Clue::source, clue -> clue.url().toString(), Clue::title)
                .containsExactly(
                        tuple(Source.HEADER, "https://site.example/feed.json", "a, b"),
                        tuple(Source.LINK, "https://site.example/ko/atom.xml", "News"),
                        tuple(Source.LINK, "https://site.example/comments/feed/", "Comments on everything"),
                        tuple(Source.ANCHOR, "https://site.example/board/rss.do?id=7", "공지사항"),
                        tuple(Source.ANCHOR, "https://feeds.example/site", "RSS"),
                        tuple(Source.ANCHOR, "https://site.example/x%20y/feed", "spaced"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feed",
                "/news/rss/",
                "/rss.xml",
                "/a/rss_politics.xml",
                "/rss/list.php",
                "/index.rdf",
                "/x.atom",
                "/?feed=rss2",
                "/board?type=rss",
                "/feed.json",
                "/rssFeed.do"
            })
    void anchorsThatLookLikeFeedsAreFollowed(String href) {
        assertThat(anchors(href)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://user_name.example/rss,  https://user_name.example/rss",
        "//한국.kr/rss,                   https://xn--3e0b707e.kr/rss",
        "/rss/list.php?a=[1]|2,          https://site.example/rss/list.php?a=[1]%7C2"
    })
    void addressesAreReadAsBrowsersReadThem(String href, String url) {
        assertThat(anchors(href)).extracting(clue -> clue.url().toString()).containsExactly(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feedback", "/about.html", "/press/", "/atomic-energy", "/news?id=rss1", "#rss"})
    void othersAreNot(String href) {
        assertThat(anchors(href)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel='alternate' type='application/rss+xml' href='/%s/feed'>",
                "<a href='/%s/feed'>here</a>",
                "<base href='https://site.example/%s/'><a href='rss.xml'>here</a>"
            })
    void anAddressThatNoCatalogueTakesIsNone(String html) {
        assertThat(PageClues.of(page(html.formatted("a".repeat(1_900)), Map.of()), true))
                .hasSize(1);
        assertThat(PageClues.of(page(html.formatted("a".repeat(2_000)), Map.of()), true))
                .isEmpty();
    }

    /** Where its words are looked for in it, each runs to its end: hours. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void anAddressAsLongAsAPageIsNotLookedAt() {
        assertThat(anchors("rss".repeat(1 << 20))).isEmpty();
    }

    @Test
    void theUsualPathsAreThoseOfTheSiteWhateverThePage() {
        assertThat(PageClues.wellKnown(URI.create("https://site.example:8443/a/b?c")))
                .extracting(clue -> clue.url().toString())
                .contains("https://site.example:8443/feed", "https://site.example:8443/sitemap-news.xml")
                .hasSize(8);
    }

    @Test
    void aQueryAloneIsOneOfThatVeryPage() {
        Fetched page = page(
                "https://site.example/news/list?p=1",
                "",
                Map.of("Link", "<?feed=rss2>; rel=alternate; type=\"application/rss+xml\""));

        assertThat(PageClues.of(page, false))
                .extracting(clue -> clue.url().toString())
                .containsExactly("https://site.example/news/list?feed=rss2");
    }

    private static List<Clue> anchors(String href) {
        return PageClues.of(page("<html><body><a href=\"" + href + "\">here</a></body></html>", Map.of()), true);
    }

    private static Fetched page(String html, Map<String, String> headers) {
        return page("https://site.example/", html, headers);
    }

    private static Fetched page(String url, String html, Map<String, String> headers) {
        return new Fetched(
                URI.create(url),
                200,
                new FeedHeaders(headers),
                html.getBytes(StandardCharsets.UTF_8),
                Validators.NONE,
                Chain.NONE,
                ServerHints.NONE,
                html.length());
    }
}
