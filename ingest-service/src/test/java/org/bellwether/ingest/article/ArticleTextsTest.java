package org.bellwether.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bellwether.ingest.PageServer;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostLimits;
import org.bellwether.ingest.parse.PageText;
import org.bellwether.ingest.robots.Robots;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles read from a real site. */
class ArticleTextsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    private final PageServer site = new PageServer();
    private final HostBudgets budgets = new HostBudgets(HostLimits.DEFAULT, InstantSource.system());
    private final FeedFetcher fetcher = PageServer.fetcher(budgets);
    private final Headroom headroom = new Headroom(256L << 20, 10 << 20, 1);
    private final Robots robots = new Robots(fetcher, headroom, budgets, InstantSource.system());
    private final ArticleTexts articles = articles(20, MINUTE);

    @AfterEach
    void stop() {
        fetcher.close();
        site.close();
    }

    @Test
    void readsTheMainTextOfAnEnglishPageAndNothingBesides() throws InterruptedException {
        site.serve("/a", "text/html; charset=utf-8", Pages.ENGLISH);

        ArticleText text = articles.of(site.url("/a"), "Negotiators met in Seoul.");

        assertThat(text).isInstanceOfSatisfying(ArticleText.Extracted.class, it -> {
            assertThat(it.text().lines()).hasSize(5);
            assertThat(it.text())
                    .startsWith("Negotiators of both governments met in Seoul")
                    .contains("“a fair share” & nothing more", "said the minister's spokesman")
                    .endsWith("before the year is over.")
                    .doesNotContain("<", "Subscribe", "Most read", "cookies", "All rights reserved", "window.");
            assertThat(it.from()).isEqualTo(site.url("/a"));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UTF-8         | text/html; charset=utf-8      | ''
            x-windows-949 | text/html; charset=EUC-KR     | ''
            x-windows-949 | text/html                     | <meta charset="euc-kr">
            x-windows-949 | text/html                     | <meta http-equiv="Content-Type" content="text/html; charset=ks_c_5601-1987">
            x-windows-949 | text/html                     | ''
            UTF-8         | text/html                     | ''
            UTF-16LE      | text/html; charset=utf-16le   | ''
            UTF-8         | text/html; charset=no-such-1  | ''
            x-windows-949 | text/html; charset=ISO-8859-1 | <meta charset="euc-kr">
            x-windows-949 | text/html; charset=ISO-8859-1 | ''
            x-windows-949 | text/html; charset=utf-8      | <meta charset="euc-kr">
            x-windows-949 | text/html; charset=utf-8      | ''
            x-windows-949 | text/html                     | <meta charset="utf-8">
            UTF-8         | text/html; charset=euc-kr     | ''
            UTF-8         | text/html; charset=euc-kr     | <meta charset="utf-8">
            UTF-8         | text/html; charset=ISO-8859-1 | ''
            """)
    void readsKoreanPagesInWhateverCharset(Charset charset, String contentType, String meta)
            throws InterruptedException {
        site.serve(
                "/a",
                contentType,
                Pages.KOREAN.replace("<head>", "<head>" + meta).getBytes(charset));

        ArticleText text = articles.of(site.url("/a"), "한미 방위비 협상이 열렸다");

        assertThat(text)
                .isInstanceOfSatisfying(
                        ArticleText.Extracted.class,
                        it -> assertThat(it.text())
                                .startsWith("한미 양국은 27일 서울에서")
                                .contains("“뷁”이라는 글자", "6시간 동안")
                                .endsWith("밝혔다.")
                                .doesNotContain("무단 전재", "많이 본 뉴스", "구독", "로그인"));
    }

    @Test
    void keepsTheFeedsTextWhenThatIsTheLonger() throws InterruptedException {
        site.serve("/a", "text/html", Pages.ENGLISH);

        assertKept(articles.of(site.url("/a"), "A feed with all of its text. ".repeat(100)), "shorter");
    }

    @Test
    void asksRobotsFirstAlsoWhereARedirectLeads() throws InterruptedException {
        site.serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private");
        site.serve("/private/a", "text/html", Pages.ENGLISH);
        site.answer("/short", 302, Map.of("Location", "/private/a"));

        assertKept(articles.of(site.url("/private/a"), ""), "robots");
        assertKept(articles.of(site.url("/short"), ""), "robots");
        assertThat(site.asked()).containsExactly("/robots.txt", "/short");
    }

    @Test
    void keepsTheFeedsTextWhateverGoesWrong() throws InterruptedException {
        site.serve("/pdf", "application/pdf", "%PDF-1.7 " + "x".repeat(2000));
        site.serve("/empty", "text/html", "");
        site.serve("/login", "text/html", "<html><body><p>Please log in.</p></body></html>");
        site.answer("/gone", 410, Map.of());

        assertKept(articles.of(site.url("/pdf"), ""), "wrong-type");
        assertKept(articles.of(site.url("/empty"), ""), "page");
        assertKept(articles.of(site.url("/login"), ""), "page");
        assertKept(articles.of(site.url("/gone"), ""), "gone");
        assertKept(articles.of(site.url("/none"), ""), "not-found");
        assertKept(articles.of(URI.create("mailto:desk@post.example"), ""), "bad-url");
    }

    @Test
    void saysOfAnAddressInsideThatItIsOneAndDoesNotTryItAgain() throws InterruptedException {
        site.answer("/led", 302, Map.of("Location", "http://10.0.0.1/a"));

        for (URI inside : List.of(URI.create("http://10.0.0.1/a"), site.url("/led"))) {
            ArticleText text = articles.of(inside, "");

            assertKept(text, "address-refused");
            assertThat(((ArticleText.Kept) text).passing()).isFalse();
            assertThat(((ArticleText.Kept) text).reason()).contains("10.0.0.1", "bellwether.fetch.allow");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>x ",
                "<div><p>Some words of a sentence, and more of them, and more again, to be counted.</p>",
                "<table><tr><td>x",
                "<span>a",
                "<a href=x>a</a><br><br>",
                "<p>",
                "<svg><math>",
                "<select><template>"
            })
    void isNotHeldUpByPagesMadeToBeHard(String shape) throws InterruptedException {
        site.serve("/a", "text/html", "<html><body>" + shape.repeat(40_000));
        long begun = System.nanoTime();

        assertKept(articles.of(site.url("/a"), ""), "page");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void readsTheNewestOfAPollUpToItsBudget() throws InterruptedException {
        List<ArticleWanted> wanted = IntStream.range(0, 5)
                .mapToObj(i -> new ArticleWanted(
                        "item-" + i, site.url("/" + i), i == 0 ? null : NOON.plusSeconds(i), "A teaser."))
                .toList();
        IntStream.range(0, 5).forEach(i -> site.serve("/" + i, "text/html", Pages.ENGLISH));

        Map<String, ArticleText> texts = articles(20, MINUTE).of(wanted, new ArticleLimits(3, MINUTE));
        Map<String, ArticleText> none = articles(3, MINUTE).of(wanted, new ArticleLimits(3, Duration.ZERO));

        assertThat(texts).hasSize(5);
        assertThat(site.asked()).containsExactly("/robots.txt", "/4", "/3", "/2");
        assertThat(texts.get("item-4")).isInstanceOf(ArticleText.Extracted.class);
        assertKept(texts.get("item-1"), "budget");
        assertKept(texts.get("item-0"), "budget");
        assertThat(none.values()).hasSize(5).allSatisfy(text -> assertKept(text, "budget"));
    }

    @Test
    void leavesAHostAloneThatAskedForIt() throws InterruptedException {
        site.serve("/a", "text/html", Pages.ENGLISH);
        articles.of(site.url("/a"), "");
        budgets.answered(site.url("/"), 429, Duration.ofHours(1));

        assertKept(articles.of(site.url("/a"), ""), "host");
        assertThat(site.asked()).containsExactly("/robots.txt", "/a");
    }

    @ParameterizedTest
    @CsvSource({"503, true", "500, true", "200, false"})
    void triesAgainWhereRobotsTxtCouldNotBeReadAndNotWhereItClosesThePage(int status, boolean passing)
            throws InterruptedException {
        site.serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /");
        if (status != 200) {
            site.answer("/robots.txt", status, Map.of());
        }

        ArticleText text = articles.of(site.url("/a"), "");

        assertKept(text, "robots");
        assertThat(((ArticleText.Kept) text).passing()).isEqualTo(passing);
    }

    @Test
    void triesAgainWhereRobotsTxtHadToWait() throws InterruptedException {
        budgets.answered(site.url("/"), 429, Duration.ofHours(1));

        ArticleText text = articles.of(site.url("/a"), "");

        assertKept(text, "host");
        assertThat(((ArticleText.Kept) text).passing()).isTrue();
        assertThat(site.asked()).isEmpty();
    }

    private ArticleTexts articles(int perPoll, Duration time) {
        return new ArticleTexts(fetcher, robots, budgets, headroom, new ArticleLimits(perPoll, time), PageText::of);
    }

    private static void assertKept(ArticleText text, String code) {
        assertThat(text)
                .isInstanceOfSatisfying(
                        ArticleText.Kept.class,
                        it -> assertThat(it.code()).as(it.reason()).isEqualTo(code));
    }

    /** Pages of our own, built as sites build them. */
    private static final class Pages {

        private static final String ENGLISH = """
                <!DOCTYPE html><html lang="en"><head><title>Talks in Seoul - The Post</title>
                <script>window.dataLayer = [];</script><style>p {margin: 0}</style></head><body>
                <header><a href="/">The Post</a><nav><ul><li><a href="/w">World</a></li><li><a href="/s">Sport</a></li></ul></nav></header>
                <div class="cookie-banner"><p>We use cookies. <button>Accept</button></p></div>
                <main><article><h1>Talks in Seoul</h1>
                <div class="article-body">
                <p>Negotiators of both governments met in Seoul on Monday, for the third time this year, to talk about who pays for what.</p>
                <figure><img src="a.jpg"><figcaption>Subscribe for more pictures</figcaption></figure>
                <p>The visitors asked for &ldquo;a fair share&rdquo; &amp; nothing more, while the hosts pointed to the agreement in force.</p>
                <p>The talks lasted six hours, longer than planned, and ended without a joint statement, said the minister's spokesman.</p>
                <p>A sum was not named in public, although papers have written of several, most of them higher than the one in force.</p>
                <p>Both sides will meet again in Washington, on a date that is still to be set, before the year is over.</p>
                </div></article>
                <aside class="sidebar"><h3>Most read</h3><ul><li><a href="/1">One story</a></li><li><a href="/2">Another</a></li></ul></aside>
                </main><footer><p>© The Post. All rights reserved.</p><a href="/sub">Subscribe</a></footer></body></html>
                """;

        private static final String KOREAN = """
                <!DOCTYPE html><html lang="ko"><head><title>방위비 협상 - 아침신문</title></head><body>
                <div id="header"><ul class="gnb"><li><a href="/p">정치</a></li><li><a href="/e">경제</a></li><li><a href="/l">로그인</a></li></ul></div>
                <div id="container"><div class="view_title"><h2>한미 방위비 협상, 합의 없이 끝나</h2></div>
                <div id="article-view-content" class="view_con">
                한미 양국은 27일 서울에서 방위비 분담금 협상을 열고 총액과 적용 기간을 논의했으나 합의에 이르지 못했다.<br><br>
                협상은 예정보다 긴 6시간 동안 이어졌으며 공동 발표문은 나오지 않았다고 외교부 당국자가 전했다.<br><br>
                한 참석자는 “뷁”이라는 글자까지 써 가며 답답한 분위기를 설명했다고 덧붙였다. 미국 측은 공정한 분담을 거듭 요구했다.<br><br>
                양측은 연내에 워싱턴에서 다시 만나기로 했으며 구체적인 날짜는 정해지지 않았다고 외교부가 밝혔다.<br><br>
                <p>&lt;저작권자 ⓒ 아침신문, 무단 전재 및 재배포 금지&gt;</p>
                </div>
                <div class="aside"><h3>많이 본 뉴스</h3><ul><li><a href="/1">기사 하나</a></li><li><a href="/2">기사 둘</a></li></ul>
                <a href="/sub">구독하기</a></div></div></body></html>
                """;
    }
}
