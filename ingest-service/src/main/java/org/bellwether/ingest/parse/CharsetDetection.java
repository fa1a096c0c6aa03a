package org.bellwether.ingest.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text. A byte order mark decides; then what HTTP and the XML declaration say is believed only as far as the bytes bear it
 * out (RFC 7303 gives the order, the bytes have the last word).
 */
final class CharsetDetection {

    private static final Charset KOREAN = Charset.forName("x-windows-949");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** Names that mean a superset of what they say (WHATWG Encoding §4.2). */
    private static final Map<String, Charset> MEANT = Map.ofEntries(
            Map.entry("euc-kr", KOREAN),
            Map.entry("euc_kr", KOREAN),
            Map.entry("euckr", KOREAN),
            Map.entry("ks_c_5601-1987", KOREAN),
            Map.entry("ksc5601", KOREAN),
            Map.entry("cp949", KOREAN),
            Map.entry("ms949", KOREAN),
            Map.entry("uhc", KOREAN),
            Map.entry("iso-8859-1", WESTERN),
            Map.entry("latin1", WESTERN),
            Map.entry("us-ascii", WESTERN),
            Map.entry("ascii", WESTERN),
            Map.entry("gb2312", Charset.forName("GB18030")),
            Map.entry("gbk", Charset.forName("GB18030")),
            Map.entry("shift_jis", Charset.forName("windows-31j")),
            Map.entry("sjis", Charset.forName("windows-31j")),
            Map.entry("utf8", StandardCharsets.UTF_8),
            Map.entry("unicode-1-1-utf-8", StandardCharsets.UTF_8));

    private CharsetDetection() {}

    /** A text, and the name of the charset it was read as. */
    private record Decoded(String text, String charset) {}

    /** The document's text without byte order mark. */
    static String decode(byte[] body, @Nullable String contentType, Repairs repairs) {
        CharsetClaims claims = CharsetClaims.of(body, contentType, CharsetDetection::exists);
        Decoded decoded = decoded(body, claims.known(), repairs);
        claims.tellUnknown(decoded.charset(), repairs);
        return decoded.text();
    }

    private static Decoded decoded(byte[] body, List<String> claims, Repairs repairs) {
        Charset marked = marked(body);
        if (marked != null) {
            String text = new String(body, marked);
            return new Decoded(text.startsWith("\uFEFF") ? text.substring(1) : text, marked.name());
        }
        Charset shown = shownByZeros(body);
        return shown == null ? byClaims(body, claims, repairs) : new Decoded(new String(body, shown), shown.name());
    }

    private static Decoded byClaims(byte[] body, List<String> stated, Repairs repairs) {
        List<String> claims = new ArrayList<>(stated);
        claims.add("UTF-8");
        Charset claimed = byName(claims.get(0));
        for (String claim : claims) {
            Charset charset = byName(claim);
            if (charset == null) {
                continue;
            }
            String text = strictly(body, charset);
            // Western fits any bytes, so it only stands where UTF-8 does not.
            boolean westernByMistake = WESTERN.equals(charset) && strictly(body, StandardCharsets.UTF_8) != null;
            if (text != null && (!westernByMistake || isAscii(body))) {
                if (!charset.equals(claimed) && !isAscii(body)) {
                    repairs.note("charset", "The document says it is " + claims.get(0) + " but is " + claim, 1);
                }
                return new Decoded(text, claim);
            }
        }
        String wrong = stated.isEmpty()
                ? "The document names no charset that there is, and is not UTF-8"
                : "The document says it is " + stated.get(0) + " but is not";
        return guessed(body, wrong, repairs);
    }

    private static Decoded guessed(byte[] body, String wrong, Repairs repairs) {
        String replaced = new String(body, StandardCharsets.UTF_8);
        long broken = replaced.chars().filter(c -> c == '\uFFFD').count();
        long sound = replaced.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
        if (sound > broken) {
            repairs.note("charset", "The document is UTF-8 with broken characters, which are shown as \uFFFD", 1);
            return new Decoded(replaced, "UTF-8");
        }
        String korean = strictly(body, KOREAN);
        if (korean != null && mostlyHangul(korean)) {
            repairs.note("charset", wrong + "; it was read as EUC-KR (CP949)", 1);
            return new Decoded(korean, "EUC-KR (CP949)");
        }
        repairs.note("charset", wrong + "; it was read as windows-1252", 1);
        return new Decoded(new String(body, WESTERN), "windows-1252");
    }

    private static boolean mostlyHangul(String text) {
        long hangul = text.chars().filter(c -> c >= 0xAC00 && c <= 0xD7A3).count();
        long beyondAscii = text.chars().filter(c -> c > 0x7F).count();
        return hangul * 2 > beyondAscii;
    }

    private static @Nullable String strictly(byte[] body, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            String text = new String(body, charset);
            // Replaces what is broken by this character, which few documents hold; much faster than the other way.
            if (text.indexOf('\uFFFD') < 0) {
                return text;
            }
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(
                            WESTERN.equals(charset) ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean exists(String name) {
        try {
            return MEANT.containsKey(name.toLowerCase(Locale.ROOT)) || Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private static @Nullable Charset byName(String name) {
        Charset meant = MEANT.get(name.toLowerCase(Locale.ROOT));
        if (meant != null) {
            return meant;
        }
        try {
            Charset charset = Charset.forName(name);
            // The bytes have been seen to be one byte a letter: a claim of UTF-16 or UTF-32 cannot be true.
            return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32") ? null : charset;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Charset marked(byte[] b) {
        if (startsWith(b, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(b, 0xFF, 0xFE, 0, 0) || startsWith(b, 0, 0, 0xFE, 0xFF)) {
            return Charset.forName("UTF-32");
        }
        boolean utf16 = startsWith(b, 0xFF, 0xFE) || startsWith(b, 0xFE, 0xFF);
        return utf16 ? StandardCharsets.UTF_16 : null;
    }

    /** XML 1.0 appendix F: the first character is {@code <}, so the zeros around it tell the width. */
    private static @Nullable Charset shownByZeros(byte[] b) {
        if (startsWith(b, 0, 0, 0, '<')) {
            return Charset.forName("UTF-32BE");
        }
        if (startsWith(b, '<', 0, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (startsWith(b, 0, '<', 0)) {
            return StandardCharsets.UTF_16BE;
        }
        return b.length > 3 && b[0] == '<' && b[1] == 0 && b[3] == 0 ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(byte[] body) {
        for (byte b : body) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
