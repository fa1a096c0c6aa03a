package org.bellwether.ingest.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text. A byte order mark decides; then what HTTP and the XML declaration say is believed only as far as the bytes bear it
 * out (RFC 7303 gives the order, the bytes have the last word).
 */
final class CharsetDetection {

    private static final Charset KOREAN = Charset.forName("x-windows-949");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private CharsetDetection() {}

    /** A text, and the name of the charset it was read as. */
    private record Decoded(String text, String charset) {}

    /** The document's text without byte order mark. */
    static String decode(byte[] body, @Nullable String contentType, Repairs repairs) {
        return decode(body, CharsetClaims.of(body, contentType, CharsetDetection::exists), repairs);
    }

    /** The same of an HTML page, where a {@code meta} may say (HTML Standard, "determining the character encoding"). */
    static String decodePage(byte[] body, @Nullable String contentType, Repairs repairs) {
        return decode(body, CharsetClaims.ofPage(body, contentType, CharsetDetection::exists), repairs);
    }

    private static String decode(byte[] body, CharsetClaims claims, Repairs repairs) {
        Decoded decoded = decoded(body, claims, repairs);
        claims.tellUnknown(decoded.charset(), repairs);
        return decoded.text();
    }

    private static boolean exists(String name) {
        return CharsetNames.find(name) != null || Utf7.is(name) || Hz.is(name);
    }

    private static Decoded decoded(byte[] body, CharsetClaims claims, Repairs repairs) {
        Charset marked = marked(body);
        if (marked != null) {
            String text = new String(body, marked);
            return new Decoded(text.startsWith("\uFEFF") ? text.substring(1) : text, marked.name());
        }
        Charset shown = Ebcdic.is(body) ? Ebcdic.of(body) : shownByZeros(body);
        if (shown != null) {
            return new Decoded(new String(body, shown), shown.name());
        }
        if (claims.known().stream().anyMatch(Utf7::is) && isAscii(body)) {
            return new Decoded(Utf7.decoded(new String(body, StandardCharsets.US_ASCII)), "UTF-7");
        }
        if (claims.known().stream().anyMatch(Hz::is) && isAscii(body)) {
            return new Decoded(Hz.decoded(new String(body, StandardCharsets.US_ASCII)), "HZ-GB-2312");
        }
        return byClaims(body, claims, repairs);
    }

    private static Decoded byClaims(byte[] body, CharsetClaims said, Repairs repairs) {
        List<String> stated = said.known();
        List<String> claims = new ArrayList<>(stated);
        claims.add("UTF-8");
        Charset claimed = byName(claims.get(0));
        if (!StandardCharsets.UTF_8.equals(claimed)
                && isSaidToBeUtf8(stated)
                && !isAscii(body)
                && strictly(body, StandardCharsets.UTF_8) != null) {
            // Nothing else but UTF-8 happens to be well-formed UTF-8, so of two claims this one is true.
            claims.add(0, "UTF-8");
        }
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
                    repairs.note(
                            "charset",
                            "The document says it is "
                                    + stated.stream().findFirst().orElse("UTF-8") + " but is " + claim,
                            1);
                }
                return new Decoded(text, claim);
            }
        }
        if (stated.isEmpty() && !said.unknown().isEmpty()) {
            // What stood in for a charset that there is not is told where that is told.
            return guessed(body, "", new Repairs());
        }
        String wrong = stated.isEmpty()
                ? "The document names no charset, and is not UTF-8"
                : "The document says it is " + stated.get(0) + " but is not";
        return guessed(body, wrong, repairs);
    }

    private static boolean isSaidToBeUtf8(List<String> stated) {
        return stated.stream().anyMatch(name -> StandardCharsets.UTF_8.equals(byName(name)));
    }

    private static Decoded guessed(byte[] body, String wrong, Repairs repairs) {
        String replaced = new String(body, StandardCharsets.UTF_8);
        long broken = replaced.chars().filter(c -> c == '\uFFFD').count();
        long sound = replaced.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
        if (sound > broken) {
            repairs.note("charset", "The document is UTF-8 with broken characters, which are shown as \uFFFD", 1);
            return new Decoded(replaced, "UTF-8");
        }
        Charset likely = CharsetGuess.of(body);
        String name = likely.equals(KOREAN) ? "EUC-KR (CP949)" : likely.name();
        repairs.note("charset", wrong + "; it was read as " + name, 1);
        return new Decoded(new String(body, likely), name);
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

    private static @Nullable Charset byName(String name) {
        Charset charset = CharsetNames.find(name);
        // The bytes have been seen to be one byte a letter: a claim of UTF-16 or UTF-32 cannot be true.
        return charset == null
                        || charset.name().startsWith("UTF-16")
                        || charset.name().startsWith("UTF-32")
                ? null
                : charset;
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

    /** XML 1.0 appendix F: the first characters are ASCII, so the zeros around them tell the width. */
    private static @Nullable Charset shownByZeros(byte[] b) {
        if (b.length < 4) {
            return null;
        }
        int zeros = (b[0] == 0 ? 8 : 0) + (b[1] == 0 ? 4 : 0) + (b[2] == 0 ? 2 : 0) + (b[3] == 0 ? 1 : 0);
        return switch (zeros) {
            case 0b1110 -> Charset.forName("UTF-32BE");
            case 0b0111 -> Charset.forName("UTF-32LE");
            case 0b1010 -> StandardCharsets.UTF_16BE;
            case 0b0101 -> StandardCharsets.UTF_16LE;
            default -> null;
        };
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
