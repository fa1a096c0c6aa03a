package org.bellwether.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bellwether.alert.Alerts;
import org.bellwether.alert.Outside;
import org.bellwether.alert.Topics;
import org.bellwether.alert.channel.ChannelKind;
import org.bellwether.alert.channel.Email;
import org.bellwether.alert.channel.MailTransport;
import org.bellwether.alert.channel.Outcome;
import org.bellwether.events.Alert;
import org.bellwether.events.Topic;
import org.bellwether.messaging.DeadLetter;
import org.bellwether.testkit.EmbeddedStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Outside.class)
class AlertDeliveryTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    private static final int MAILS_SIDE_BY_SIDE = 300;

    @Inject
    MongoLedger ledger;

    @Inject
    MailTransport transport;

    @Test
    void anAlertBecomesOneMailAndOneSlackPostHoweverOftenItComes() throws Exception {
        Alert alert = alert("once", "Once only");
        long before = ledger.count("sent");

        Topics.put(alert);
        Topics.put(alert);
        Topics.put(alert("once-more", "Once more"));

        await().atMost(SOON)
                .until(() ->
                        mails("Once more").size() == 1 && posts("Once more").size() == 1);
        await().atMost(SOON).until(() -> ledger.count("sent") == before + 4);
        assertThat(mails("Once only")).hasSize(1);
        assertThat(posts("Once only")).hasSize(1);
    }

    @Test
    void mailsSentSideBySideDoNotHoldEachOtherUp() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(16);
        try {
            Callable<Outcome> send =
                    () -> transport.send("crowd@example.org", new Email("Crowd", "<p>one</p>", "one", Map.of()));
            for (Future<Outcome> sent : senders.invokeAll(Collections.nCopies(MAILS_SIDE_BY_SIDE, send))) {
                assertThat(sent.get()).isInstanceOf(Outcome.Delivered.class);
            }
        } finally {
            senders.shutdownNow();
        }
        assertThat(Outside.mails("crowd@example.org")).hasSize(MAILS_SIDE_BY_SIDE);
    }

    @Test
    void theMailSaysWhatWhyAndHowToEndIt() throws Exception {
        Topics.put(alert("mail", "What and why"));

        await().atMost(SOON).until(() -> mails("What and why").size() == 1);
        MimeMessage mail = mails("What and why").get(0);
        assertThat(mail.getSubject()).isEqualTo("Fired: What and why");
        assertThat(mail.getHeader("List-Unsubscribe", null)).startsWith("<http").contains("/unsubscribe/");
        assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("Message-ID")).hasSize(1);
        assertThat(mail.getHeader("Cc")).isNull();
        assertThat(mail.getMessageID()).matches("<[0-9a-f]{64}@.+>");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
    }

    @Test
    void aMailServerThatIsDownGetsTheMailOnceItIsUp() throws Exception {
        Outside.stopMail();
        Topics.put(alert("down", "Down and up"));
        await().atMost(SOON).until(() -> posts("Down and up").size() == 1);
        await().atMost(SOON)
                .until(() -> ledger.due(ChannelKind.EMAIL, Instant.now().plusSeconds(3600), 10).stream()
                        .anyMatch(delivery -> delivery.attempts() >= 2));

        Outside.startMail();

        await().atMost(SOON).until(() -> ledger.count("open") == 0);
        assertThat(mails("Down and up")).hasSize(1);
        assertThat(posts("Down and up")).hasSize(1);
    }

    @Test
    void aSlackThatIsUnwellOrBusyIsAskedAgain() throws Exception {
        await().atMost(SOON).until(() -> ledger.count("open") == 0);
        Outside.answer(new Outside.Answer(500, Map.of()), new Outside.Answer(429, Map.of("Retry-After", "1")));

        Topics.put(alert("unwell", "Unwell"));

        await().atMost(SOON).until(() -> posts("Unwell").size() == 3);
        await().atMost(SOON).until(() -> ledger.count("open") == 0);
        List<Outside.Post> posts = posts("Unwell");
        assertThat(Duration.ofNanos(posts.get(2).nanoTime() - posts.get(1).nanoTime()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(990));
        assertThat(posts).hasSize(3);
    }

    @Test
    void whatIsNoAlertBecomesADeadLetterAndTheLineGoesOn() throws Exception {
        Topics.putBytes(Topic.ALERTS, "broken", "{\"id\": 1".getBytes(StandardCharsets.UTF_8));
        Topics.put(alert("after-broken", "After the broken one"));

        await().atMost(SOON).until(() -> posts("After the broken one").size() == 1);
        assertThat(deadLetterReason()).contains("not an alert: ");
    }

    @Test
    void theStoreBeingAwayOnlyDelays() throws Exception {
        Topics.put(alert("warm", "Warm"));
        await().atMost(SOON).until(() -> posts("Warm").size() == 1);
        EmbeddedStack.store().stop();
        Topics.put(alert("away", "Away"));

        EmbeddedStack.store().restart();

        await().atMost(Duration.ofSeconds(40))
                .until(() -> posts("Away").size() == 1 && mails("Away").size() == 1);
    }

    private static Alert alert(String id, String name) {
        return Alerts.fired(id)
                .name(name)
                .detectedAt(Instant.now().plusSeconds(1))
                .build();
    }

    private static List<MimeMessage> mails(String name) {
        return Outside.mails("desk@example.org").stream()
                .filter(mail -> subject(mail).endsWith(": " + name))
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Outside.Post> posts(String name) {
        return Outside.posts("desk").stream()
                .filter(post -> post.body().contains(": " + name + "\""))
                .toList();
    }

    private static String deadLetterReason() {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, EmbeddedStack.broker().bootstrapServers());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(Topic.ALERTS.deadLetters(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var records = consumer.poll(Duration.ofSeconds(10)).records(partition);
            assertThat(records).isNotEmpty();
            return new String(
                    records.get(0).headers().lastHeader(DeadLetter.REASON).value(), StandardCharsets.UTF_8);
        }
    }
}
