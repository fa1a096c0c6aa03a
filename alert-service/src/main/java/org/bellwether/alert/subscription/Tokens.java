package org.bellwether.alert.subscription;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys in links: {@code <subscription id>.<HMAC-SHA256 over purpose and id>}. Every mail must carry its links, so
 * they have to be made again at any time; a random token could not, if only its hash were kept. This way nothing about a
 * token is stored at all, and none can be guessed (256 bits) or turned into another: the manage link of a forwarded mail
 * cannot be made from its unsubscribe link.
 */
public final class Tokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String ID = "[0-9a-f]{32}";

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

    public String token(Purpose purpose, String subscriptionId) {
        return subscriptionId + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(purpose.name(), subscriptionId));
    }

    /** The subscription that a link from outside is for; empty when we did not make it, or for another purpose. */
    public Optional<String> subscription(Purpose purpose, String token) {
        String id = token.split("\\.", 2)[0];
        if (!id.matches(ID)) {
            return Optional.empty();
        }
        boolean ours = MessageDigest.isEqual(
                token(purpose, id).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        return ours ? Optional.of(id) : Optional.empty();
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
