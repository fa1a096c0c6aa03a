package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetDetectionTest {

    private static final String DOCUMENT =
            "<?xml version=\"1.0\"%s?><rss version=\"2.0\"><channel><title>%s</title></channel></rss>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            UTF-8         | -       | -                              | 방위비 분담금 | false
            UTF-8         | utf-8   | text/xml; charset=utf-8        | 방위비 분담금 | false
            UTF-8         | euc-kr  | -                              | 방위비 분담금 | true
            UTF-8         | utf-8   | text/xml; charset=ISO-8859-1   | 방위비 분담금 | true
            UTF-8         | bogus-1 | -                              | 방위비 분담금 | false
            x-windows-949 | euc-kr  | -                              | 방위비 똠방각하 | false
            x-windows-949 | -       | text/xml; charset="EUC-KR"     | 방위비 분담금 | false
            x-windows-949 | utf-8   | -                              | 방위비 분담금 | true
            x-windows-949 | -       | -                              | 방위비 분담금 | true
            windows-1252  | utf-8   | -                              | café “talks” | true
            UTF-8         | iso-8859-2 | -                           | Příští summit | true
            UTF-8         | -       | text/xml; charset=windows-1251 | Встреча министров | true
            UTF-8         | koi8-r  | text/xml                       | Новости дня | true
            windows-1252  | iso-8859-1 | -                           | café “talks” | false
            UTF-16LE      | -       | -                              | 방위비 분담금 | false
            UTF-16BE      | utf-16  | -                              | 방위비 분담금 | false
            UTF-16        | utf-16  | -                              | 방위비 분담금 | false
            UTF-32        | -       | -                              | 방위비 분담금 | false
            UTF-8         | utf-16  | -                              | 방위비 분담금 | true
            UTF-8         | utf-8   | text/xml; charset=koi8-r       | 방위비 분담금 | true
            windows-1252  | koi8-r  | text/xml; charset=windows-1252 | £“test” | false
            KOI8-R        | koi8-r  | text/xml                       | Новости дня | false
            IBM437        | 437     | -                              | Ça va | false
            x-MacRoman    | macintosh | -                            | “a” é | false
            GB18030       | csGB2312 | -                             | 新华社消息 | false
            UTF-16BE      | -       | text/xml; charset=utf-16be     | 방위비 분담금 | false
            IBM037        | ebcdic-cp-us | -                         | Plain words | false
            IBM500        | cp500   | -                              | Plain [words] | false
            IBM1026       | cp1026  | -                              | Türkçe | false
            US-ASCII      | utf-7   | -                              | A+IKw-B | false
            GB18030       | -       | -                              | 新华网最新消息报道国际社会经济发展 | true
            Big5          | -       | -                              | 中國時報今日新聞報導國際社會經濟發展 | true
            Shift_JIS     | -       | -                              | 日本の最新ニュースをお届けします | true
            EUC-JP        | utf-8   | -                              | 日本の最新ニュースをお届けします | true
            windows-1251  | -       | -                              | Новости сегодня России и мира | true
            KOI8-R        | -       | -                              | Новости сегодня России и мира | true
            windows-1253  | -       | -                              | Ελληνικά νέα σήμερα από την Αθήνα | true
            windows-1255  | -       | -                              | שלום עולם חדשות היום | true
            x-windows-949 | euc-kr  | text/xml;charset=ISO-8859-1    | 한미동맹 뉴스 | true
            x-windows-949 | euc-kr  | text/xml;charset=ISO-8859-1    | 방위비 똠방각하 | true
            x-windows-949 | -       | text/xml;charset=ISO-8859-1    | 한미동맹 뉴스 | true
            x-windows-949 | utf-8   | text/xml;charset=windows-1252  | 한미동맹 뉴스 | true
            x-windows-949 | iso-8859-1 | text/xml;charset=utf-8      | 한미동맹 뉴스 | true
            GB18030       | gb2312  | text/xml;charset=ISO-8859-1    | 新华社消息 | true
            Shift_JIS     | shift_jis | text/xml;charset=ISO-8859-1  | 日本の最新ニュース | true
            UTF-8         | -       | text/xml;charset=ISO-8859-1    | Café à côté | true
            windows-1252  | euc-kr  | text/xml;charset=ISO-8859-1    | Café “talks” | false
            windows-1252  | -       | text/xml;charset=ISO-8859-1    | PÄÄ »» tällä | false
            windows-1252  | -       | text/xml;charset=ISO-8859-1    | News »» 5 ·· | false
            windows-1251  | gb2312  | text/xml;charset=windows-1251  | Новости сегодня России и мира | false
            windows-1252  | -       | text/xml;charset=us-ascii      | Café “talks” | true
            windows-1251  | -       | text/xml;charset=us-ascii      | Новости сегодня России и мира | true
            KOI8-R        | -       | text/xml;charset=us-ascii      | Новости сегодня России и мира | true
            Shift_JIS     | -       | text/xml;charset=us-ascii      | 日本の最新ニュースをお届けします | true
            GB18030       | ascii   | text/xml;charset=us-ascii      | 新华网最新消息报道国际社会经济发展 | true
            windows-1252  | ascii   | -                              | Café “talks” | true
            windows-1251  | windows-1251 | text/xml;charset=us-ascii | Новости сегодня России и мира | true
            KOI8-R        | koi8-r  | text/xml;charset=us-ascii      | Новости дня | true
            ISO-8859-2    | iso-8859-2 | text/xml;charset=us-ascii   | Příští summit | true
            windows-1252  | iso-8859-1 | text/xml;charset=us-ascii   | Café “talks” | true
            windows-1252  | utf-8   | text/xml;charset=us-ascii      | Café “talks” | true
            windows-1252  | utf-16  | text/xml;charset=us-ascii      | Café “talks” | true
            windows-1251  | windows-1251 | text/xml;charset=ISO-8859-1 | Новости сегодня России и мира | true
            KOI8-R        | koi8-r  | text/xml;charset=ISO-8859-1    | Новости сегодня России и мира | true
            windows-1253  | windows-1253 | text/xml;charset=windows-1252 | Ελληνικά νέα σήμερα από την Αθήνα | true
            ISO-8859-8    | iso-8859-8 | text/xml;charset=ISO-8859-1 | שלום עולם חדשות היום | true
            windows-1252  | windows-1251 | text/xml;charset=ISO-8859-1 | ÉLYSÉE: à côté déjà “réélu” été | false
            windows-1252  | windows-1251 | text/xml;charset=ISO-8859-1 | PÄÄ »» tällä ÄÄÄ | false
            UTF-16LE      | utf-8   | -                              | 방위비 분담금 | true
            UTF-16BE      | euc-kr  | -                              | 방위비 분담금 | true
            UTF-32LE      | utf-8   | -                              | 방위비 분담금 | true
            UTF-16        | utf-8   | -                              | 방위비 분담금 | true
            UTF-16LE      | utf-16le | text/xml; charset=iso-8859-1  | 방위비 분담금 | true
            UTF-16LE      | utf-8   | text/xml; charset=utf-16       | 방위비 분담금 | false
            IBM037        | ebcdic-cp-us | text/xml; charset=utf-8   | Plain words | true
            """)
    void reads_what_the_bytes_are_whatever_is_said(
            String written, String declared, String contentType, String title, boolean repaired) {
        String declaration = declared == null ? "" : " encoding=\"" + declared + "\"";
        byte[] body = DOCUMENT.formatted(declaration, title).getBytes(Charset.forName(written));

        ParsedFeed feed = (ParsedFeed) new FeedParser()
                .parse(new FeedDocument(body, contentType, Map.of(), null), ZoneOffset.UTC, Instant.EPOCH);

        assertThat(feed.feed().title()).isEqualTo(title.replace("+IKw-", "€"));
        assertThat(feed.repairs().stream().anyMatch(repair -> repair.code().equals("charset")))
                .isEqualTo(repaired);
    }

    @ParameterizedTest
    @CsvSource({
        "koi8-t, 80 C1, қа",
        "x-koi8_t, C1, а",
        "hp-roman8, C1 A8, ê´",
        "roman8, B3, °",
        "iso-8859-10, A1 F1, Ąņ",
        "latin6, FF, ĸ",
        "iso-8859-14, A1 D0, ḂŴ",
        "cp1125, 80 F2, АҐ",
        "ibm1125, E0, р",
        "cp720, A0, ب",
        "ptcp154, 80 E0, Җа",
        "csPTCP154, 80 E0, Җа",
        "kz-1048, 8D B3, Қі",
        "hz-gb-2312, 7E 7B 56 50 4E 44 7E 7D 7E 7E, 中文~"
    })
    void reads_old_charsets_that_the_platform_does_not_have(String declared, String hexadecimal, String title) {
        byte[] words = HexFormat.ofDelimiter(" ").parseHex(hexadecimal);
        String document = DOCUMENT.formatted(" encoding=\"" + declared + "\"", "|");
        int at = document.indexOf('|');
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(document.substring(0, at).getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(words);
        body.writeBytes(document.substring(at + 1).getBytes(StandardCharsets.US_ASCII));

        ParsedFeed feed = (ParsedFeed) new FeedParser()
                .parse(new FeedDocument(body.toByteArray(), null, Map.of(), null), ZoneOffset.UTC, Instant.EPOCH);

        assertThat(feed.feed().title()).isEqualTo(title);
        assertThat(feed.repairs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            UTF-8         | -       | text/xml; charset=klingon | Words  | no such charset as "klingon", which the Content-Type names; the document was read as UTF-8
            UTF-8         | bogus-1 | -                         | 방위비 | no such charset as "bogus-1", which the XML declaration names; the document was read as UTF-8
            UTF-16        | utf-16  | text/xml; charset=klingon | 방위비 | no such charset as "klingon", which the Content-Type names; the document was read as UTF-16
            x-windows-949 | euc-kr  | text/xml; charset=klingon | 방위비 | no such charset as "klingon", which the Content-Type names; the document was read as euc-kr
            windows-1252  | bogus-1 | text/xml; charset=klingon | “a”    | "klingon", which the Content-Type names and "bogus-1", which the XML declaration names; the document was read as windows-1252
            """)
    void tells_of_a_charset_that_does_not_exist(
            String written, String declared, String contentType, String title, String message) {
        String declaration = declared == null ? "" : " encoding=\"" + declared + "\"";
        byte[] body = DOCUMENT.formatted(declaration, title).getBytes(Charset.forName(written));

        ParsedFeed feed = (ParsedFeed) new FeedParser()
                .parse(new FeedDocument(body, contentType, Map.of(), null), ZoneOffset.UTC, Instant.EPOCH);

        assertThat(feed.feed().title()).isEqualTo(title);
        assertThat(feed.repairs())
                .filteredOn(repair -> repair.code().equals("unknown-charset"))
                .singleElement()
                .satisfies(repair -> assertThat(repair.message()).contains(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            x-windows-949 | euc-kr | text/xml;charset=ISO-8859-1 | The document says it is ISO-8859-1 but is euc-kr
            x-windows-949 | -      | text/xml;charset=us-ascii   | The document says it is us-ascii but is EUC-KR
            windows-1252  | -      | text/xml;charset=us-ascii   | The document says it is us-ascii but is not; it was read as windows-1252
            windows-1251  | windows-1251 | text/xml;charset=us-ascii | The document says it is us-ascii but is windows-1251
            windows-1251  | windows-1251 | text/xml;charset=latin1 | The document says it is latin1 but is windows-1251
            UTF-16LE      | euc-kr | -                           | The document says it is euc-kr but is UTF-16LE
            """)
    void says_what_a_document_was_said_to_be_and_what_it_is(
            String written, String declared, String contentType, String message) {
        String declaration = declared == null ? "" : " encoding=\"" + declared + "\"";
        String title = switch (written) {
            case "windows-1252" -> "Café à la carte";
            case "windows-1251" -> "Новости сегодня";
            default -> "한미동맹 뉴스";
        };
        byte[] body = DOCUMENT.formatted(declaration, title).getBytes(Charset.forName(written));

        assertThat(read(body, contentType).repairs()).containsExactly(new Repair("charset", message, 1));
    }

    @Test
    void shows_single_broken_characters_instead_of_reading_all_of_it_wrong() {
        byte[] body = DOCUMENT.formatted("", "한미 동맹?").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < body.length; i++) {
            body[i] = body[i] == '?' && body[i + 1] == '<' ? (byte) 0xFF : body[i];
        }

        ParsedFeed feed = (ParsedFeed)
                new FeedParser().parse(new FeedDocument(body, null, Map.of(), null), ZoneOffset.UTC, Instant.EPOCH);

        assertThat(feed.feed().title()).isEqualTo("한미 동맹\uFFFD");
    }

    @Test
    void tells_of_a_charset_that_does_not_exist_once_and_also_where_nothing_could_be_read() {
        byte[] page = "<?xml version=\"1.0\" encoding=\"klingon\"?><other>caf\u00e9</other>"
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] feed =
                "<?xml version=\"1.0\" encoding=\"klingon\"?><rss><channel><title>caf\u00e9</title></channel></rss>"
                        .getBytes(StandardCharsets.ISO_8859_1);

        ParseResult nothing =
                new FeedParser().parse(new FeedDocument(page, null, Map.of(), null), ZoneOffset.UTC, Instant.EPOCH);
        ParseResult read =
                new FeedParser().parse(new FeedDocument(feed, null, Map.of(), null), ZoneOffset.UTC, Instant.EPOCH);

        assertThat(((Unreadable) nothing).message()).contains("no such charset as \"klingon\"");
        assertThat(((ParsedFeed) read).repairs()).extracting(Repair::code).containsExactly("unknown-charset");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            EUC-KR    | EUC-KR    | text/xml; charset=euc-kr     | 한미 방위비 분담금 협상 재개 | B9 | ...
            EUC-KR    | EUC-KR    | text/xml                     | 한미 방위비 분담금 협상 재개 | B9 | <
            EUC-KR    | EUC-KR    | -                            | 한미 방위비 분담금 협상 재개 | B9 | ]]>
            EUC-KR    | EUC-KR    | -                            | 한미 방위비 분담금 협상 재개 | FF | .
            EUC-KR    | EUC-KR    | -                            | 한미 방위비 분담금 협상 재개 | 80 | .
            EUC-KR    | -         | -                            | 한미 방위비 분담금 협상 재개 | B9 | ...
            EUC-KR    | -         | -                            | 한미 방위비 분담금 협상 재개 | B9 | ]]>
            EUC-KR    | UTF-8     | text/xml; charset=euc-kr     | 한미 방위비 분담금 협상 재개 | B9 | <
            EUC-KR    | EUC-KR    | text/xml; charset=utf-8      | 한미 방위비 분담금 협상 재개 | B9 | <
            EUC-KR    | ISO-8859-1 | text/xml; charset=euc-kr    | 한미 방위비 분담금 협상 재개 | B9 | <
            EUC-KR    | utf-8     | text/xml; charset=utf-8      | 한미 방위비 분담금 협상 재개 | B9 | <
            Shift_JIS | Shift_JIS | -                            | 日米同盟の強化について発表した | 93 | ...
            Shift_JIS | Shift_JIS | -                            | 日米同盟の強化について発表した | 93 | ]]>
            Shift_JIS | -         | -                            | 日米同盟の強化について発表した | 93 | ...
            EUC-JP    | EUC-JP    | -                            | 日米同盟の強化について発表した | C6 | ...
            EUC-JP    | -         | -                            | 日米同盟の強化について発表した | C6 | <
            GB2312    | GB2312    | -                            | 朝鲜半岛局势紧张 | B3 | ...
            GB2312    | GB2312    | -                            | 朝鲜半岛局势紧张 | B3 | ]]>
            GB18030   | -         | -                            | 新华网最新消息报道国际社会经济发展 | D0 | ...
            Big5      | Big5      | -                            | 台灣與韓國的關係 | A5 | ...
            Big5      | Big5      | -                            | 台灣與韓國的關係 | A5 | ]]>
            UTF-8     | -         | -                            | 한미 방위비 분담금 협상 재개 | EB AF | ...
            UTF-8     | EUC-KR    | text/xml; charset=euc-kr     | 한미 방위비 분담금 협상 재개 | EB AF | ...
            EUC-KR    | EUC-KR    | text/xml; charset=ISO-8859-1 | 한미 방위비 분담금 협상 재개 | B9 | ...
            EUC-KR    | -         | text/xml; charset=ISO-8859-1 | 한미 방위비 분담금 협상 재개 | B9 | <
            UTF-8     | utf-8     | text/xml; charset=ISO-8859-1 | 한미 방위비 분담금 협상 재개 | EB AF | ...
            UTF-8     | -         | text/xml; charset=ISO-8859-1 | 한미 방위비 분담금 협상 재개 | EB AF | <
            """)
    void keeps_a_charset_in_spite_of_half_a_character(
            String written, String declared, String contentType, String title, String half, String behind) {
        byte[] body = withCut(written, declared, title, half, behind);

        ParsedFeed feed = (ParsedFeed) new FeedParser()
                .parse(new FeedDocument(body, contentType, Map.of(), null), ZoneOffset.UTC, Instant.EPOCH);

        assertThat(feed.entries())
                .extracting(ParsedEntry::title)
                .containsExactly(title, title + "2", "CUT\uFFFD" + (behind.startsWith(".") ? behind : ""));
        assertThat(feed.repairs())
                .filteredOn(repair -> repair.code().equals("charset"))
                .singleElement()
                .satisfies(repair ->
                        assertThat(repair.message()).contains(half.length() > 2 ? "2 bytes" : "1 byte", "in line 3"))
                .extracting(Repair::line)
                .isEqualTo(3);
    }

    private static byte[] withCut(String written, String declared, String title, String half, String behind) {
        String declaration =
                "<?xml version=\"1.0\"%s?>".formatted(declared == null ? "" : " encoding=\"" + declared + "\"");
        boolean cdata = behind.startsWith("]");
        String before = declaration + "<rss><channel>\n<item><title>" + title + "</title></item><item><title>" + title
                + "2</title></item>\n<item><title>" + (cdata ? "<![CDATA[CUT" : "CUT");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(before.getBytes(Charset.forName(written)));
        body.writeBytes(HexFormat.ofDelimiter(" ").parseHex(half));
        body.writeBytes(((behind.equals("<") ? "" : behind) + "</title></item></channel></rss>")
                .getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"utf-8", "-"})
    void reads_windows_bytes_among_letters_of_utf8(String declared) {
        byte[] pasted = HexFormat.of().parseHex("93697492739420");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String declaration = declared == null ? "" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>";
        body.writeBytes(
                (declaration + "<rss><channel><title>Café</title><item><title>").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(pasted);
        body.writeBytes("</title></item></channel></rss>".getBytes(StandardCharsets.UTF_8));

        ParsedFeed feed = (ParsedFeed) new FeedParser()
                .parse(new FeedDocument(body.toByteArray(), null, Map.of(), null), ZoneOffset.UTC, Instant.EPOCH);

        assertThat(feed.feed().title()).isEqualTo("Café");
        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("“it’s”");
        assertThat(feed.repairs().get(0).message()).contains("3 bytes", "windows-1252");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            x-windows-949, euc-kr, -
            x-windows-949, -, text/xml; charset=euc-kr
            x-windows-949, utf-8, -
            x-windows-949, -, -
            windows-1252, -, -
            """)
    void believes_no_mark_that_nothing_bears_out(String written, String declared, String contentType) {
        String title = written.equals("windows-1252") ? "Café à la carte" : "방위비 분담금 협상 재개";
        String declaration = declared == null ? "" : " encoding=\"" + declared + "\"";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(HexFormat.of().parseHex("EFBBBF"));
        body.writeBytes(DOCUMENT.formatted(declaration, title).getBytes(Charset.forName(written)));

        ParsedFeed feed = read(body.toByteArray(), contentType);

        assertThat(feed.feed().title()).isEqualTo(title);
        assertThat(feed.repairs()).extracting(Repair::code).containsExactly("charset");
    }

    @Test
    void reads_a_korean_text_that_is_not_in_the_utf8_of_its_document() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("<rss><channel><title>동맹 소식</title>\n<item><title>한미 방위비 분담금 협상 재개</title></item>\n"
                        + "<item><title>\"")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes("주한미군 및 전작권, 20일 “논의”".getBytes(Charset.forName("EUC-KR")));
        body.writeBytes(
                "</title><description>북핵 문제</description></item></channel></rss>".getBytes(StandardCharsets.UTF_8));

        ParsedFeed feed = read(body.toByteArray(), null);

        assertThat(feed.entries())
                .extracting(ParsedEntry::title)
                .containsExactly("한미 방위비 분담금 협상 재개", "\"주한미군 및 전작권, 20일 “논의”");
        assertThat(feed.entries().get(1).summary()).isEqualTo("북핵 문제");
        assertThat(feed.repairs()).singleElement().satisfies(repair -> {
            assertThat(repair.code()).isEqualTo("charset");
            assertThat(repair.message()).contains("in line 3", "as EUC-KR where a whole text is in it");
        });
    }

    @Test
    void takes_no_word_of_a_french_name_for_korean() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("<rss><channel><title>한미 방위비 분담금 협상</title><item><title>".getBytes(StandardCharsets.UTF_8));
        body.writeBytes("Åland, “Élysée”".getBytes(Charset.forName("windows-1252")));
        body.writeBytes("</title></item></channel></rss>".getBytes(StandardCharsets.UTF_8));

        assertThat(read(body.toByteArray(), null).entries().get(0).title())
                .startsWith("\uFFFDland, ")
                .contains("lys");
    }

    @Test
    void shows_the_rest_of_a_cut_character_as_one_that_is_broken() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("<rss><channel><title>한미 방위비</title><item><title>".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(HexFormat.of().parseHex("959C"));
        body.writeBytes("미</title></item></channel></rss>".getBytes(StandardCharsets.UTF_8));

        assertThat(read(body.toByteArray(), null).entries())
                .extracting(ParsedEntry::title)
                .containsExactly("\uFFFD\uFFFD미");
    }

    private static ParsedFeed read(byte[] body, @Nullable String contentType) {
        return (ParsedFeed) new FeedParser()
                .parse(new FeedDocument(body, contentType, Map.of(), null), ZoneOffset.UTC, Instant.EPOCH);
    }

    @Test
    void takes_apostrophes_of_windows_for_no_korean() {
        byte[] body = DOCUMENT.formatted("", "They don’t and won’t").getBytes(Charset.forName("windows-1252"));

        ParsedFeed feed = (ParsedFeed)
                new FeedParser().parse(new FeedDocument(body, null, Map.of(), null), ZoneOffset.UTC, Instant.EPOCH);

        assertThat(feed.feed().title()).isEqualTo("They don’t and won’t");
    }

    @Test
    void reads_a_large_document_full_of_broken_bytes_in_time() {
        byte[] body = ("<rss><channel><title>T</title></channel></rss>" + "\u00E9\u0093 ".repeat(3_500_000))
                .getBytes(StandardCharsets.ISO_8859_1);

        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> CharsetDetection.decode(body, "text/xml; charset=euc-kr", new Repairs()));
    }
}
