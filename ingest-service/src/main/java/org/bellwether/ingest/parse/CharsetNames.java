package org.bellwether.ingest.parse;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The charset a name means: those of the IANA registry and of the platforms, and what programs write in their place. */
final class CharsetNames {

    /** EUC-KR with all Hangul besides (CP949), which is what goes by that name. */
    static final Charset KOREAN = Charset.forName("x-windows-949");

    /** Any bytes can be read in it. */
    static final Charset WESTERN = Charset.forName("windows-1252");

    /** Names that mean a superset of what they say (WHATWG Encoding §4.2). */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("euckr", "x-windows-949"),
            Map.entry("ksc56011987", "x-windows-949"),
            Map.entry("ksc56011989", "x-windows-949"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("korean", "x-windows-949"),
            Map.entry("ksx1001", "x-windows-949"),
            Map.entry("isoir149", "x-windows-949"),
            Map.entry("cp949", "x-windows-949"),
            Map.entry("949", "x-windows-949"),
            Map.entry("ms949", "x-windows-949"),
            Map.entry("uhc", "x-windows-949"),
            Map.entry("iso88591", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("l1", "windows-1252"),
            Map.entry("usascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("ansi", "windows-1252"),
            Map.entry("ansix341968", "windows-1252"),
            Map.entry("msansi", "windows-1252"),
            Map.entry("mbcs", "windows-1252"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gb231280", "GB18030"),
            Map.entry("csgb2312", "GB18030"),
            Map.entry("csiso58gb231280", "GB18030"),
            Map.entry("isoir58", "GB18030"),
            Map.entry("gb180302000", "GB18030"),
            Map.entry("euccn", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("cp936", "GB18030"),
            Map.entry("936", "GB18030"),
            Map.entry("chinese", "GB18030"),
            Map.entry("big5", "x-MS950-HKSCS"),
            Map.entry("big5tw", "x-MS950-HKSCS"),
            Map.entry("csbig5", "x-MS950-HKSCS"),
            Map.entry("cp950", "x-MS950-HKSCS"),
            Map.entry("950", "x-MS950-HKSCS"),
            Map.entry("shiftjis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("xsjis", "windows-31j"),
            Map.entry("mskanji", "windows-31j"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("932", "windows-31j"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("utf", "UTF-8"),
            Map.entry("u8", "UTF-8"),
            Map.entry("unicode11utf8", "UTF-8"));

    /** Names of one charset that this platform lists under another. */
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("csmacintosh", "x-MacRoman"),
            Map.entry("mac", "x-MacRoman"),
            Map.entry("macroman", "x-MacRoman"),
            Map.entry("maccyrillic", "x-MacCyrillic"),
            Map.entry("macgreek", "x-MacGreek"),
            Map.entry("maciceland", "x-MacIceland"),
            Map.entry("macturkish", "x-MacTurkish"),
            Map.entry("maclatin2", "x-MacCentralEurope"),
            Map.entry("maccentraleurope", "x-MacCentralEurope"),
            Map.entry("xmacroman", "x-MacRoman"),
            Map.entry("msee", "windows-1250"),
            Map.entry("mscyrl", "windows-1251"),
            Map.entry("msgreek", "windows-1253"),
            Map.entry("msturk", "windows-1254"),
            Map.entry("mshebr", "windows-1255"),
            Map.entry("msarab", "windows-1256"),
            Map.entry("ujis", "EUC-JP"),
            Map.entry("thai", "TIS-620"),
            Map.entry("csibm855", "IBM855"),
            Map.entry("cspc775baltic", "IBM775"),
            Map.entry("ebcdiccpbe", "IBM500"),
            Map.entry("ibm039", "IBM037"),
            Map.entry("utf16be", "UTF-16BE"),
            Map.entry("ucs2be", "UTF-16BE"),
            Map.entry("ucs2le", "UTF-16LE"),
            Map.entry("ucs4be", "UTF-32BE"),
            Map.entry("ucs4le", "UTF-32LE"),
            Map.entry("johab", "x-Johab"),
            Map.entry("cp1361", "x-Johab"),
            Map.entry("ms1361", "x-Johab"),
            Map.entry("roman8", "hp-roman8"),
            Map.entry("r8", "hp-roman8"),
            Map.entry("ebcdiccpwt", "IBM037"),
            Map.entry("cpis", "IBM861"),
            Map.entry("cpgr", "IBM869"),
            Map.entry("visual", "ISO-8859-8"),
            Map.entry("logical", "windows-1255"),
            Map.entry("iso88598i", "windows-1255"),
            Map.entry("iso88598e", "windows-1255"),
            Map.entry("iso885911", "x-iso-8859-11"),
            Map.entry("tis620", "TIS-620"),
            Map.entry("csunicode", "UTF-16"),
            Map.entry("iso10646ucs2", "UTF-16"),
            Map.entry("ucs2", "UTF-16"),
            Map.entry("u16", "UTF-16"),
            Map.entry("iso10646ucs4", "UTF-32"),
            Map.entry("csucs4", "UTF-32"),
            Map.entry("ucs4", "UTF-32"),
            Map.entry("u32", "UTF-32"));

    private static final List<String> PREFIXES = List.of("", "IBM", "Cp", "x-IBM", "windows-", "x-");

    private CharsetNames() {}

    static boolean exists(String name) {
        return find(name) != null || Utf7.is(name) || Hz.is(name);
    }

    /** Null when there is no such charset, or this platform does not have it. */
    static @Nullable Charset find(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String meant = MEANT.get(plain);
        if (meant != null) {
            return Charset.forName(meant);
        }
        Charset listed = TableCharset.named(plain);
        if (listed != null) {
            return listed;
        }
        String bare = name.replaceFirst("(?i)^(?:x-)?(?:cp-?|ibm-?|ms-?|windows-?|x-)(?=\\d)", "");
        Stream<String> spellings =
                Stream.of(name, name.replace('_', '-'), name.replace('-', '_'), name.replaceAll("[_-]", ""));
        Stream<String> prefixed = PREFIXES.stream().map(prefix -> prefix + bare);
        return Stream.concat(Stream.concat(spellings, Stream.ofNullable(OTHERWISE.get(plain))), prefixed)
                .filter(CharsetNames::isSupported)
                .findFirst()
                .map(Charset::forName)
                .orElse(null);
    }

    /** Whether it means that no letter is beyond ASCII. */
    static boolean isAscii(String name) {
        return isSupported(name) && Charset.forName(name).equals(StandardCharsets.US_ASCII);
    }

    /** Whether each byte is a character, so that any bytes can be read in it, or nearly. */
    static boolean isOfOneByte(@Nullable Charset charset) {
        if (charset == null || charset.equals(StandardCharsets.UTF_8)) {
            return false;
        }
        CharsetDecoder decoder = charset.newDecoder();
        return decoder.averageCharsPerByte() == 1 && decoder.maxCharsPerByte() == 1;
    }

    /** As it is called where people read it. */
    static String shown(Charset charset) {
        return charset.equals(KOREAN) ? "EUC-KR (CP949)" : charset.name();
    }

    private static boolean isSupported(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
