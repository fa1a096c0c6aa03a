package org.bellwether.classify.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What people judged, by its words: {@code sha256:} and the hexadecimal hash of title, line feed and text in UTF-8, each in
 * Unicode's composed form (NFC), with every run of white space one space and none at its ends.
 */
public final class TextHash {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private TextHash() {}

    /** The same however the two were set or transferred. */
    public static String of(String title, String text) {
        byte[] words = (normal(title) + '\n' + normal(text)).getBytes(StandardCharsets.UTF_8);
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(words));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String normal(String text) {
        return WHITE_SPACE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }
}
