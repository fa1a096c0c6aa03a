package org.bellwether.ingest.item;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Tells a correction from a reprint: equal for texts that read alike. White space, invisible format characters and the
 * Unicode form (composed or not) are no difference; markup is gone before it gets here.
 */
public final class ContentHash {

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private ContentHash() {}

    /** {@code sha256:<hex>} over title and text. */
    public static String of(String title, String text) {
        return "sha256:" + Sha256.hex(normalised(title) + "\n" + normalised(text));
    }

    private static String normalised(String text) {
        String visible = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("");
        return SPACE.matcher(visible).replaceAll(" ").strip();
    }
}
