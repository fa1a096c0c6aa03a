package org.bellwether.ingest.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes a page as browsers do (HTML Standard, "determining the character encoding"): byte order mark, header, {@code meta}; where none says,
 * what the bytes are valid as. Labels mean what browsers take them for: EUC-KR is windows-949.
 */
final class PageCharset {

    private static final int META_WITHIN = 4096;
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w.:-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern META =
            Pattern.compile("<meta[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([\\w.:-]{2,40})", Pattern.CASE_INSENSITIVE);

    private static final String KOREAN = "x-windows-949";
    private static final String LATIN = "windows-1252";
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("euc-kr", KOREAN),
            Map.entry("euckr", KOREAN),
            Map.entry("cp949", KOREAN),
            Map.entry("ks_c_5601-1987", KOREAN),
            Map.entry("ks_c_5601-1989", KOREAN),
            Map.entry("ksc5601", KOREAN),
            Map.entry("korean", KOREAN),
            Map.entry("iso-8859-1", LATIN),
            Map.entry("latin1", LATIN),
            Map.entry("us-ascii", LATIN),
            Map.entry("ascii", LATIN),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"));

    private PageCharset() {}

    static String decode(byte[] body, String contentType) {
        Charset charset = byteOrderMark(body)
                .or(() -> named(CHARSET.matcher(contentType)))
                .or(() -> inMeta(body))
                .orElseGet(() -> guess(body));
        String text = new String(body, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<Charset> byteOrderMark(byte[] b) {
        if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return Optional.empty();
    }

    /** A page that can be read for its {@code meta} is not in UTF-16, whatever that says. */
    private static Optional<Charset> inMeta(byte[] body) {
        String head = new String(body, 0, Math.min(body.length, META_WITHIN), StandardCharsets.ISO_8859_1);
        return named(META.matcher(head))
                .map(charset -> charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset);
    }

    private static Optional<Charset> named(Matcher label) {
        if (!label.find()) {
            return Optional.empty();
        }
        String name = label.group(1).toLowerCase(Locale.ROOT);
        try {
            String meant = MEANT.getOrDefault(name, name);
            return Charset.isSupported(meant) ? Optional.of(Charset.forName(meant)) : Optional.empty();
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }

    private static Charset guess(byte[] body) {
        if (isValid(body, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        Charset korean = Charset.forName(KOREAN);
        return isValid(body, korean) ? korean : Charset.forName(LATIN);
    }

    private static boolean isValid(byte[] body, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
