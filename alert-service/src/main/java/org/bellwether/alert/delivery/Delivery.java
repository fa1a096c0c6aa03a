package org.bellwether.alert.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bellwether.alert.channel.ChannelKind;

/**
 * A message that somebody is to get: a row of the ledger.
 *
 * @param id from alert, subscription and channel, so that planning twice makes one
 * @param subscriptionId who gets it
 * @param channel by which
 * @param content {@code alert}, or the kind of a notice in lower case
 * @param alertId which alert; empty for a notice
 * @param attempts tries so far, the one under way included
 */
public record Delivery(
        String id, String subscriptionId, ChannelKind channel, String content, String alertId, int attempts) {

    /** Content of a row that is an alert. */
    static final String ALERT = "alert";

    static Delivery ofAlert(String alertId, String subscriptionId, ChannelKind channel) {
        String id = hash(alertId, subscriptionId, channel.id());
        return new Delivery(id, subscriptionId, channel, ALERT, alertId, 0);
    }

    /**
     * @param occasion tells this notice from others of its kind
     */
    static Delivery ofNotice(String kind, String occasion, String subscriptionId, ChannelKind channel) {
        return new Delivery(hash(kind, occasion, subscriptionId), subscriptionId, channel, kind, "", 0);
    }

    boolean isAlert() {
        return content.equals(ALERT);
    }

    private static String hash(String... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(sha256.digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
