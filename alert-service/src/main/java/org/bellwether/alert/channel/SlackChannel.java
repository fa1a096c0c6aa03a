package org.bellwether.alert.channel;

import java.util.Map;
import org.bellwether.events.Alert;

/** Slack incoming webhooks. */
public final class SlackChannel implements Channel {

    private final SlackRenderer renderer;
    private final PostTransport transport;

    public SlackChannel(SlackRenderer renderer, PostTransport transport) {
        this.renderer = renderer;
        this.transport = transport;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.SLACK;
    }

    @Override
    public Outcome send(String deliveryId, Alert alert, Recipient recipient) {
        return transport.post(recipient.address(), renderer.alert(alert, recipient), Map.of());
    }

    @Override
    public Outcome send(String noticeId, Notice notice, Recipient recipient) {
        return transport.post(recipient.address(), renderer.notice(notice), Map.of());
    }
}
