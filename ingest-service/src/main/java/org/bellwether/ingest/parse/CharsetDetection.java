package org.bellwether.ingest.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text. A byte order mark decides; then what HTTP and the XML declaration say is believed only as far as the bytes bear it
 * out (RFC 7303 gives the order, the bytes have the last word). For one document.
 */
final class CharsetDetection {

    /** How much more of a document has to be readable as something else before that refutes what is said of it. */
    private static final double CLEARLY = 0.15;

    private final byte[] body;
    private final CharsetClaims said;
    private final Repairs repairs;
    private final boolean ascii;

    /** The names of the charsets it may be in, the one that counts first. */
    private final List<String> believed;

    /** The first charset that is said; null when there is none, or it cannot be. */
    private final @Nullable Charset claimed;

    private CharsetDetection(byte[] body, CharsetClaims said, Repairs repairs) {
        this.body = body;
        this.said = said;
        this.repairs = repairs;
        this.ascii = isAscii(body);
        this.claimed = claimed(said.known().stream().findFirst().orElse("UTF-8"));
        this.believed = ascii ? said.known() : believed();
    }

    /** A text, and the name of the charset it was read as. */
    private record Decoded(String text, String charset) {}

    /** The document's text without byte order mark. */
    static String decode(byte[] body, @Nullable String contentType, Repairs repairs) {
        String shown = FirstBytes.text(body, contentType, repairs);
        return shown == null ? decode(body, CharsetClaims.of(body, contentType, CharsetNames::exists), repairs) : shown;
    }

    /** The same of an HTML page, where a {@code meta} may say (HTML Standard, "determining the character encoding"). */
    static String decodePage(byte[] body, @Nullable String contentType, Repairs repairs) {
        String shown = FirstBytes.text(body, contentType, repairs);
        return shown == null
                ? decode(body, CharsetClaims.ofPage(body, contentType, CharsetNames::exists), repairs)
                : shown;
    }

    private static String decode(byte[] body, CharsetClaims claims, Repairs repairs) {
        Decoded decoded = FirstBytes.isMarkedUtf8(body)
                ? markedUtf8(body, claims, repairs)
                : new CharsetDetection(body, claims, repairs).unmarked();
        claims.tellUnknown(decoded.charset(), repairs);
        return decoded.text();
    }

    /** A mark that nothing behind it bears out is that of some file in front, which the output of a program follows. */
    private static Decoded markedUtf8(byte[] body, CharsetClaims claims, Repairs repairs) {
        String text = StrictDecoder.text(body, StandardCharsets.UTF_8);
        if (text != null) {
            claims.tellWrong(StandardCharsets.UTF_8, repairs);
            return new Decoded(text.substring(1), "UTF-8");
        }
        Decoding read = TolerantDecoder.likely(body, StandardCharsets.UTF_8);
        // The mark itself is a sound one.
        if (read != null && read.sound() - 1 > read.faults().places()) {
            tellBroken(read, repairs);
            return new Decoded(read.text().substring(1), "UTF-8");
        }
        byte[] behind = Arrays.copyOfRange(body, FirstBytes.MARK_OF_UTF_8, body.length);
        Decoded other = new CharsetDetection(behind, claims, repairs).unmarked();
        if (repairs.of("charset").isEmpty()) {
            repairs.note("charset", "The document has the mark of UTF-8 but is " + other.charset(), 1);
        }
        return other;
    }

    private Decoded unmarked() {
        if (said.known().stream().anyMatch(Utf7::is) && ascii) {
            return new Decoded(Utf7.decoded(new String(body, StandardCharsets.US_ASCII)), "UTF-7");
        }
        if (said.known().stream().anyMatch(Hz::is) && ascii) {
            return new Decoded(Hz.decoded(new String(body, StandardCharsets.US_ASCII)), "HZ-GB-2312");
        }
        Decoded whole = whole();
        return whole == null ? broken() : whole;
    }

    /** As the first of the claims that all bytes bear out; null when none does. */
    private @Nullable Decoded whole() {
        List<String> claims = new ArrayList<>(believed);
        boolean utf8 = !ascii
                && !StandardCharsets.UTF_8.equals(claimed)
                && StrictDecoder.text(body, StandardCharsets.UTF_8) != null;
        // Nothing else but UTF-8 happens to be well-formed UTF-8, so of two claims this one is true.
        claims.add(utf8 && isSaidToBeUtf8() ? 0 : claims.size(), "UTF-8");
        for (String claim : claims) {
            Charset charset = byName(claim);
            if (charset == null) {
                continue;
            }
            if (CharsetNames.isOfOneByte(charset) && !charset.equals(claimed) && nearly() != null) {
                // It fits any bytes, so it does not refute a claim that only some bytes do not fit.
                return null;
            }
            String text = StrictDecoder.whole(body, charset);
            if (text != null) {
                if (!ascii && !charset.equals(claimed)) {
                    repairs.note("charset", saidToBe() + " but is " + claim, 1);
                }
                return new Decoded(text, claim);
            }
        }
        return null;
    }

