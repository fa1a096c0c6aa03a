package org.bellwether.ingest;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bellwether.ingest.Rss.feed;
import static org.bellwether.ingest.Rss.item;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bellwether.testkit.EmbeddedStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ops do on the pages, in a real browser: by keyboard alone, without scripts, 360 pixels wide, in Korean. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(PolledFeeds.class)
class BrowserTest {

    private static final String LISTING = """
            <!DOCTYPE html><html><head><title>Institute</title></head><body><ul class="news">
            <li><a href="/n/1">A first statement on the alliance</a> <span class="date">2023-11-20</span></li>
            <li><a href="/n/2">A second statement on the alliance</a> <span class="date">2023-11-19</span></li>
            </ul></body></html>""";

    private final FeedServer server = PolledFeeds.server();

    @TestHTTPResource("/")
    URL base;

    private Browser browser;

    @BeforeEach
    void openTheBrowser() {
        browser = new Browser(base.toString(), "ko-KR");
    }

    @AfterEach
    void closeItAndTakeBackWhatWasChanged() {
        if (browser != null) {
            browser.close();
        }
        Admin.takeBackChanges();
    }

    @Test
    void aFeedIsFoundOnASiteLookedAtAndAdded() {
        // Long past whatever the clock here says: a date ahead of it would not be believed.
        server.serve(
                "seen-feed",
                feed(item("seen-1", "A headline to be seen")
                        .replace("Fri, 20 Nov 2026 09:00:00 +0900", "Mon, 20 Nov 2023 09:00:00 +0900")));
        server.servePage("seen", """
                <!DOCTYPE html><html><head><link rel="alternate" type="application/rss+xml" href="/seen-feed">
                </head><body></body></html>""");
        browser.open("/feeds");
        browser.press("nav a[href='/add-feed']");
        browser.type("#url", server.url("seen"));
        browser.press("form[action='/add-feed/find'] button");
        browser.press("form[action='/add-feed/try'] button");
        assertThat(browser.text()).contains("A headline to be seen", "피드에 적힌 날짜", "2023-11-20 09:00 KST");

        browser.type("[name='id']", "seen");
        browser.type("[name='group']", "화면");
        browser.press("button[formaction='/add-feed']");
        assertThat(browser.page().url()).endsWith("/feeds/seen?done=added");
        assertThat(browser.text()).contains("추가했습니다", "화면");
        when().get("/api/feeds/seen").then().body("group", equalTo("화면"), "origin", equalTo("api"));
    }

    @Test
    void aPageWithoutAFeedIsDescribedBySelectorsAndAdded() {
        server.servePage("institute", LISTING);
        browser.open("/add-feed");
        browser.press("form[action='/add-feed/by-hand'] button");
        browser.type("[name='url']", server.url("institute"));
        browser.type("[name='id']", "institute");
        browser.toggle("summary");
        browser.type("[name='listing.item']", "ul.news > li[");
        browser.press("form[action='/add-feed/try'] button[type='submit']");
        assertThat(browser.page().locator("[name='listing.item']").getAttribute("aria-invalid"))
                .isEqualTo("true");
        assertThat(browser.page().locator("[name='listing.item']").inputValue()).isEqualTo("ul.news > li[");

        browser.type("[name='listing.item']", "ul.news > li");
        browser.type("[name='listing.date']", ".date");
        browser.press("form[action='/add-feed/try'] button[type='submit']");
        assertThat(browser.text()).contains("A second statement on the alliance", "2건");
        browser.press("button[formaction='/add-feed']");
        when().get("/api/feeds/institute").then().body("listing.item", equalTo("ul.news > li"));
    }

