package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.bellwether.events.DateProvenance;
import org.bellwether.ingest.catalogue.Listing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the pages of institutes without a feed are read. */
class ListingTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private static final String BOARD = """
            <!DOCTYPE html><html lang="ko"><head><title>연구원 | 현안분석</title></head><body>
            <ul class="menu"><li><a href="/about">소개</a></li></ul>
            <table class="board"><thead><tr><th>번호</th><th>제목</th><th>등록일</th></tr></thead><tbody>
            <tr><td>2</td><td class="subject"><a href="view.do?seq=12&amp;page=1">방위비 분담 협상의 쟁점</a></td>
                <td>홍길동</td><td class="date">2026.09.27</td></tr>
            <tr><td>1</td><td class="subject"><a href="#none" onclick="location.href='/brief/view.do?seq=11'">전시작전권 전환과…</a></td>
                <td>성춘향</td><td class="date">등록일 : 2026. 9. 25. (금) 14:05</td></tr>
            </tbody></table></body></html>
            """;

    private static final String CARDS = """
            <html lang="en"><head><title>Commentary</title><base href="https://think.example/asia/"></head><body>
            <div class="grid">
              <a class="card" href="burden-sharing"><img src="x.png" alt="A base"></a>
              <article><a href="/topics/defense">Defense</a>
                <h3><a href="burden-sharing?utm_source=list">Who pays for   the alliance?</a></h3>
                <p class="meta">Sept. 27, 2026 | Commentary</p><p class="dek">Seoul and <b>Washington</b> count.</p></article>
              <article><h3><a href="https://think.example/asia/shipbuilding">Ships &amp; shipyards</a></h3>
                <p class="meta">By J. Kim &middot; <time datetime="2026-09-26T09:30:00-04:00">yesterday</time></p></article>
              <article><h3>Without a link</h3><p class="meta">25 September 2026</p></article>
              <article><p class="meta">Only a teaser</p></article>
            </div></body></html>
            """;

    private static final String DEFINITIONS = """
            <html><head><title>Press</title></head><body><dl>
            <dt><a href="/p/20260924/1">Statement on the talks</a></dt>
            <dt><a href="/p/2">Readout of a call</a></dt></dl></body></html>
            """;

    @Test
    void aBoardOfAKoreanInstitute() {
        ParsedFeed feed = read(BOARD, new Listing("table.board tbody tr", ".subject a", null, "td.date", null));

        assertThat(feed.format()).isEqualTo("html");
        assertThat(feed.feed().title()).isEqualTo("연구원 | 현안분석");
        assertThat(feed.feed().language()).isEqualTo("ko");
        assertThat(feed.feed().link()).isEqualTo("https://inst.example/brief/list.do");
        assertThat(feed.entries())
                .extracting(ParsedEntry::title, ParsedEntry::link)
                .containsExactly(
                        tuple("방위비 분담 협상의 쟁점", "https://inst.example/brief/view.do?seq=12&page=1"),
                        tuple("전시작전권 전환과…", "https://inst.example/brief/view.do?seq=11"));
        assertThat(feed.entries())
                .extracting(ParsedEntry::published)
                .containsExactly(Instant.parse("2026-09-26T15:00:00Z"), Instant.parse("2026-09-25T05:05:00Z"));
        assertThat(feed.entries())
                .extracting(ParsedEntry::publishedProvenance)
                .containsOnly(DateProvenance.ZONE_ASSUMED);
        assertThat(feed.problems()).isEmpty();
    }

    @Test
    void theSameWithNothingButTheItems() {
        ParsedFeed feed = read(BOARD, new Listing("table.board tbody tr", null, null, null, null));

        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("방위비 분담 협상의 쟁점", "전시작전권 전환과…");
        assertThat(feed.entries())
                .extracting(ParsedEntry::published)
                .containsExactly(Instant.parse("2026-09-26T15:00:00Z"), Instant.parse("2026-09-25T05:05:00Z"));
    }

    @Test
    void cardsWithDatesAmongOtherWords() {
        ParsedFeed feed = read(CARDS, new Listing("a.card, article", null, null, ".meta", ".dek"));

        assertThat(feed.entries())
                .extracting(ParsedEntry::title)
                .containsExactly("A base", "Who pays for the alliance?", "Ships & shipyards", "Without a link");
        ParsedEntry first = feed.entries().get(1);
        assertThat(first.link()).isEqualTo("https://think.example/asia/burden-sharing?utm_source=list");
        assertThat(first.published()).isEqualTo(Instant.parse("2026-09-26T15:00:00Z"));
        assertThat(first.summary()).isEqualTo("Seoul and <b>Washington</b> count.");
        assertThat(first.text()).isEqualTo("Seoul and Washington count.");
        ParsedEntry second = feed.entries().get(2);
        assertThat(second.published()).isEqualTo(Instant.parse("2026-09-26T13:30:00Z"));
        assertThat(second.publishedProvenance()).isEqualTo(DateProvenance.STATED);
        assertThat(feed.problems()).extracting(Problem::code).containsExactly("no-title", "no-date", "no-link");
        assertThat(feed.problems().get(0).message()).contains("left out");
    }

    @Test
    void definitionsWhoseAddressesHoldTheDate() {
        ParsedFeed feed = read(DEFINITIONS, new Listing("dt", null, null, null, "dd"));

        assertThat(feed.entries()).hasSize(2);
        assertThat(feed.entries().get(0).publishedProvenance()).isEqualTo(DateProvenance.FROM_URL);
        assertThat(feed.entries().get(0).published()).isEqualTo(Instant.parse("2026-09-23T15:00:00Z"));
        assertThat(feed.entries().get(1).published()).isNull();
        assertThat(feed.problems())
                .filteredOn(problem -> problem.code().equals("idle-selector"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("summary selector fits nothing"));
    }

    @Test
    void aTitleIsOneLineWhereverItStands() {
        String page = "<html><p><a href='/1'><pre>One\nand two</pre></a></p><p><a href='/2' title='Three\n and   four'>"
                + "<img></a></p><p><a href='/3'><img alt='Five\nand six'></a></p></html>";

        ParsedFeed feed = read(page, new Listing("a", null, null, null, null));

        assertThat(feed.entries())
                .extracting(ParsedEntry::title)
                .containsExactly("One and two", "Three and four", "Five and six");
    }

    @Test
    void aPictureAndATitleThatLeadToOneArticleAreOneEntry() {
        String page =
                "<html><ul><li><a href='/1'><img alt=''></a></li><li><a href='/1'>One</a> <time>2026-09-01</time></li>"
                        + "<li><a href='/2' title='Two and what follows from it'>Two and…</a></li><li><a href='/1'>One</a></li></ul>";

        ParsedFeed feed = read(page, new Listing("li", null, null, null, null));

        assertThat(feed.entries())
                .extracting(ParsedEntry::title)
                .containsExactly("One", "Two and what follows from it");
        assertThat(feed.entries().get(0).published()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026.09.27                              | 2026-09-27
            2026-09-27                              | 2026-09-27
            등록일 2026.09.27                        | 2026-09-27
            조회 1,204                               |
            작성자: 관리자 / 작성일: 2026-09-27       | 2026-09-27
            2026년 9월 27일(일)                      | 2026-09-27
            26.09.27                                | 2026-09-27
            更新日 2026年9月27日（日）                | 2026-09-27
            게시일 26-09-27 조회수 31                 | 2026-09-27
            September 27, 2026                      | 2026-09-27
            Sept. 27, 2026 · Commentary             | 2026-09-27
            Policy Brief, 27 Sep 2026, by A. Lee    | 2026-09-27
            Published 27th September 2026           | 2026-09-27
            Updated 9/27/2026                       | 2026-09-27
            No. 20260927-3                          | 2026-09-27
            기간 2027.01.01 ~ 2026.09.27             | 2026-09-27
            Issue 12, 1998                          |
            """)
    void aDateIsFoundAmongOtherWords(String text, @Nullable String day) {
        ParsedFeed feed = read(
                "<html><p><a href='/1'>t</a><i>" + text + "</i></p></html>", new Listing("p", null, null, "i", null));

        Instant expected =
                day == null ? null : Instant.parse(day + "T00:00:00Z").minus(Duration.ofHours(9));
        assertThat(feed.entries().get(0).published()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3시간 전                             | 2026-11-20T09:00:00Z
            By J. Kim · 2 hours ago             | 2026-11-20T10:00:00Z
            등록 11.19 14:05, 조회 31           | 2026-11-19T05:05:00Z
            어제 · 조회 1,204                    | 2026-11-18T15:00:00Z
            Commentary, Nov 19                  | 2026-11-18T15:00:00Z
            18:30                               | 2026-11-20T09:30:00Z
            """)
    void aDateToldFromTheDayOfTheFetchIsMarkedAsInferred(String text, Instant expected) {
        ParsedFeed feed = read(
                "<html><p><a href='/1'>t</a><i>" + text + "</i></p></html>", new Listing("p", null, null, "i", null));

        ParsedEntry entry = feed.entries().get(0);
        assertThat(entry.published()).isEqualTo(expected);
        assertThat(entry.publishedProvenance()).isEqualTo(DateProvenance.INFERRED);
        assertThat(feed.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <i title='2026-11-19 14:05'>어제</i>                   | 2026-11-19T05:05:00Z | ZONE_ASSUMED
            <i><time datetime='2026-11-19T05:05Z'>1d ago</time></i> | 2026-11-19T05:05:00Z | STATED
            <i>방금</i> <i>2026-11-19 14:05</i>                    | 2026-11-19T05:05:00Z | ZONE_ASSUMED
            """)
    void aWholeDateCountsBeforeIt(String dates, Instant expected, DateProvenance provenance) {
        ParsedFeed feed =
                read("<html><p><a href='/1'>t</a>" + dates + "</p></html>", new Listing("p", null, null, "i", null));

        assertThat(feed.entries().get(0).published()).isEqualTo(expected);
        assertThat(feed.entries().get(0).publishedProvenance()).isEqualTo(provenance);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <b>2 hours ago</b>    | 2026-11-20T10:00:00Z
            <time>yesterday</time> | 2026-11-18T15:00:00Z
            <b>11.19</b>          |
            <b>12:05</b>          |
            """)
    void whereNobodySaysWhichIsTheDateNumbersAreNone(String rest, @Nullable Instant expected) {
        ParsedFeed feed =
                read("<html><p><a href='/1'>t</a>" + rest + "</p></html>", new Listing("p", null, null, null, null));

        assertThat(feed.entries().get(0).published()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            <td><a href='/1'>2026.11.18 주간동향</a></td><td>2026-09-25</td>           @ 2026-09-25
            <td><a href='/1'>제12차 회의(2026.1.1)</a></td><td>2026-09-25</td>          @ 2026-09-25
            <td><a href='/1'>2026.11.18</a></td><td>2026-09-25</td>                    @ 2026-09-25
            <td><a href='/1'>주간동향 2026.11.18</a> 2026-09-25</td>                     @ 2026-09-25
            <td><a href='/1'>[2026-01-01] 보고서</a></td><td>어제</td>                    @ 2026-11-19
            <td><a href='/1'>주간동향 2026.11.18</a> 어제</td>                           @ 2026-11-19
            <td><a href='/1'>t</a></td><td>조회 20260101</td><td>등록일 2026-09-25</td>  @ 2026-09-25
            <td><a href='/1'>t</a></td><td>2026.01.01 ~ 2026.12.31</td><td>2026-09-25</td> @ 2026-09-25
            <td><a href='/1'>t</a></td><td>홍길동 | 2026년 9월 25일(금) | 조회 31</td>    @ 2026-09-25
            <td><a href='/1'>t</a></td><td>[Last updated: Friday, September 25, 2026]</td> @ 2026-09-25
            <td><a href='/1'>t</a></td><td><b>등록일</b> 2026. 9. 25.</td>              @ 2026-09-25
            <td><a href='/1'><b>t</b><i>2026.09.25</i></a></td>                        @ 2026-09-25
            <td><a href='/1'>2026.09.25</a></td>                                       @ 2026-09-25
            <td><a href='/1'>t</a></td><td>회의 2026.09.25</td>                          @
            <td><a href='/1'>2026.11.18 주간동향</a></td>                                @
            """)
    void whereNobodySaysWhichIsTheDateItIsADateAndNothingElse(String cells, @Nullable String day) {
        ParsedFeed feed =
                read("<html><table><tr>" + cells + "</tr></table></html>", new Listing("tr", null, null, null, null));

        Instant expected =
                day == null ? null : Instant.parse(day + "T00:00:00Z").minus(Duration.ofHours(9));
        assertThat(feed.entries().get(0).published()).isEqualTo(expected);
    }

    @Test
    void theTimeBesideADateThatIsGuessedCounts() {
        ParsedFeed feed = read(
                "<html><p><a href='/1'>t</a><i data-date='2026-09-25 14:05'>2026.09.25</i></p></html>",
                new Listing("p", null, null, null, null));

        assertThat(feed.entries().get(0).published()).isEqualTo(Instant.parse("2026-09-25T05:05:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, text/html; charset=utf-8, ''",
        "x-windows-949, text/html; charset=euc-kr, ''",
        "x-windows-949, text/html, <meta charset=euc-kr>",
        "x-windows-949, text/html, '<meta http-equiv=Content-Type content=\"text/html; charset=ks_c_5601-1987\">'",
        "x-windows-949, text/html, ''",
        "UTF-8, text/html, <meta charset=utf-16>",
        "UTF-8, text/html, <meta charset=euc-kr>",
        "UTF-16LE, text/html; charset=utf-16le, ''"
    })
    void inWhateverCharset(Charset charset, String contentType, String meta) {
        byte[] body = BOARD.replace("<head>", "<head>" + meta).getBytes(charset);

        ParsedFeed feed = (ParsedFeed) parse(body, contentType, new Listing("tbody tr", null, null, ".date", null));

        assertThat(feed.entries().get(0).title()).isEqualTo("방위비 분담 협상의 쟁점");
    }

    @Test
    void withoutAnAddressLinksStayAsTheyAre() {
        FeedDocument document = new FeedDocument(BOARD.getBytes(StandardCharsets.UTF_8), "text/html", Map.of(), null);
        ParsedFeed feed = (ParsedFeed)
                new FeedParser().parse(document, new Listing("tbody tr", null, null, null, null), SEOUL, NOW);

        assertThat(feed.entries())
                .extracting(ParsedEntry::link)
                .containsExactly("view.do?seq=12&page=1", "/brief/view.do?seq=11");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .gone     |       | listing-empty | design has changed
            tbody tr  | h5    | listing-empty | fits 2 elements, but none of them holds what the title selector
            td.date   |       | listing-empty | none of them holds a heading or a link with words
            """)
    void tellsWhenSelectorsNoLongerFit(String item, @Nullable String title, String code, String message) {
        Unreadable unreadable = unreadable(BOARD, "text/html", new Listing(item, title, null, null, null));

        assertThat(unreadable.code()).isEqualTo(code);
        assertThat(unreadable.message()).contains(message, "preview");
        assertThat(unreadable.seems()).contains("an HTML page titled \"연구원 | 현안분석\"");
    }

    @Test
    void tellsWhatElseItIs() {
        Listing listing = new Listing("article", null, null, null, null);
        String scripts = "<html><head><title>App</title></head><body><div id=root></div>"
                + "<script src=a.js></script>".repeat(4) + "</body></html>";

        assertThat(unreadable("", "text/html", listing).code()).isEqualTo("empty");
        assertThat(unreadable(
                        "<rss version='2.0'><channel><item><title>t</title></item></channel></rss>",
                        "text/xml",
                        listing))
                .satisfies(it -> assertThat(it.code()).isEqualTo("feed-not-page"))
                .satisfies(it -> assertThat(it.seems()).contains("rss2.0"));
        assertThat(unreadable("<html><title>Just a moment...</title></html>", "text/html", listing)
                        .code())
                .isEqualTo("challenge");
        assertThat(unreadable(scripts, "text/html", listing).seems()).contains("filled in by scripts");
        assertThat(unreadable("%PDF-1.7 \0\0\0", "text/html", listing).code()).isEqualTo("binary");
        assertThat(unreadable("{\"a\": 1}", "application/json", listing).code()).isEqualTo("listing-empty");
    }

    @Test
    void aFragmentWithoutAHeadIsAPageToo() {
        ParsedFeed feed = read(
                "<div><article><a href='/1'>One</a></article></div>", new Listing("article", null, null, null, null));

        assertThat(feed.entries()).extracting(ParsedEntry::link).containsExactly("https://inst.example/1");
    }

    @Test
    void pagesAndSelectorsWithoutMeasureAreGivenUp() {
        String siblings = "<html>" + "<i></i>".repeat(29_000);
        String slow = "i" + ":nth-last-of-type(2n+1)".repeat(15);

        assertThat(List.of(
                        unreadable(
                                "<html>" + "<b>x".repeat(5_000), "text/html", new Listing("b", null, null, null, null)),
                        unreadable(
                                "<html>" + "<i></i>".repeat(40_000),
                                "text/html",
                                new Listing("i", null, null, null, null)),
                        unreadable(
                                "<html>" + " ".repeat(4 << 20), "text/html", new Listing("i", null, null, null, null)),
                        unreadable(siblings, "text/html", new Listing(slow, null, null, null, null))))
                .extracting(Unreadable::code)
                .containsOnly("too-deep");
    }

    private static ParsedFeed read(String page, Listing listing) {
        return (ParsedFeed) parse(page.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", listing);
    }

    private static Unreadable unreadable(String page, String contentType, Listing listing) {
        return (Unreadable) parse(page.getBytes(StandardCharsets.UTF_8), contentType, listing);
    }

    private static ParseResult parse(byte[] body, String contentType, Listing listing) {
        FeedDocument document =
                new FeedDocument(body, contentType, Map.of(), URI.create("https://inst.example/brief/list.do"));
        return new FeedParser().parse(document, listing, SEOUL, NOW);
    }
}
