package org.bellwether.standalone.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Properties;
import org.bellwether.embedded.Address;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Address WEB = Address.free();
    private static final Address SMTP = Address.free();
    private static Inbox inbox;

    @BeforeAll
    static void start() throws Exception {
        inbox = Inbox.start(WEB, SMTP, InstantSource.fixed(NOW), message -> {});
    }

    @AfterAll
    static void stop() {
        inbox.close();
    }

    @BeforeEach
    void empty() throws Exception {
        HttpRequest delete = request("/api/messages").DELETE().build();
        assertThat(HTTP.send(delete, BodyHandlers.ofString()).statusCode()).isEqualTo(204);
    }

    @Test
    void decodesAKoreanMailInBothTransferEncodings() throws Exception {
        MimeMessage mail = mail("방위비 분담금 지표 발동: 발행처 5곳이 하루 사이에 같은 요구를 보도했습니다");
        MimeMultipart alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(part("본문입니다: 주한미군 2만8500명", "text/plain; charset=UTF-8", "quoted-printable"));
        alternative.addBodyPart(part("<p>본문 <b>굵게</b></p>", "text/html; charset=EUC-KR", "base64"));
        mail.setContent(alternative);
        Transport.send(mail);

        JsonNode message = messages().get(0);

        assertThat(message.path("kind").asText()).isEqualTo("email");
        assertThat(message.path("to").asText()).isEqualTo("desk@bellwether.example");
        assertThat(message.path("subject").asText()).isEqualTo("방위비 분담금 지표 발동: 발행처 5곳이 하루 사이에 같은 요구를 보도했습니다");
        assertThat(message.path("receivedAt").asText()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(message.path("text").asText()).isEqualTo("본문입니다: 주한미군 2만8500명");
        assertThat(message.path("html").asText()).isEqualTo("<p>본문 <b>굵게</b></p>");
        assertThat(message.path("headers").path("List-Unsubscribe").asText()).isEqualTo("<https://b.example/u/1>");
        assertThat(message.has("json")).isFalse();
    }

    @Test
    void leavesOutHeadersThatSayNothing() throws Exception {
        MimeMessage mail = mail("no copy");
        mail.setHeader("Cc", "");
        mail.setText("text");
        Transport.send(mail);

        JsonNode message = messages().get(0);

        assertThat(message.path("headers").has("Subject")).isTrue();
        assertThat(message.path("headers").has("Cc")).isFalse();
        assertThat(get("/messages/" + message.path("id").asText()).body()).doesNotContain("<dt>Cc</dt>");
    }

    @Test
    void tellsTheZoneOfEveryTime() throws Exception {
        post("/hooks/plain", "words");
        String id = messages().get(0).path("id").asText();
        String time = "<time datetime=\"2026-11-20T12:00:00Z\">2026-11-20 12:00:00 UTC</time>";

        assertThat(get("/").body()).contains(time, "src=\"/times.js\"");
        assertThat(get("/messages/" + id).body()).contains(time, "src=\"/times.js\"");
        assertThat(get("/times.js").headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
    }

    @Test
    void showsAMailsHtmlWithoutLettingItRun() throws Exception {
        MimeMessage mail = mail("<script>alert('subject')</script>");
        mail.setContent("<script>alert('body')</script><p>words</p>", "text/html; charset=UTF-8");
        Transport.send(mail);
        String id = messages().get(0).path("id").asText();

        HttpResponse<String> page = get("/messages/" + id);
        HttpResponse<String> html = get("/messages/" + id + "/html");

        assertThat(page.body()).contains("sandbox=", "&lt;script&gt;alert").doesNotContain("<script>alert");
        assertThat(html.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("sandbox", "default-src 'none'")
                        .doesNotContain("allow-scripts"));
        assertThat(get("/").body()).contains("&lt;script&gt;alert").doesNotContain("<script>alert");
    }

    @Test
    void drawsASlackPost() throws Exception {
        assertThat(post("/hooks/desk", """
                {"text": "SMA demand fired", "blocks": [
                  {"type": "header", "text": {"type": "plain_text", "text": "SMA <demand>"}},
                  {"type": "section", "text": {"type": "mrkdwn", "text": "*5 publishers*\\n> 방위비 분담금"}},
                  {"type": "divider"},
                  {"type": "context", "elements": [{"type": "mrkdwn", "text": "<https://news.example/1|Morning Post>"}]}]}
                """)).isEqualTo("ok");

        JsonNode message = messages().get(0);
        String page = get("/messages/" + message.path("id").asText()).body();

        assertThat(message.path("kind").asText()).isEqualTo("slack");
        assertThat(message.path("to").asText()).isEqualTo("/hooks/desk");
        assertThat(message.path("subject").asText()).isEqualTo("SMA demand fired");
        assertThat(message.path("text").asText()).contains("방위비 분담금");
        assertThat(message.path("json").path("blocks")).hasSize(4);
        assertThat(page)
                .contains("<h3>SMA &lt;demand&gt;</h3>", "<strong>5 publishers</strong>")
                .contains("<blockquote>방위비 분담금</blockquote>", "<hr>", ">Morning Post</a>");
    }

    @Test
    void tellsAWebhookPostFromASlackMessage() throws Exception {
        post("/hooks/other", "{\"type\": \"alert.fired\", \"text\": \"x\"}");
        post("/hooks/plain", "not JSON");

        JsonNode messages = messages();

        assertThat(messages.findValuesAsText("kind")).containsExactly("webhook", "webhook");
        assertThat(messages.get(0).path("text").asText()).isEqualTo("not JSON");
        assertThat(messages.get(1).path("subject").asText()).isEqualTo("alert.fired");
    }

    @Test
    void refusesWhatIsTooLongAndWhatItDoesNotKnow() throws Exception {
        HttpRequest huge = request("/hooks/desk")
                .POST(BodyPublishers.ofByteArray(new byte[InboxResource.LONGEST_BODY + 1]))
                .build();

        assertThat(HTTP.send(huge, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        assertThat(get("/api/messages/999").statusCode()).isEqualTo(404);
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(messages()).isEmpty();
    }

    @Test
    void takesABurstOverOneConnection() throws Exception {
        MimeMessage mail = mail("burst");
        mail.setText("text");
        mail.saveChanges();
        try (Transport transport = session().getTransport("smtp")) {
            transport.connect();
            for (int i = 0; i < 300; i++) {
                transport.sendMessage(mail, mail.getAllRecipients());
            }
        }

        assertThat(inbox.messages()).hasSize(300);
        assertThat(get("/").body()).contains("The newest 200 of 300 messages.");
    }

    private static MimeBodyPart part(String content, String type, String encoding) throws Exception {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(content, type);
        part.setHeader("Content-Transfer-Encoding", encoding);
        return part;
    }

    private static MimeMessage mail(String subject) throws Exception {
        MimeMessage mail = new MimeMessage(session());
        mail.setFrom("alerts@bellwether.example");
        mail.setRecipient(RecipientType.TO, new InternetAddress("desk@bellwether.example"));
        mail.setSubject(subject, UTF_8.name());
        mail.setHeader("List-Unsubscribe", "<https://b.example/u/1>");
        return mail;
    }

    private static Session session() {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", SMTP.host());
        properties.put("mail.smtp.port", Integer.toString(SMTP.port()));
        return Session.getInstance(properties);
    }

    private static JsonNode messages() throws Exception {
        return new ObjectMapper().readTree(get("/api/messages").body());
    }

    private static String post(String path, String body) throws Exception {
        HttpRequest post = request(path).POST(BodyPublishers.ofString(body)).build();
        return HTTP.send(post, BodyHandlers.ofString()).body();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(request(path).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + WEB.reachable() + path));
    }
}
