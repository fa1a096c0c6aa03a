package org.bellwether.ingest.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages documents the ways they are damaged on the way to us, and some ways only an attacker thinks of. Same seed, same damage. */
final class FeedMutator {

    private static final int MOST_BYTES = 400_000;
    private static final int MOST_CHANGES = 6;

    /** Put in anywhere: into text, between attributes, into the prolog. */
    private static final List<String> PIECES = List.of(
            "&",
            "&amp;",
            "&amp;amp;",
            "&nbsp;",
            "&#0;",
            "&#x1F600;",
            "&#xD800;",
            "&#55357;&#56832;",
            "&amp;#1;",
            "&amp;#xDC00;",
            "&lt;",
            "<",
            ">",
            "\"",
            "'",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "<!-- a -- b -->",
            "<?xml version=\"1.0\" encoding=\"windows-1251\"?>",
            " xmlns:dc=\"x\"",
            "</rss><rss>",
            "<channel>",
            "--",
            "<?",
            "?>",
            "<!DOCTYPE rss [<!ENTITY a \"b\">]>",
            "<!DOCTYPE x [<!ENTITY a \"&b;&b;\"><!ENTITY b \"&c;&c;\">]>",
            "<!ENTITY % p SYSTEM \"file:///none\">",
            "</item>",
            "<item>",
            "</channel>",
            "<entry>",
            "</entry>",
            "<title>",
            "</title>",
            "<description>",
            "<content type=\"xhtml\">",
            "<a:b c:d=\"e\">",
            " xmlns=\"http://www.w3.org/2005/Atom\"",
            " xmlns:dc=\"\"",
            " xml:base=\"http://[\"",
            " xml:base=\"../../x/\"",
            " xml:lang=\"\"",
            " type=\"html\"",
            " type=\"application/octet-stream\"",
            " mode=\"base64\"",
            " href=\"\"",
            " href=\"javascript:x\"",
            " href=\"//[\"",
            "<?xml version=\"1.0\" encoding=\"utf-16\"?>",
            "<?xml version=\"1.1\" encoding=\"euc-kr\"?>",
            "<?xml encoding='none'?>",
            "&lt;script&gt;x&lt;/script&gt;",
            "&lt;p&gt;a&lt;p&gt;b",
            "&lt;img src=x onerror=x&gt;",
            "&lt;table&gt;&lt;b&gt;",
            "&lt;a href='x'&gt;&lt;a href=\"http://a.example/%zz\"&gt;",
            "&lt;svg&gt;&lt;math&gt;&lt;p&gt;",
            "&lt;!--&gt;",
            "&lt;plaintext&gt;",
            "\u0000",
            "\u0001",
            "\u000B",
            "\uFFFE",
            "\u202E",
            "\u200B",
            "\u00AD",
            "\uFEFF",
            "\u2028",
            "\uD83D\uDE00",
            "한글",
            "é",
            "\r",
            "\r\n",
            "\t",
            "\\ud83d",
            "\\u0000",
            "\\u0001",
            "\\uFFFF",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "1e400",
            "\"items\":",
            "-1",
            "2026-13-45T99:99:99Z",
            "Sun, 00 Foo 0000 00:00:00 +9999",
            "99999999999",
            "2026년 13월 45일 오후 99시",
            "29 Feb 2025 24:61:61 GMT",
            "999년 전",
            "0 minutes ago",
            "31.02. 25:61",
            "오늘 오후 99:99",
            "5 \u017Fec ago",
            "방금 전",
            "입력 2026.09.27. 오후 3:05",
            "2026-09-27-25.61.61+0900:00",
            "20260927190000",
            "<li>",
            "<a href='x.do?a=1'>",
            "<time datetime='2026-11-31'>",
            "<table><tr><td>",
            "<select><template>",
            "<base href='http://['>",
            " onclick=\"f('/x.do')\"",
            "http://a.example/?utm_source=x",
            "HTTP://A.example:99999/",
            "urn:uuid:",
            "mailto:",
            "/../..",
            "#",
            "?",
            "%",
            "\\");

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16,
            Charset.forName("UTF-32BE"),
            Charset.forName("x-windows-949"),
            Charset.forName("windows-1252"),
            Charset.forName("windows-1251"),
            Charset.forName("Shift_JIS"),
            Charset.forName("EUC-JP"),
            Charset.forName("x-MS950-HKSCS"),
            Charset.forName("IBM037"),
            Charset.forName("GB18030"));

    private final List<byte[]> seeds;
    private final Random random;

    FeedMutator(List<byte[]> seeds, long seed) {
        this.seeds = List.copyOf(seeds);
        this.random = new Random(seed);
    }

    byte[] next() {
        byte[] document = seeds.get(random.nextInt(seeds.size()));
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes; i++) {
            byte[] changed = changed(document);
            document = changed.length <= MOST_BYTES ? changed : Arrays.copyOf(changed, MOST_BYTES);
        }
        return document;
    }

    private byte[] changed(byte[] document) {
        int at = random.nextInt(document.length + 1);
        int to = Math.min(document.length, at + random.nextInt(1 + Math.max(1, document.length / 4)));
        return switch (random.nextInt(14)) {
            case 0 -> flipped(document);
            case 1 -> Arrays.copyOf(document, at);
            case 2 -> spliced(document, at, new byte[0], to);
            case 3 -> spliced(document, at, Arrays.copyOfRange(document, at, to), at);
            case 4 -> spliced(document, at, fromAnother(), to);
            case 5 -> spliced(document, at, run(), at);
            case 6 -> spliced(document, at, nested(), at);
            case 7 -> recoded(document);
            case 8 -> betweenTags(document, false);
            case 9 -> betweenTags(document, true);
            case 10 -> spliced(document, at, recoded(Arrays.copyOfRange(document, at, to)), to);
            default ->
                spliced(document, at, bytes(piece()), random.nextBoolean() ? at : Math.min(document.length, at + 1));
        };
    }

    private byte[] flipped(byte[] document) {
        byte[] flipped = document.clone();
        for (int i = 0; i < 1 + random.nextInt(8) && flipped.length > 0; i++) {
            flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
        }
        return flipped;
    }

    /** What another document has there, or all of it. */
    private byte[] fromAnother() {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int from = random.nextInt(other.length);
        return random.nextInt(4) == 0
                ? other
                : Arrays.copyOfRange(other, from, from + random.nextInt(other.length - from));
    }

    private byte[] run() {
        return bytes(piece().repeat(1 + random.nextInt(random.nextInt(5) == 0 ? 20_000 : 50)));
    }

    private byte[] nested() {
        String tag = List.of(
                        "a",
                        "item",
                        "b:c",
                        "&lt;b&gt;",
                        "&lt;table&gt;&lt;td&gt;",
                        "&lt;a&gt;",
                        "&lt;p&gt;&lt;i&gt;",
                        "div",
                        "{\"a\":",
                        "[")
                .get(random.nextInt(10));
        boolean element = Character.isLetter(tag.charAt(0));
        return bytes(
                (element ? "<" + tag + ">" : tag).repeat(1 + random.nextInt(random.nextInt(5) == 0 ? 20_000 : 300)));
    }

    private byte[] recoded(byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8);
        return text.getBytes(CHARSETS.get(random.nextInt(CHARSETS.size())));
    }

    /** Something put right after a tag, or within one before it closes, where it does most. */
    private byte[] betweenTags(byte[] document, boolean within) {
        int at = random.nextInt(document.length + 1);
        while (at < document.length && document[at] != '>') {
            at++;
        }
        int place = Math.min(document.length, within ? at : at + 1);
        return spliced(document, place, bytes(random.nextInt(3) == 0 ? piece() + piece() : piece()), place);
    }

    private String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] document, int from, byte[] middle, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(document.length + middle.length);
        out.write(document, 0, from);
        out.write(middle, 0, middle.length);
        out.write(document, to, document.length - to);
        return out.toByteArray();
    }
}
