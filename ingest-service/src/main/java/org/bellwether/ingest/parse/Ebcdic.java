package org.bellwether.ingest.parse;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Documents from mainframes: in all flavours of EBCDIC the declaration's letters are the same (XML 1.0 appendix F). */
final class Ebcdic {

    private static final Charset ANY = Charset.forName("IBM037");
    /** Quotation marks are not the same in all. */
    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*.\\s*([\\w.:-]+)");

    private static final int[] DECLARATION = {0x4C, 0x6F, 0xA7, 0x94, 0x93};
    private static final int HEAD_BYTES = 200;

    private Ebcdic() {}

    static boolean is(byte[] body) {
        if (body.length < DECLARATION.length) {
            return false;
        }
        for (int i = 0; i < DECLARATION.length; i++) {
            if ((body[i] & 0xFF) != DECLARATION[i]) {
                return false;
            }
        }
        return true;
    }

    /** The flavour the declaration names. */
    static Charset of(byte[] body) {
        Matcher encoding = ENCODING.matcher(new String(Arrays.copyOf(body, Math.min(HEAD_BYTES, body.length)), ANY));
        Charset named = encoding.find() ? CharsetNames.find(encoding.group(1)) : null;
        // A flavour in which its own declaration cannot be read is not the one.
        return named != null && new String(body, 0, DECLARATION.length, named).equals("<?xml") ? named : ANY;
    }
}
