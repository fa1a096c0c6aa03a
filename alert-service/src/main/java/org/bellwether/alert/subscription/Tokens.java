package org.bellwether.alert.subscription;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys in links: {@code <subscription id>.<HMAC-SHA256 over purpose and id>}, and for the link to confirm
 * {@code <subscription id>.<wish>-<HMAC-SHA256 over purpose, id and wish>}, so that the link of one wish confirms no
 * later one. Every mail must carry its links, so
 * they have to be made again at any time; a random token could not, if only its hash were kept. This way nothing about a
 * token is stored at all, and none can be guessed (256 bits) or turned into another: the manage link of a forwarded mail
 * cannot be made from its unsubscribe link.
 */
public final class Tokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern TOKEN =
            Pattern.compile("(?<id>[0-9a-f]{32})\\.((?<wish>[0-9a-f]{1,15})-)?[A-Za-z0-9_-]+");

    private final SecretKeySpec key;

    /**
     * @param key at least 32 bytes
     */
    public Tokens(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("the signing key must have at least 32 bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** What a link is good for. */
    public enum Purpose {
        CONFIRM,
        MANAGE,
        UNSUBSCRIBE
    }

    /** For a link to change or end a subscription. */
    public String token(Purpose purpose, String subscriptionId) {
        return subscriptionId + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(purpose.name(), subscriptionId));
    }

    /**
     * For a link that confirms what was asked for.
     *
     * @param since when it was asked for, to the millisecond (UTC)
     */
    public String confirmToken(String subscriptionId, Instant since) {
        String wish = Long.toHexString(since.toEpochMilli());
        String mac = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac(Purpose.CONFIRM.name(), subscriptionId + "\n" + wish));
        return subscriptionId + "." + wish + "-" + mac;
    }

    /**
     * What a link is for.
     *
     * @param subscriptionId which subscription
     * @param wish for a link to confirm, when that was asked for (UTC); absent for others
     */
    public record Opened(String subscriptionId, @Nullable Instant wish) {}

    /** What a link from outside is for; empty when we did not make it, or for another purpose. */
    public Optional<Opened> open(Purpose purpose, String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String id = parts.group("id");
        @Nullable Instant wish = purpose == Purpose.CONFIRM ? wish(parts.group("wish")) : null;
        if (purpose == Purpose.CONFIRM && wish == null) {
            return Optional.empty();
        }
        String ours = wish == null ? token(purpose, id) : confirmToken(id, wish);
        boolean same =
                MessageDigest.isEqual(ours.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        return same ? Optional.of(new Opened(id, wish)) : Optional.empty();
    }

    private static @Nullable Instant wish(@Nullable String millis) {
        return millis == null ? null : Instant.ofEpochMilli(Long.parseLong(millis, 16));
    }

    /** The secret that a webhook's posts are signed with: {@code whsec_<base64>} (Standard Webhooks). */
    public String webhookSecret(String subscriptionId) {
        return "whsec_" + Base64.getEncoder().encodeToString(mac("webhook-secret", subscriptionId));
    }

    private byte[] mac(String purpose, String subscriptionId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(
                    (purpose.toLowerCase(Locale.ROOT) + "\n" + subscriptionId).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
