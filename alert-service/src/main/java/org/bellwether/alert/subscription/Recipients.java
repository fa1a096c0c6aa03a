package org.bellwether.alert.subscription;

import org.bellwether.alert.channel.Links;
import org.bellwether.alert.channel.Notice;
import org.bellwether.alert.channel.Recipient;
import org.bellwether.alert.subscription.Tokens.Purpose;
import org.bellwether.alert.text.Words;

/** Turns a subscription into who gets the message, with the links made for them. */
public final class Recipients {

    private final SigningKey key;
    private final String publicUrl;

    /**
     * @param publicUrl where readers reach the service
     */
    public Recipients(SigningKey key, String publicUrl) {
        this.key = key;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    public Recipient of(Subscription subscription) {
        Tokens tokens = key.tokens();
        Links links = new Links(
                publicUrl,
                tokens.token(Purpose.MANAGE, subscription.id()),
                tokens.token(Purpose.UNSUBSCRIBE, subscription.id()));
        return new Recipient(
                subscription.address(),
                subscription.language(),
                subscription.preset(),
                links,
                tokens.webhookSecret(subscription.id()));
    }

    public Notice notice(Notices.Kind kind, Subscription subscription) {
        Words words = Words.in(subscription.language());
        String prefix = kind == Notices.Kind.CONFIRM ? "notice_confirm_" : "notice_known_";
        String link = kind == Notices.Kind.CONFIRM
                ? publicUrl + "/confirm/" + key.tokens().confirmToken(subscription.id(), subscription.since())
                : of(subscription).links().manage();
        return new Notice(
                words.of(prefix + "subject"),
                words.of(prefix + "body"),
                words.of(prefix + "action"),
                link,
                words.of(prefix + "footer"),
                subscription.language());
    }
}
