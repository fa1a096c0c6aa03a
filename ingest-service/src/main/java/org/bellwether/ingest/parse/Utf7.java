package org.bellwether.ingest.parse;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** UTF-7 (RFC 2152), which this platform does not know and a few old mail gateways still write. */
final class Utf7 {

    private static final Set<String> NAMES = Set.of("utf7", "u7", "unicode11utf7", "csunicode11utf7");
    private static final Pattern SHIFTED = Pattern.compile("\\+([A-Za-z0-9+/]*+)-?");

    private Utf7() {}

    static boolean is(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }

    /** What cannot be decoded is left as it stands. */
    static String decoded(String text) {
        return SHIFTED.matcher(text).replaceAll(run -> Matcher.quoteReplacement(decoded(run.group(1), run.group())));
    }

    private static String decoded(String base64, String stated) {
        if (base64.isEmpty()) {
            return stated.equals("+-") ? "+" : stated;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return new String(bytes, 0, bytes.length - bytes.length % 2, StandardCharsets.UTF_16BE);
        } catch (IllegalArgumentException e) {
            return stated;
        }
    }
}
