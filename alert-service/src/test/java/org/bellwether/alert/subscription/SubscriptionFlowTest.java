package org.bellwether.alert.subscription;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.standardwebhooks.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.alert.Alerts;
import org.bellwether.alert.Outside;
import org.bellwether.alert.Topics;
import org.bellwether.alert.channel.ChannelKind;
import org.bellwether.testkit.EmbeddedStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Outside.class)
class SubscriptionFlowTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject
    MongoSubscriptions subscriptions;

    @Inject
    MongoClient store;

    @Test
    void aReaderConfirmsThenGetsAlertsThenUnsubscribesByOneClick() throws Exception {
        String address = "reader@example.org";
        assertThat(ask("email", address, List.of("sma-demand")).statusCode()).isEqualTo(202);
        await().atMost(SOON).until(() -> Outside.mails(address).size() == 1);
        String confirm = link(text(Outside.mails(address).get(0)), "confirm");

        Response asked = given().get(confirm);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.asString())
                .contains(": Demand on defence cost-sharing")
                .doesNotContain("sma-demand");
        assertThat(state(address)).isEqualTo(Subscription.State.PENDING);
        assertThat(given().post(confirm).statusCode()).isEqualTo(200);
        assertThat(state(address)).isEqualTo(Subscription.State.CONFIRMED);

        Topics.put(Alerts.fired("flow-other")
                .indicator("usfk-below-floor")
                .detectedAt(later())
                .build());
        Topics.put(Alerts.fired("flow-1").detectedAt(later()).build());
        await().atMost(SOON).until(() -> Outside.mails(address).size() == 2);
        MimeMessage alert = Outside.mails(address).get(1);
        assertThat(alert.getSubject()).startsWith("발령: ");
        String unsubscribe = path(alert.getHeader("List-Unsubscribe", null).replaceAll("[<>]", ""));

        Response done = given().contentType(ContentType.URLENC)
                .body("List-Unsubscribe=One-Click")
                .post(unsubscribe);

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(state(address)).isEqualTo(Subscription.State.ENDED);
    }

    @Test
    void alertsFromBeforeTheConfirmationAreNotSent() throws Exception {
        String address = "late@example.org";
        confirm(address);

        Topics.put(Alerts.fired("flow-old")
                .detectedAt(Instant.now().minusSeconds(3600))
                .build());
        Topics.put(Alerts.fired("flow-new").name("New").detectedAt(later()).build());

        await().atMost(SOON).until(() -> Outside.mails(address).size() == 2);
        assertThat(text(Outside.mails(address).get(1))).contains("/alerts/flow-new");
    }

    @Test
    void theOwnerChangesWhatIsSent() throws Exception {
        String address = "owner@example.org";
        confirm(address);
        assertThat(ask("email", address, List.of()).statusCode()).isEqualTo(202);
        await().atMost(SOON).until(() -> Outside.mails(address).size() == 2);
        String manage = link(text(Outside.mails(address).get(1)), "manage");

        String page = given().header("Accept-Language", "en").get(manage).asString();
        assertThat(page).contains("value=\"sma-demand\"", address);
        given().contentType(ContentType.URLENC)
                .formParam("indicators", "usfk-below-floor")
                .formParam("language", "en")
                .formParam("paused", "yes")
                .post(manage)
                .then()
                .statusCode(200);

        Subscription changed = find(address);
        assertThat(changed.indicators()).containsExactly("usfk-below-floor");
        assertThat(changed.paused()).isTrue();
    }

    @Test
    void aWebhookGetsASignedAlert() throws Exception {
        String address = Outside.hook("signed");
        assertThat(ask("webhook", address, List.of()).statusCode()).isEqualTo(202);
        await().atMost(SOON).until(() -> Outside.posts("signed").size() == 1);
        String page = given().post(link(Outside.posts("signed").get(0).body(), "confirm"))
                .asString();
        Matcher secret = Pattern.compile("whsec_[A-Za-z0-9+/=]+")
                .matcher(page.replace("&#x3D;", "=").replace("&#61;", "="));
        assertThat(secret.find()).isTrue();

        Topics.put(Alerts.fired("flow-signed").detectedAt(later()).build());

        await().atMost(SOON).until(() -> Outside.posts("signed").size() == 2);
        Outside.Post post = Outside.posts("signed").get(1);
        Map<String, List<String>> headers = new TreeMap<>();
        post.headers().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        new Webhook(secret.group()).verify(post.body(), headers);
        assertThat(post.body()).contains("\"id\":\"flow-signed\"");
    }

    @Test
    void badInputIsAnsweredWithEveryViolation() {
        Response answer = given().contentType(ContentType.JSON)
                .body("{\"channel\":\"pigeon\",\"address\":\"\",\"indicators\":[\"no-such\"],\"language\":\"fr\"}")
                .post("/api/subscriptions");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getList("violations.field", String.class))
                .containsExactlyInAnyOrder("channel", "address", "indicators[0]", "language");
    }

    @Test
    void aPrivateAddressIsRefusedAndTheFormSaysWhy() {
        assertThat(ask("webhook", "https://10.0.0.1/hook", List.of()).jsonPath().getString("violations[0].message"))
                .contains("not at a public address");
        Response form = given().contentType(ContentType.URLENC)
                .formParam("channel", "slack")
                .formParam("address", "https://evil.example/hook")
                .post("/subscribe");
        assertThat(form.statusCode()).isEqualTo(400);
        assertThat(form.asString()).contains("hooks.slack.com", "value=\"https://evil.example/hook\"");
    }

    @Test
    void oneAddressIsWrittenToOnlySoOften() {
        String address = "often@example.org";
        for (int i = 0; i < 3; i++) {
            assertThat(ask("email", address, List.of()).statusCode()).isEqualTo(202);
        }

        Response refused = ask("email", address, List.of());

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 3600);
    }

    @Test
    void askingTwiceAtOnceSendsOneMail() throws Exception {
        String address = "twice@example.org";
        ExecutorService windows = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> press = () -> ask("email", address, List.of()).statusCode();
            for (Future<Integer> pressed : windows.invokeAll(List.of(press, press))) {
                assertThat(pressed.get()).isEqualTo(202);
            }
        } finally {
            windows.shutdownNow();
        }

        await().atMost(SOON).until(() -> Outside.mails(address).size() == 1);
        String id = Subscription.idOf(ChannelKind.EMAIL, address);
        assertThat(store.getDatabase("bellwether-alert")
                        .getCollection("deliveries")
                        .countDocuments(Filters.eq("subscriptionId", id)))
                .isEqualTo(1);
    }

    @Test
    void aLinkThatIsNotOursOpensNothing() {
        String id = Subscription.idOf(ChannelKind.EMAIL, "desk@example.org");
        for (String path : List.of("/confirm/", "/manage/", "/unsubscribe/")) {
            assertThat(given().post(path + id + ".AAAA").statusCode()).isEqualTo(404);
            assertThat(given().get(path + "nonsense").statusCode()).isEqualTo(404);
        }
        assertThat(state("desk@example.org")).isEqualTo(Subscription.State.CONFIRMED);
    }

    private void confirm(String address) throws Exception {
        assertThat(ask("email", address, List.of()).statusCode()).isEqualTo(202);
        await().atMost(SOON).until(() -> Outside.mails(address).size() == 1);
        given().post(link(text(Outside.mails(address).get(0)), "confirm"))
                .then()
                .statusCode(200);
    }

    private Subscription find(String address) {
        return subscriptions.byId(Subscription.idOf(ChannelKind.EMAIL, address)).orElseThrow();
    }

    private Subscription.State state(String address) {
        return find(address).state();
    }

    private static Response ask(String channel, String address, List<String> indicators) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("channel", channel, "address", address, "indicators", indicators, "language", "ko"))
                .post("/api/subscriptions");
    }

    /** Later than any confirmation made just now, in whole milliseconds. */
    private static Instant later() {
        return Instant.now().plusSeconds(1);
    }

    private static String text(MimeMessage mail) throws Exception {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        mail.writeTo(raw);
        jakarta.mail.Multipart parts = (jakarta.mail.Multipart) mail.getContent();
        Object first = parts.getBodyPart(0).getContent();
        return first instanceof String text ? text : raw.toString(StandardCharsets.UTF_8);
    }

    private static String link(String text, String page) {
        Matcher found = Pattern.compile("http://[^/\\s]+(/" + page + "/[0-9a-f]{32}\\.[A-Za-z0-9_-]+)")
                .matcher(text);
        assertThat(found.find()).as("a link to %s", page).isTrue();
        return found.group(1);
    }

    private static String path(String url) {
        return url.replaceFirst("https?://[^/]+", "");
    }
}
