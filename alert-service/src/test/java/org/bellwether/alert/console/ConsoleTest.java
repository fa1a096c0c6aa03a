package org.bellwether.alert.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bellwether.alert.Alerts;
import org.bellwether.alert.Outside;
import org.bellwether.alert.Topics;
import org.bellwether.events.Act;
import org.bellwether.events.Issue;
import org.bellwether.events.LocalText;
import org.bellwether.events.SourceStatus;
import org.bellwether.events.TaggedItem;
import org.bellwether.events.Topic;
import org.bellwether.testkit.EmbeddedStack;
import org.bellwether.testkit.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Outside.class)
class ConsoleTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static Instant now;
    private static boolean filled;

    @Inject
    MongoClient store;

    @BeforeEach
    void fill() throws Exception {
        if (filled) {
            return;
        }
        now = Instant.now();
        Topics.put(Topic.ISSUES, "usfk-troop-levels", issue("usfk-troop-levels", "USFK <troop> levels", "주한미군 규모"));
        Topics.put(Topic.NEWS_TAGGED, "c-1", item());
        Topics.put(Topic.SOURCES, "feed-1", source("feed-1", SourceStatus.State.FAILING));
        Topics.put(Alerts.fired("console-alert")
                .indicator("usfk-below-floor")
                .detectedAt(now)
                .build());
        await().atMost(SOON).until(() -> page("/", "en").contains("id=\"n-c-1\""));
        await().atMost(SOON).until(() -> page("/", "en").contains("USFK &lt;troop&gt; levels"));
        await().atMost(SOON).until(() -> page("/", "en").contains("i-usfk-below-floor"));
        await().atMost(SOON).until(() -> page("/sources", "en").contains("Harbour Daily"));
        await().atMost(SOON).until(() -> page("/alerts", "en").contains("/alerts/console-alert"));
        filled = true;
    }

    @Test
    void theBoardShowsIssuesIndicatorsAndMarkedItems() {
        String board = page("/", "en");

        assertThat(board)
                .contains("<html lang=\"en\">")
                .contains("USFK &lt;troop&gt; levels")
                .contains("<mark>Pentagon</mark>")
                .contains("Official statement")
                .contains("28,500 people", "Watching", " KST</time>")
                .contains("rel=\"noopener noreferrer\"")
                .contains("<svg class=\"chart\"")
                .doesNotContain("<troop>");
    }

    @Test
    void theBoardSpeaksKoreanToWhoAsksForIt() {
        assertThat(page("/", "ko-KR,ko;q=0.9")).contains("<html lang=\"ko\">", "주한미군 규모", "공식 발표", "최근 기사");
        Response chosen = given().header("Accept-Language", "en").get("/?lang=ko");
        assertThat(chosen.asString()).contains("<html lang=\"ko\">");
        assertThat(given().cookie("lang", chosen.getCookie("lang"))
                        .get("/alerts")
                        .asString())
                .contains("<html lang=\"ko\">");
    }

    @Test
    void aPollOfAnUnchangedBoardAnswersNothing() {
        Matcher poll =
                Pattern.compile("hx-get=\"(/parts/board\\?seen=[0-9a-f]+)\"").matcher(page("/", "en"));
        assertThat(poll.find()).isTrue();

        assertThat(given().header("Accept-Language", "en").get(poll.group(1)).statusCode())
                .isEqualTo(204);
        Response changed = given().header("Accept-Language", "en").get("/parts/board?seen=0");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.asString()).contains("hx-swap-oob").doesNotContain("<html");
    }

    @Test
    void aBoardThatIsBlindSaysSoAndOneThatSeesDoesNot() throws Exception {
        // Other tests of the same application have had feeds of their own.
        store.getDatabase("bellwether-alert").getCollection("sources").deleteMany(Filters.ne("_id", "feed-1"));
        feeds(SourceStatus.State.OK, SourceStatus.State.FAILING, SourceStatus.State.DISABLED);
        await().atMost(SOON).until(() -> page("/", "en").contains(">1 of 3 feeds read well</a>"));
        Matcher poll =
                Pattern.compile("hx-get=\"(/parts/board\\?seen=[0-9a-f]+)\"").matcher(page("/", "en"));
        assertThat(poll.find()).isTrue();
        assertThat(page("/", "en"))
                .containsPattern(
                        "(?s)<div id=\"board-blind\" role=\"status\"[^>]*>\\s*<p [^>]*><strong>Warning:</strong> "
                                + "Fewer than half of the feeds")
                .contains("href=\"/sources\">1 of 3 feeds read well</a>");
        assertThat(page("/", "ko"))
                .contains("<strong>주의:</strong> 정상적으로 읽히는 피드가 절반에", "href=\"/sources\">피드 3개 중 1개 정상</a>");
        assertThat(page("/sources", "en")).contains("1 of 3 feeds read well");

        feeds(SourceStatus.State.OK, SourceStatus.State.DEGRADED, SourceStatus.State.DISABLED);
        await().atMost(SOON).until(() -> page("/", "en").contains(">2 of 3 feeds read well</a>"));
        assertThat(page("/", "en"))
                .contains("id=\"board-blind\" role=\"status\"")
                .doesNotContain("Fewer than half");
        Response changed = given().header("Accept-Language", "en").get(poll.group(1));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.asString())
                .contains("id=\"board-blind\" hx-swap-oob", ">2 of 3 feeds read well</a>")
                .doesNotContain("Fewer than half");
    }

    @Test
    void halfOfTheEnabledFeedsIsEnoughToSeeAndNoneNever() {
        assertThat(new Coverage(44, 89).blind()).isTrue();
        assertThat(new Coverage(45, 89).blind()).isFalse();
        assertThat(new Coverage(1, 2).blind()).isFalse();
        assertThat(new Coverage(0, 0).blind()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/issues/usfk-troop-levels",
                "/indicators/usfk-below-floor",
                "/alerts",
                "/alerts/console-alert",
                "/sources",
                "/subscribe"
            })
    void everyPageIsThereInBothLanguagesAndLetsNothingElseRun(String path) {
        for (String language : List.of("en", "ko")) {
            Response page = given().header("Accept-Language", language).get(path);

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.getHeader("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'");
            assertThat(page.asString())
                    .contains("<html lang=\"" + language + "\">", "class=\"skip\"", "<main id=\"content\"")
                    .doesNotContain("javascript:", "onclick=", "style=\"");
        }
    }

    @Test
    void whatPagesLoadIsServedByTheServiceItself() {
        Matcher loaded =
                Pattern.compile("(?:src|href)=\"(/(?:assets|webjars)/[^\"]+)\"").matcher(page("/", "en"));
        assertThat(loaded.results().map(found -> found.group(1)).distinct().toList())
                .hasSize(3)
                .allSatisfy(path -> assertThat(given().get(path).statusCode()).isEqualTo(200));
    }

    @Test
    void onlyWebPagesAreLinked() {
        String issue = page("/issues/usfk-troop-levels", "en");
        assertThat(issue).contains("Sailors &amp; &quot;scripts&quot;").doesNotContain("data:text/html");
    }

    @Test
    void whatIsNotThereIsSaidWithAPage() {
        for (String path : List.of("/issues/none", "/indicators/none", "/alerts/none")) {
            Response page = given().header("Accept-Language", "en").get(path);
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.asString()).contains("Nothing here");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/issues/usfk-troop-levels.atom", "/alerts.atom"})
    void atomFeedsAreWellFormedAndComplete(String path) throws Exception {
        Response answer = given().get(path);
        assertThat(answer.getContentType()).startsWith("application/atom+xml");

        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document feed = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.asString().getBytes(StandardCharsets.UTF_8)));
        Element root = feed.getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(root.getElementsByTagName("entry").getLength()).isPositive();
        Element entry = (Element) root.getElementsByTagName("entry").item(0);
        for (String required : List.of("id", "title", "updated", "link", "author", "summary")) {
            assertThat(entry.getElementsByTagName(required).getLength()).isEqualTo(1);
        }
        Instant.parse(entry.getElementsByTagName("updated").item(0).getTextContent());
    }

    private static String page(String path, String language) {
        return given().header("Accept-Language", language).get(path).asString();
    }

    /** Beside the failing feed that is always there. */
    private static void feeds(SourceStatus.State... states) throws Exception {
        for (int number = 0; number < states.length; number++) {
            String id = "seen-" + number;
            Topics.put(Topic.SOURCES, id, source(id, states[number]));
        }
    }

    private static Issue issue(String id, String en, String ko) {
        return new Issue(id, new LocalText(en, ko), new LocalText("What belongs", "정의"), 0, "sha256:0a");
    }

    private static TaggedItem item() {
        return Fixtures.taggedItem()
                .id("c-1")
                .title("Pentagon says 22,000 would do")
                .text("Sailors & \"scripts\" <script>alert(1)</script>")
                .publisher("Morning Post", "morning")
                .published(now.minusSeconds(60))
                .tag("usfk-troop-levels", Act.OFFICIAL_STATEMENT)
                .build();
    }

    private static SourceStatus source(String id, SourceStatus.State state) {
        return new SourceStatus(
                id,
                "Harbour Daily",
                "https://harbour.example/rss",
                Alerts.english().publisher(),
                "en",
                state,
                "answered 503; it is tried again",
                now,
                now,
                now,
                now.plusSeconds(600),
                "after a failure",
                3,
                12,
                now,
                null,
                null);
    }
}
