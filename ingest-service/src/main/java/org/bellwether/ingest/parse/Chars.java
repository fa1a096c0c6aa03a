package org.bellwether.ingest.parse;

import java.nio.charset.Charset;

/**
 * A run of text. The control characters U+0080 to U+009F, which nobody writes on purpose, are what windows-1252 has in their place, as in
 * HTML (WHATWG HTML §13.2.5.80): the one numbered 146 is the apostrophe it was meant to be.
 */
record Chars(String value) implements Part {

    private static final char FIRST = 0x80;
    private static final char LAST = 0x9F;
    private static final String MEANT = meant();

    Chars {
        value = corrected(value);
    }

    private static String corrected(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST && c <= LAST) {
                return corrected(text, i);
            }
        }
        return text;
    }

    private static String corrected(String text, int from) {
        StringBuilder out = new StringBuilder(text);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST && c <= LAST) {
                out.setCharAt(i, MEANT.charAt(c - FIRST));
            }
        }
        return out.toString();
    }

    private static String meant() {
        byte[] all = new byte[LAST - FIRST + 1];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (FIRST + i);
        }
        return new String(all, Charset.forName("windows-1252"));
    }
}
