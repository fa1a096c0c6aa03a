package org.bellwether.alert.channel;

import org.bellwether.events.Alert;

/** Mail in HTML and text, unsubscribed by one click (RFC 8058). */
public final class EmailChannel implements Channel {

    private final EmailRenderer renderer;
    private final MailTransport transport;

    public EmailChannel(EmailRenderer renderer, MailTransport transport) {
        this.renderer = renderer;
        this.transport = transport;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.EMAIL;
    }

    @Override
    public Outcome send(String deliveryId, Alert alert, Recipient recipient) {
        return transport.send(recipient.address(), renderer.alert(deliveryId, alert, recipient));
    }

    @Override
    public Outcome send(String noticeId, Notice notice, Recipient recipient) {
        return transport.send(recipient.address(), renderer.notice(noticeId, notice));
    }
}
