package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.CatalogueReader;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.parse.FeedDocument;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.parse.ParsedEntry;
import org.bellwether.ingest.parse.ParsedFeed;
import org.junit.jupiter.api.Test;

/** The shipped selectors on small pages that are built as the publishers' pages are known to be. */
class ShippedListingsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void aListOfReleasesWithAKindABylineAndADate() {
        ParsedFeed feed = read("state-press-releases-page", """
                <ul class="collection-results"><li class="collection-result"><p class="collection-result__date">Readout</p>
                <a href="/releases/office-of-the-spokesperson/2026/11/call" class="collection-result__link">A call with Seoul</a>
                <div class="collection-result-meta"><span dir="ltr">A Spokesperson, Deputy</span><span dir="ltr">November 17, 2026</span></div></li>
                <li class="collection-result"><p class="collection-result__date">Public Schedule</p>
                <a href="/releases/2026/11/schedule" class="collection-result__link">Public Schedule &ndash; November 18, 2026</a>
                <div class="collection-result-meta"><span dir="ltr">November 16, 2026</span></div></li></ul>
                """);

        assertThat(feed.entries())
                .extracting(ParsedEntry::title)
                .containsExactly("A call with Seoul", "Public Schedule – November 18, 2026");
        assertThat(feed.entries())
                .extracting(ParsedEntry::link)
                .first()
                .isEqualTo("https://www.state.gov/releases/office-of-the-spokesperson/2026/11/call");
        assertThat(feed.entries())
                .extracting(ParsedEntry::published)
                .containsExactly(Instant.parse("2026-11-17T05:00:00Z"), Instant.parse("2026-11-16T05:00:00Z"));
        assertThat(feed.problems()).isEmpty();
    }

    @Test
    void aSearchPageWithTheDateBehindTheAuthors() {
        ParsedFeed feed = read("csis-analysis", """
                <main><div class="views-row"><article class="article-search-listing"><h3><a href="/analysis/one">One</a></h3>
                <div class="search-listing--summary">Why it matters.</div>
                <div class="contributors"><p>Commentary by A. Author and B. Author — November 12, 2026</p></div></article></div>
                <div class="views-row"><article class="report-search-listing"><h3><a href="/analysis/two">Two</a></h3>
                <div class="contributors"><p>Report by C. Author — November 2, 2026</p></div></article></div></main>
                """);

        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("One", "Two");
        assertThat(feed.entries().get(0).text()).isEqualTo("Why it matters.");
        assertThat(feed.entries())
                .extracting(ParsedEntry::published)
                .containsExactly(Instant.parse("2026-11-12T05:00:00Z"), Instant.parse("2026-11-02T05:00:00Z"));
        assertThat(feed.problems()).isEmpty();
    }

    @Test
    void aBoardOfAnInstituteAsAListAndAsATable() {
        ParsedFeed list = read("sejong-commentary", """
                <ul><li><p class="lt_tit pb15"><a href="egoread.php?bd=1&seq=2">핵협의그룹의 과제</a></p><p>요약</p>
                <span class="date">2026-11-12</span></li></ul><a href="egolist.php?bd=1&pg=2">다음</a>
                """);
        ParsedFeed table = read("sejong-commentary", """
                <table><tr><th>제목</th></tr><tr><td>7</td><td class="left"><a href="egoread.php?bd=1&seq=2">핵협의그룹의 과제</a></td>
                <td>2026.11.12</td></tr></table>
                """);

        for (ParsedFeed feed : List.of(list, table)) {
            assertThat(feed.entries()).singleElement().satisfies(entry -> {
                assertThat(entry.title()).isEqualTo("핵협의그룹의 과제");
                assertThat(entry.link()).isEqualTo("https://sejong.org/web/boad/1/egoread.php?bd=1&seq=2");
                assertThat(entry.published()).isEqualTo(Instant.parse("2026-11-11T15:00:00Z"));
            });
        }
    }

    @Test
    void aListOfBooksEachWithItsOwnPage() {
        ParsedFeed feed = read("kinu-reports", """
                <ul class="bx_list"><li class="bx"><div class="cont"><p class="desc">
                <a href="/main/module/report/view.do?idx=7&nav_code=mai1674786094">평화공존의 조건</a></p>
                <dl><dt>저자</dt><dd>홍길동</dd><dt>발행일</dt><dd>2026-11-05</dd></dl></div></li>
                <li class="bx"><div class="cont"><p class="desc"><a href="/main/module/report/view.do?idx=6&nav_code=mai1674786094">
                두 국가론 이후</a></p></div></li></ul>
                """);

        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("평화공존의 조건", "두 국가론 이후");
        assertThat(feed.entries())
                .extracting(ParsedEntry::link)
                .first()
                .isEqualTo("https://www.kinu.or.kr/main/module/report/view.do?idx=7&nav_code=mai1674786094");
        assertThat(feed.entries())
                .extracting(ParsedEntry::published)
                .containsExactly(Instant.parse("2026-11-04T15:00:00Z"), null);
    }

    @Test
    void aListWhoseEntriesAreOpenedByAScript() {
        ParsedFeed feed = read("inss-issue-briefs", """
                <ul class="listType01"><li><div class="txtBox"><a href="#" onclick="setView('41','ib')">북러 협력 평가</a>
                <span>2026-11-10</span></div></li></ul>
                """);

        assertThat(feed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.title()).isEqualTo("북러 협력 평가");
            assertThat(entry.link()).isNull();
        });
        assertThat(feed.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("no-link"));
    }

    private static ParsedFeed read(String id, String list) {
        Feed feed = shipped().byId(id).orElseThrow();
        String page = "<!DOCTYPE html><html><head><title>List</title></head><body>" + list + "</body></html>";
        FeedDocument document = new FeedDocument(
                page.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", Map.of(), feed.url());
        return (ParsedFeed) new FeedParser().parse(document, feed.listing(), feed.zone(), NOW);
    }

    private static Catalogue shipped() {
        try (InputStream stream = CatalogueReader.class.getResourceAsStream("/catalogue.yaml")) {
            return CatalogueReader.read(
                    "catalogue.yaml", new String(stream.readAllBytes(), StandardCharsets.UTF_8), URI::toString);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
