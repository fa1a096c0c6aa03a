package org.bellwether.ingest.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
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

    /** How much more of a document has to be readable as something else before that refutes what is said of it. */
    private static final double CLEARLY = 0.15;

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
            String text =
                    marked.equals(StandardCharsets.UTF_8) ? unbroken(body, marked, repairs) : new String(body, marked);
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
            if (isOfOneByte(charset) && !charset.equals(claimed) && nearly(body, claims) != null) {
                // It fits any bytes, so it does not refute a claim that only some bytes do not fit.
                break;
            }
            String text = sound(body, charset);
            // Western fits any bytes, so it only stands where UTF-8 does not.
            boolean westernByMistake = WESTERN.equals(charset) && strictly(body, StandardCharsets.UTF_8) != null;
            if (text != null && (!westernByMistake || isAscii(body))) {
                if (!charset.equals(claimed) && !isAscii(body)) {
                    repairs.note("charset", saidToBe(stated) + " but is " + claim, 1);
                }
                return new Decoded(text, claim);
            }
        }
        Decoding nearly = nearly(body, claims);
        Decoding guess = CharsetGuess.of(body);
        boolean holds = nearly != null && (isAnyBytes(guess) || guess.share() <= nearly.share() + CLEARLY);
        // What stood in for a charset that there is not is told where that is told.
        boolean told = !holds && stated.isEmpty() && !said.unknown().isEmpty();
        Decoding read = nearly != null && holds ? nearly : withSoundUtf8(body, guess);
        tell(read, stated, claimed, told ? new Repairs() : repairs);
        return new Decoded(read.text(), name(read.charset()));
    }

    /** The first of the claims that holds but for a few places; UTF-8 where it holds better, as no other text resembles it. */
    private static @Nullable Decoding nearly(byte[] body, List<String> claims) {
        Decoding utf8 = Decoding.ofLikely(body, StandardCharsets.UTF_8);
        Decoding best = utf8 != null && utf8.sound() > utf8.faults() ? utf8 : null;
        for (String claim : claims) {
            Charset charset = byName(claim);
            if (charset == null || charset.equals(StandardCharsets.UTF_8)) {
                continue;
            }
            Decoding read = Decoding.ofLikely(body, charset);
            if (read == null || read.faults() == 0 || read.sound() < 2L * read.faults()) {
                continue;
            }
            if (best == null || read.share() >= best.share()) {
                return read;
            }
        }
        return best;
    }

    /** Of a Western text the words in UTF-8 are read as that: nobody writes such pairs of letters. */
    private static Decoding withSoundUtf8(byte[] body, Decoding guess) {
        if (!guess.charset().equals(WESTERN)) {
            return guess;
        }
        Decoding utf8 = Decoding.ofLikely(body, StandardCharsets.UTF_8);
        return utf8 != null && utf8.sound() > 0 ? utf8 : guess;
    }

    private static boolean isAnyBytes(Decoding guess) {
        return isOfOneByte(guess.charset());
    }

    private static boolean isOfOneByte(Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        return !charset.equals(StandardCharsets.UTF_8)
                && decoder.averageCharsPerByte() == 1
                && decoder.maxCharsPerByte() == 1;
    }

    private static void tell(Decoding read, List<String> stated, @Nullable Charset claimed, Repairs repairs) {
        String broken = read.faults() == 0 ? "" : read.faultsTold();
        boolean asSaid = read.charset().equals(claimed);
        String utf8 = read.charset().equals(StandardCharsets.UTF_8)
                ? "; they were read as windows-1252 where they are single, else they are shown as \uFFFD"
                : "; they are shown as \uFFFD";
        if (asSaid) {
            repairs.note(
                    "charset", "The document is " + name(read.charset()) + " with " + broken + utf8, read.firstLine());
            return;
        }
        String wrong =
                stated.isEmpty() ? "The document names no charset, and is not UTF-8" : saidToBe(stated) + " but is not";
        repairs.note(
                "charset",
                wrong + "; it was read as " + name(read.charset()) + (broken.isEmpty() ? "" : " with " + broken + utf8),
                broken.isEmpty() ? 1 : read.firstLine());
    }

    private static String unbroken(byte[] body, Charset marked, Repairs repairs) {
        String text = strictly(body, marked);
        if (text != null) {
            return text;
        }
        Decoding read = Decoding.of(body, marked);
        tell(read, List.of(), marked, repairs);
        return read.text();
    }

    private static String saidToBe(List<String> stated) {
        return "The document says it is " + stated.stream().findFirst().orElse("UTF-8");
    }

    private static String name(Charset charset) {
        return charset.equals(KOREAN) ? "EUC-KR (CP949)" : charset.name();
    }

    private static boolean isSaidToBeUtf8(List<String> stated) {
        return stated.stream().anyMatch(name -> StandardCharsets.UTF_8.equals(byName(name)));
    }

    private static @Nullable String sound(byte[] body, Charset charset) {
        String text = strictly(body, charset);
        boolean cut = text != null
                && Decoding.mayLackBracket(text, charset)
                && Decoding.of(body, charset).faults() > 0;
        return cut ? null : text;
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
