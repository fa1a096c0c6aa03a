package org.bellwether.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.bellwether.alert.Alerts;
import org.bellwether.events.Alert;
import org.bellwether.events.AlertItem;
import org.bellwether.web.text.Language;
import org.junit.jupiter.api.Test;

class RenderersTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final EmailRenderer mails = new EmailRenderer("bellwether.example", SEOUL);
    private final SlackRenderer slack = new SlackRenderer(SEOUL);

    @Test
    void theMailInEnglish() throws Exception {
        Email mail = mails.alert("d1", Alerts.fired("a-1").build(), recipient(Language.EN));

        assertThat(mail.subject()).isEqualTo("Fired: Cost-sharing demand");
        assertAll(() -> Golden.hold("alert-en.html", mail.html()), () -> Golden.hold("alert-en.txt", mail.text()));
    }

    @Test
    void theMailInKorean() throws Exception {
        Email mail = mails.alert("d1", Alerts.fired("a-1").build(), recipient(Language.KO));

        assertThat(mail.subject()).isEqualTo("발령: 방위비 증액 요구");
        assertAll(() -> Golden.hold("alert-ko.html", mail.html()), () -> Golden.hold("alert-ko.txt", mail.text()));
    }

    @Test
    void theSlackMessage() throws Exception {
        assertAll(
                () -> Golden.hold(
                        "alert-en.slack.json",
                        pretty(slack.alert(Alerts.fired("a-1").build(), recipient(Language.EN)))),
                () -> Golden.hold(
                        "alert-ko.slack.json",
                        pretty(slack.alert(Alerts.fired("a-1").build(), recipient(Language.KO)))));
    }

    @Test
    void aRetryIsTheSameMail() {
        Alert alert = Alerts.fired("a-1").build();

        assertThat(mails.alert("d1", alert, recipient(Language.EN)))
                .isEqualTo(mails.alert("d1", alert, recipient(Language.EN)));
        assertThat(mails.alert("d1", alert, recipient(Language.EN)).headers())
                .containsEntry("Message-ID", "<d1@bellwether.example>")
                .containsEntry("List-Unsubscribe", "<https://desk.example/unsubscribe/u-token>")
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    @Test
    void aNameWithALineBreakStaysInTheSubject() {
        Alert alert = Alerts.fired("a-1").name("Demand\r\nBcc: all@example.org").build();

        assertThat(mails.alert("d1", alert, recipient(Language.EN)).subject())
                .isEqualTo("Fired: Demand Bcc: all@example.org");
    }

    @Test
    void whatIsNoWebPageIsNotLinked() {
        AlertItem item = Alerts.item("x", "Title", "javascript:alert(1)", "en", "Some passage.", "passage");
        Alert alert = Alerts.fired("a-1").items(List.of(item)).build();

        assertThat(mails.alert("d1", alert, recipient(Language.EN)).html()).doesNotContain("javascript:");
        assertThat(slack.alert(alert, recipient(Language.EN))).doesNotContain("javascript:");
    }

    @Test
    void slacksLimitsHoldForManyLongItems() throws Exception {
        String passage = "demand &<> ".repeat(2_000);
        AlertItem item = Alerts.item("x", "T".repeat(5_000), "https://news.example/x", "en", passage, "demand");
        Alert alert = Alerts.fired("a-1")
                .name("N".repeat(400))
                .items(Collections.nCopies(80, item))
                .build();

        JsonNode blocks = new ObjectMapper()
                .readTree(slack.alert(alert, recipient(Language.EN)))
                .get("blocks");

        assertThat(blocks.size()).isLessThanOrEqualTo(50);
        assertThat(blocks.get(0).at("/text/text").asText()).hasSizeLessThanOrEqualTo(150);
        for (JsonNode block : blocks) {
            assertThat(block.at("/text/text").asText()).hasSizeLessThanOrEqualTo(3000);
        }
        assertThat(blocks.toString()).contains("60 more items").contains("<https://news.example/x|T");
    }

    @Test
    void whoWasPutOnTheListByTheOperatorsIsNotToldThatTheyConfirmed() {
        Alert alert = Alerts.fired("a-1").build();
        Recipient english = recipient(Language.EN, true);
        Recipient korean = recipient(Language.KO, true);

        for (Email mail : List.of(mails.alert("d1", alert, english), mails.alert("d2", alert, korean))) {
            assertThat(mail.text() + mail.html()).doesNotContain("you confirmed", "구독을 확인하셨기");
        }
        assertThat(mails.alert("d1", alert, english).text()).contains("the operators of this Bellwether set it up");
        assertThat(mails.alert("d1", alert, english).html()).contains("the operators of this Bellwether set it up");
        assertThat(mails.alert("d1", alert, korean).text()).contains("이 Bellwether의 운영자가");
        assertThat(mails.alert("d1", alert, korean).html()).contains("이 Bellwether의 운영자가");
    }

    private static Recipient recipient(Language language) {
        return recipient(language, false);
    }

    private static Recipient recipient(Language language, boolean preset) {
        Links links = new Links("https://desk.example", "m-token", "u-token");
        return new Recipient("desk@example.org", language, preset, links, "whsec_AAAA");
    }

    private static String pretty(String json) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(json)) + "\n";
    }
}
