package org.bellwether.alert.channel;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bellwether.events.Alert;
import org.bellwether.messaging.EventJson;

/** The alert as JSON, signed as the Standard Webhooks specification says. */
public final class WebhookChannel implements Channel {

    private final PostTransport transport;
    private final InstantSource clock;

    public WebhookChannel(PostTransport transport, InstantSource clock) {
        this.transport = transport;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WEBHOOK;
    }

    @Override
    public Outcome send(String deliveryId, Alert alert, Recipient recipient) {
        return post(deliveryId, EventJson.write(alert), recipient);
    }

    @Override
    public Outcome send(String noticeId, Notice notice, Recipient recipient) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("type", "subscription");
        body.put("subject", notice.subject());
        body.put("text", notice.body());
        body.put("link", notice.link());
        return post(noticeId, EventJson.write(body), recipient);
    }

    private Outcome post(String id, byte[] json, Recipient recipient) {
        String body = new String(json, StandardCharsets.UTF_8);
        long timestamp = clock.instant().getEpochSecond();
        try {
            String signature = new Webhook(recipient.secret()).sign(id, timestamp, body);
            return transport.post(
                    recipient.address(),
                    body,
                    Map.of(
                            Webhook.UNBRANDED_MSG_ID_KEY, id,
                            Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, Long.toString(timestamp),
                            Webhook.UNBRANDED_MSG_SIGNATURE_KEY, signature));
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            return new Outcome.Rejected("cannot be signed: " + e.getMessage());
        }
    }
}
