package org.bellwether.ingest.push;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * What only a hub and this service know of a subscription. Neither is ever logged or shown.
 *
 * @param token last part of the callback's address: the feed's id, a dot, and 192 random bits
 * @param secret key of the signatures of what is pushed: 256 random bits; told to hubs on https only
 */
public record Credentials(String token, String secret) {

    private static final char AFTER_ID = '.';
    private static final int TOKEN_BYTES = 24;
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_TOKEN = 200;

    static Credentials fresh(String feedId, SecureRandom random) {
        return new Credentials(feedId + AFTER_ID + word(random, TOKEN_BYTES), word(random, SECRET_BYTES));
    }

    /** Whose callback it would be, if it is one; ids of feeds have no dots. */
    static Optional<String> feedOf(String token) {
        int dot = token.indexOf(AFTER_ID);
        return dot < 1 || token.length() > LONGEST_TOKEN ? Optional.empty() : Optional.of(token.substring(0, dot));
    }

    /** Takes as long whether much or little of it is right. */
    boolean hasToken(String given) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Credentials[…]";
    }

    private static String word(SecureRandom random, int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }
}
