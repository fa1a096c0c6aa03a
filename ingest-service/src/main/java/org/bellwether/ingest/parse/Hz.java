package org.bellwether.ingest.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HZ (RFC 1843), which writes Chinese in ASCII between <code>~{</code> and <code>~}</code>, and which this platform does not know. */
final class Hz {

    private static final Set<String> NAMES = Set.of("hz", "hzgb", "hzgb2312");
    private static final Pattern SHIFTED = Pattern.compile("~(?:\\{([!-}]*+)(?:~})?|(~)|\\r?\\n)");
    private static final Charset CHINESE = Charset.forName("GBK");

    private Hz() {}

    static boolean is(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }

    static String decoded(String text) {
        return SHIFTED.matcher(text).replaceAll(run -> {
            if (run.group(1) == null) {
                // A tilde stands for itself when written twice, and hides the end of a line.
                return run.group(2) == null ? "" : "~";
            }
            byte[] bytes = run.group(1).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] |= (byte) 0x80;
            }
            return Matcher.quoteReplacement(new String(bytes, CHINESE));
        });
    }
}