    @Test
    void aFeedIsPausedResumedPolledReplayedChangedAndRemoved() {
        server.serve("handled", feed(item("handled-1", "In hand")));
        Admin.asks()
                .contentType("application/json")
                .body("{\"url\": \"" + server.url("handled") + "\", \"id\": \"handled\"}")
                .post("/api/feeds")
                .then()
                .statusCode(201);
        await().untilAsserted(
                        () -> when().get("/api/feeds/handled/documents").then().body("size()", equalTo(1)));
        browser.open("/feeds?q=handled");
        browser.press("a[href='/feeds/handled']");
        browser.type("#reason", "점검");
        browser.press("form[action='/feeds/handled/pause'] button");
        assertThat(browser.text()).contains("일시 중지했습니다", "점검", "admin");
        browser.press("form[action='/feeds/handled/resume'] button");
        assertThat(browser.text()).contains("다시 확인합니다");

        int asked = server.asked("handled");
        browser.press("form[action='/feeds/handled/poll'] button");
        await().untilAsserted(() -> assertThat(server.asked("handled")).isGreaterThan(asked));
        await().untilAsserted(() -> {
            browser.open("/feeds/handled");
            assertThat(browser.text()).contains("확인 기록", "변경 없음");
        });

        browser.press("form[action='/feeds/handled/replay'] button[name='try']");
        assertThat(browser.text()).contains("아무것도 발행하지 않았습니다");
        browser.open("/feeds/handled");
        browser.press("form[action='/feeds/handled/replay'] button:not([name])");
        assertThat(browser.text()).contains("문서를 다시 읽었습니다");

        browser.open("/feeds/handled");
        browser.type("[name='zone']", "Mars");
        browser.press("form[action='/feeds/handled/change'] button");
        assertThat(browser.text()).contains("Asia/Seoul, +09:00 같은 시간대여야 합니다");
        browser.type("[name='zone']", "Asia/Seoul");
        browser.press("form[action='/feeds/handled/change'] button");
        assertThat(browser.text()).contains("저장했습니다");

        browser.press("a[href='/feeds/handled/remove']");
        when().get("/api/feeds/handled").then().statusCode(200);
        browser.press("form[action='/feeds/handled/remove'] button");
        assertThat(browser.page().url()).endsWith("/feeds");
        when().get("/api/feeds/handled").then().statusCode(404);
    }

    @Test
    void anOpmlIsLookedAtAndImported() {
        String opml = "<opml version=\"2.0\"><body><outline text=\"모음\"><outline text=\"Brought\" xmlUrl=\""
                + server.url("brought")
                + "\"/></outline><outline text=\"Bad\" xmlUrl=\"x\"/><outline text=\"Page\"/></body></opml>";
        server.serve("brought", feed(item("brought-1", "Brought in")));
        browser.open("/import-feeds");
        browser.page()
                .setInputFiles(
                        "#opml", new FilePayload("mine.opml", "text/xml", opml.getBytes(StandardCharsets.UTF_8)));
        browser.press("form[action='/import-feeds/try'] button");
        assertThat(browser.text()).contains("아직 추가하지 않았습니다", "새 피드 1", "거부 1", "피드가 아님 1");
        when().get("/api/feeds/brought").then().statusCode(404);
        browser.press("form[action='/import-feeds'] button");
        assertThat(browser.text()).contains("추가 1");
        when().get("/api/feeds/brought").then().body("group", equalTo("모음"));
    }

    /** Whose words are longer. */
    @Test
    void thePagesFitInEnglishToo() {
        browser.close();
        browser = new Browser(base.toString(), "en-US");
        browser.open("/add-feed");
        browser.type("#url", "nowhere");
        browser.press("form[action='/add-feed/find'] button");
        browser.press("form[action='/add-feed/by-hand'] button");
        for (String path :
                List.of("/feeds", "/feeds/news", "/feeds/news/remove", "/import-feeds", "/feeds?sort=luck")) {
            browser.open(path);
        }
    }

    @Test
    void theLanguageIsSwitchedAndStays() {
        browser.open("/feeds?state=disabled");
        assertThat(browser.text()).contains("중지");
        browser.press("a.language");
        assertThat(browser.page().url()).contains("state=disabled");
        browser.open("/feeds/closed");
        assertThat(browser.page().locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(browser.text()).contains("Disabled", "gone since May");
    }
}
