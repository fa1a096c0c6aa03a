package org.bellwether.ingest.api.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.bellwether.ingest.catalogue.FeedMembers;

/** Tells by a few characters, which a form can carry, whether a feed is stated as it was when the form was shown. */
final class Fingerprint {

    private Fingerprint() {}

    /** SHA-256 of the members, in hexadecimal. */
    static String of(FeedMembers stated) {
        String all = stated.values().entrySet().stream()
                .map(member -> member.getKey() + "\0" + member.getValue() + "\0")
                .collect(Collectors.joining());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