    private Decoded broken() {
        Decoding nearly = nearly();
        Decoding guess = CharsetGuess.of(body);
        boolean holds = nearly != null
                && (CharsetNames.isOfOneByte(guess.charset()) || guess.share() <= nearly.share() + CLEARLY);
        Decoding read = nearly != null && holds ? nearly : withSoundUtf8(guess);
        if (read.charset().equals(claimed)) {
            tellBroken(read, repairs);
        } else if (holds || !said.known().isEmpty() || said.unknown().isEmpty()) {
            // Else it stands in for a charset that there is not, and is told where that is told.
            tellOther(read);
        }
        return new Decoded(read.text(), CharsetNames.shown(read.charset()));
    }

    /** As the first of the claims that holds but for a few places; UTF-8 where it holds better, as no other text resembles it. */
    private @Nullable Decoding nearly() {
        Decoding utf8 = TolerantDecoder.likely(body, StandardCharsets.UTF_8);
        Decoding best = utf8 != null && utf8.sound() > utf8.faults().places() ? utf8 : null;
        for (String claim : believed) {
            Charset charset = byName(claim);
            if (charset == null || charset.equals(StandardCharsets.UTF_8)) {
                continue;
            }
            Decoding read = TolerantDecoder.likely(body, charset);
            if (read == null
                    || read.isWhole()
                    || read.sound() < 2L * read.faults().places()) {
                continue;
            }
            if (best == null || read.share() >= best.share()) {
                return read;
            }
        }
        return best;
    }

    /** Of a Western text the words in UTF-8 are read as that: nobody writes such pairs of letters. */
    private Decoding withSoundUtf8(Decoding guess) {
        if (!guess.charset().equals(CharsetNames.WESTERN)) {
            return guess;
        }
        Decoding utf8 = TolerantDecoder.likely(body, StandardCharsets.UTF_8);
        return utf8 != null && utf8.sound() > 0 ? utf8 : guess;
    }

    /**
     * Any bytes fit a charset of one byte, and servers name one that nobody chose: it loses to one of several bytes that the document names and
     * bears out, to UTF-8, and the Western one, which is the usual default, to Korean and to one of one byte that is named besides, where letters
     * from C0 on stand together, as other scripts do in ISO 8859 and windows charsets. A byte beyond ASCII refutes that it is ASCII.
     */
    private List<String> believed() {
        List<String> several = said.known().stream()
                .filter(name -> !CharsetNames.isOfOneByte(byName(name)))
                .toList();
        if (several.size() == said.known().size()
                || Stream.concat(several.stream(), Stream.of("UTF-8")).anyMatch(this::isBorneOut)) {
            return several;
        }
        if (said.known().stream().anyMatch(CharsetDetection::isWestern) && CharsetGuess.isKorean(body)) {
            return List.of("EUC-KR");
        }
        boolean foreign =
                said.known().stream().anyMatch(name -> CharsetNames.isOfOneByte(byName(name)) && !isWestern(name))
                        && CharsetGuess.mostlyBeyondAscii(body);
        return said.known().stream()
                .filter(name -> !CharsetNames.isAscii(name) && !(foreign && isWestern(name)))
                .toList();
    }

    private static boolean isWestern(String name) {
        return CharsetNames.WESTERN.equals(byName(name));
    }

    private boolean isBorneOut(String name) {
        Charset charset = byName(name);
        return charset != null && CharsetGuess.isNearlySound(TolerantDecoder.likely(body, charset));
    }

    private static void tellBroken(Decoding read, Repairs repairs) {
        repairs.note(
                "charset",
                "The document is " + CharsetNames.shown(read.charset()) + " with " + read.faultsTold(),
                read.faults().firstLine());
    }

    private void tellOther(Decoding read) {
        String wrong =
                said.known().isEmpty() ? "The document names no charset, and is not UTF-8" : saidToBe() + " but is not";
        repairs.note(
                "charset",
                wrong + "; it was read as " + CharsetNames.shown(read.charset())
                        + (read.isWhole() ? "" : " with " + read.faultsTold()),
                read.isWhole() ? 1 : read.faults().firstLine());
    }

    private String saidToBe() {
        return "The document says it is " + said.known().stream().findFirst().orElse("UTF-8");
    }

    private boolean isSaidToBeUtf8() {
        return said.known().stream().anyMatch(name -> StandardCharsets.UTF_8.equals(byName(name)));
    }

    /** Of bytes beyond ASCII nothing is ASCII, which else means the Western one. */
    private @Nullable Charset claimed(String name) {
        return !ascii && CharsetNames.isAscii(name) ? StandardCharsets.US_ASCII : byName(name);
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

    private static boolean isAscii(byte[] body) {
        for (byte b : body) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
