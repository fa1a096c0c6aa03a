package org.bellwether.ingest.parse;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A charset of one byte a character that old publishers name and this platform does not have: ASCII below, and a table of the rest. */
final class TableCharset extends Charset {

    /** The characters up to the last byte, as the registries of charsets list them; U+FFFD where a byte has none. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry(
                    "hproman8",
                    "\u00A0ÀÂÈÊËÎÏ´ˋˆ¨˜ÙÛ₤¯Ýý°ÇçÑñ¡¿¤£¥§ƒ¢âêôûáéóúàèòùäëöüÅîØÆåíøæÄìÖÜÉïßÔÁÃãÐðÍÌÓÒÕõŠšÚŸÿÞþ·µ¶¾—¼½ªº«■»±\uFFFD"),
            Map.entry(
                    "iso885910",
                    "\u00A0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00ADŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ"),
            Map.entry(
                    "iso885914",
                    "\u00A0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00AD®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ"),
            Map.entry(
                    "koi8t",
                    "қғ‚Ғ„…†‡\uFFFD‰ҳ‹ҲҷҶ\uFFFDҚ‘’“”•–—\uFFFD™\uFFFD›\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDӯӮё¤ӣ¦§\uFFFD\uFFFD\uFFFD«¬\u00AD®\uFFFD°±²Ё\uFFFDӢ¶·\uFFFD№\uFFFD»\uFFFD\uFFFD\uFFFD©юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ"),
            Map.entry(
                    "cp1125",
                    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёҐґЄєІіЇї·√№¤■\u00A0"),
            Map.entry(
                    "cp720",
                    "\uFFFD\uFFFDéâ\uFFFDà\uFFFDçêëèïî\uFFFD\uFFFD\uFFFD\uFFFD\u0651\u0652ô¤\u0640ûù\u0621\u0622\u0623\u0624£\u0625\u0626\u0627\u0628\u0629\u062A\u062B\u062C\u062D\u062E\u062F\u0630\u0631\u0632\u0633\u0634\u0635«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\u0636\u0637\u0638\u0639\u063A\u0641µ\u0642\u0643\u0644\u0645\u0646\u0647\u0648\u0649\u064A≡\u064B\u064C\u064D\u064E\u064F\u0650≈°∙·√ⁿ²■\u00A0"),
            Map.entry(
                    "ptcp154",
                    "ҖҒӮғ„…ҶҮҲүҠӢҢҚҺҸҗ‘’“”•–—ҳҷҡӣңқһҹ\u00A0ЎўЈӨҘҰ§Ё©Ә«¬ӯ®Ҝ°ұІіҙө¶·ё№ә»јҪҫҝАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"),
            Map.entry(
                    "kz1048",
                    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏђ‘’“”•–—\uFFFD™љ›њқһџ\u00A0ҰұӘ¤Ө¦§Ё©Ғ«¬\u00AD®Ү°±Ііөµ¶·ё№ғ»әҢңүАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"));

    private static final Map<String, String> ALIASES = Map.of(
            "roman8", "hproman8",
            "r8", "hproman8",
            "latin6", "iso885910",
            "latin8", "iso885914",
            "pt154", "ptcp154",
            "cp154", "ptcp154",
            "cyrillicasian", "ptcp154",
            "rk1048", "kz1048",
            "ruscii", "cp1125");

    private static final int BYTES = 256;

    private final String upper;

    private TableCharset(String name, String upper) {
        super("x-bellwether-" + name, null);
        this.upper = upper;
    }

    /**
     * Finds a charset.
     *
     * @param plain a name in small letters without anything between them
     * @return null when there is no table for it
     */
    static @Nullable Charset named(String plain) {
        String bare = plain.replaceFirst("^(?:x|cs)(?=[a-z])", "").replaceFirst("^(?:ibm|windows)(?=\\d)", "cp");
        String name = ALIASES.getOrDefault(bare, bare);
        String upper = TABLES.get(name);
        return upper == null ? null : new TableCharset(name, upper);
    }

    @Override
    public boolean contains(Charset other) {
        return other.equals(this);
    }

    @Override
    public boolean canEncode() {
        return false;
    }

    /** None, as {@link #canEncode} says: documents are read and never written. */
    @Override
    public CharsetEncoder newEncoder() {
        throw new UnsupportedOperationException(name() + " is for reading alone");
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new CharsetDecoder(this, 1, 1) {
            @Override
            protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
                while (in.hasRemaining()) {
                    if (!out.hasRemaining()) {
                        return CoderResult.OVERFLOW;
                    }
                    char read = character(in.get(in.position()) & 0xFF);
                    if (read == '\uFFFD') {
                        return CoderResult.malformedForLength(1);
                    }
                    in.get();
                    out.put(read);
                }
                return CoderResult.UNDERFLOW;
            }
        };
    }

    private char character(int code) {
        int first = BYTES - upper.length();
        return code < first ? (char) code : upper.charAt(code - first);
    }
}
