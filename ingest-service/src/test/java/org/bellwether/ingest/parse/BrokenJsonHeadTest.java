package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.ingest.parse.Documents.parsed;
import static org.bellwether.ingest.parse.Documents.unreadable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is broken of JSON before and behind the list of entries costs no entry, and of the feed's own members only itself. */
class BrokenJsonHeadTest {

    private static final String VERSION = "\"version\":\"https://jsonfeed.org/version/1.1\"";
    private static final String ITEMS =
            "\"items\":[{\"id\":\"1\",\"title\":\"one\"},{\"id\":\"2\",\"title\":\"two\",\"tags\":[\"a\"]}]";
    private static final String SOUND = "{" + VERSION + ",\"title\":\"F\"," + ITEMS + "}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "title":"The "best" of","language":"ko"               | The "best" of
            "title":"The "best", said \\"we\\"","language":"ko"   | The "best", said "we"
            "title":"A \\u00e9 \\"b\\" "c"","language":"ko"       | A é "b" "c"
            "title":""quoted"","language":"ko"                    | "quoted"
            'title':'F',"language":"ko"                           | F
            'title':'It\\'s "F"','language':'ko'                  | It's "F"
            title:"F",language:"ko"                               | F
            "title":"F" "language":"ko"                           | F
            "title":"F",,"language":"ko"                          | F
            ,"title":"F","language":"ko"                          | F
            "title":"F","icon":undefined,"language":"ko"          | F
            "title":"F","icon":,"language":"ko"                   | F
            "title":"F","_x":{"title":"G" bad},"language":"ko"    | F
            "title":"F","_x":{"items":[{"id":"9"}]},,"language":"ko" | F
            "_x":{"title":"G","language":"en"},"title":"F",,"language":"ko" | F
            "title":"F","language":"ko","icon":"never ended       | F
            "title":"F","description":"at http://a.example/ "here"","language":"ko" | F
            "title":"F","home_page_url":"http://a.example/","language":"ko",icon | F
            """)
    void reads_the_entries_and_what_is_sound_where_the_head_is_broken(String head, String title) {
        for (String document : new String[] {
            "{" + VERSION + ",\n" + head + ",\n" + ITEMS + "}",
            "{" + head + ",\n" + VERSION + "," + ITEMS + "}",
            "{" + VERSION + "," + ITEMS + "," + head + "}",
            "{" + VERSION + ",\n" + head + ITEMS + "}\n"
        }) {
            ParsedFeed feed = parsed(document);

            assertThat(feed.entries())
                    .as(document)
                    .extracting(ParsedEntry::title)
                    .containsExactly("one", "two");
            assertThat(feed.feed().title()).as(document).isEqualTo(title);
            assertThat(feed.feed().language()).as(document).isEqualTo("ko");
            assertThat(feed.repairs()).as(document).hasSize(1);
            assertThat(feed.problems())
                    .as(document)
                    .extracting(Problem::code)
                    .doesNotContain("truncated", "broken-entry");
        }
    }

    @Test
    void says_what_was_done_and_where() {
        ParsedFeed broken = parsed("{" + VERSION + ",\n\"title\":\"The \"best\" of\"," + ITEMS + "}");
        ParsedFeed loose = parsed("{" + VERSION + ",\n'title':'F'," + ITEMS + "}");

        assertThat(broken.repairs()).singleElement().satisfies(repair -> {
            assertThat(repair.code()).isEqualTo("salvaged");
            assertThat(repair.message()).contains("what is sound of it was read");
            assertThat(repair.line()).isEqualTo(2);
        });
        assertThat(loose.repairs()).singleElement().satisfies(repair -> {
            assertThat(repair.code()).isEqualTo("salvaged");
            assertThat(repair.message()).contains("double quotation marks");
            assertThat(repair.line()).isEqualTo(2);
        });
    }

    @Test
    void reads_entries_without_the_quotation_marks_of_json() {
        ParsedFeed feed = parsed("{'version':'https://jsonfeed.org/version/1.1','title':'F','items':["
                + "{'id':'1','title':'one'},{id:'2',title:'It\\'s \"two\"'}]}");

        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("one", "It's \"two\"");
        assertThat(feed.repairs()).extracting(Repair::code).containsExactly("salvaged");
    }

    @Test
    void leaves_out_a_broken_entry_behind_a_broken_head_as_well() {
        ParsedFeed feed = parsed(
                "{" + VERSION + ",\n\"title\":\"The \"best\" of\",\n\"items\":[{\"id\":\"1\",\"title\":\"one\"},\n"
                        + "{\"id\":\"2\",\"title\":\"two\" bad},{\"id\":\"3\",\"title\":\"three\"}],,\"language\":\"ko\"}");

        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("one", "three");
        assertThat(feed.feed().title()).isEqualTo("The \"best\" of");
        assertThat(feed.feed().language()).isEqualTo("ko");
        assertThat(feed.problems().get(0).code()).isEqualTo("broken-entry");
        assertThat(feed.problems().get(0).message()).contains("line 4");
    }

    @Test
    void says_of_a_broken_head_before_entries_that_break_off_that_they_do() {
        ParsedFeed feed = parsed("{" + VERSION
                + ",,\"title\":\"F\",\"items\":[{\"id\":\"1\",\"title\":\"one\"},{\"id\":\"2\",\"title\":\"two\"");

        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("one");
        assertThat(feed.problems()).extracting(Problem::code).contains("truncated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ")]}',\n%s",
                "while(1);%s",
                "callback(%s);",
                "/**/typeof cb === 'function' && cb(%s);\n",
                "var feed = %s;",
                "/* made by hand */ %s",
                "// made by hand\n%s",
                "# made by hand\n%s // the end",
                "<br />\n<b>Notice</b>: Undefined index: {x} in <b>/www/feed.php</b> on line <b>3</b><br />\n%s",
                "PHP Notice:  Undefined variable: x in /www/feed.php on line 3\n%s",
                "<!-- cached -->\n%s",
                "\uFEFF\uFEFF%s"
            })
    void reads_json_behind_something_else(String around) {
        ParsedFeed feed = parsed(around.formatted(SOUND));

        assertThat(feed.format()).isEqualTo("json1.1");
        assertThat(feed.feed().title()).isEqualTo("F");
        assertThat(feed.entries()).hasSize(2);
        assertThat(feed.repairs()).extracting(Repair::code).containsExactly("leading-junk");
    }

    @Test
    void reads_a_feed_without_entries_where_only_its_head_is_broken() {
        ParsedFeed feed = parsed("{" + VERSION + ",,\"title\":\"F\",\"items\":[]}");

        assertThat(feed.feed().title()).isEqualTo("F");
        assertThat(feed.problems()).extracting(Problem::code).containsExactly("no-entries");
    }

    @Test
    void counts_lines_from_the_start_of_the_document() {
        ParsedFeed feed = parsed("Notice: x\n\n" + SOUND.replace("\"title\":\"F\"", "\n,\"title\":\"F\""));

        assertThat(feed.repairs()).extracting(Repair::code).containsExactly("leading-junk", "salvaged");
        assertThat(feed.repairs()).extracting(Repair::line).containsExactly(1, 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"The \"best\" of\",\"text\":\"no list\"}",
                "{\"title\":\"F\",,\"items\":[{bad",
                "{\"title\":\"F\",,\"items\":\"none\"}",
                "{ not json",
                "words { and \"more\": words }",
                "function f() { return {title: 'Menu', items: [{title: 'Home', url: '/'}]}; }"
            })
    void refuses_what_no_entry_can_be_read_of(String document) {
        assertThat(unreadable(document).code()).isIn("malformed", "not-a-feed");
    }

    @Test
    void takes_json_within_a_page_for_no_feed() {
        String page = "<div id=\"app\"></div><script>window.feed = " + SOUND + "</script>";

        assertThat(unreadable(page).code()).isEqualTo("not-a-feed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\":\"b,",
                "\"a\":{\"b\":1,",
                "\"a\":{",
                "\"a\":[",
                "\"a\":\"",
                "a:",
                "\"items\":[{",
                "\"items\":[{}",
                "\"items\":[{\"a\":\"",
                "\"a\":\"b\" \"",
                "\"\"\"\"\"\"",
                "\" ",
                "          "
            })
    void is_not_held_up_by_heads_made_to_be_hard(String part) {
        for (String start : new String[] {"{" + VERSION + ",,", "{" + VERSION + ",,\"items\":[{\"id\":1}],,"}) {
            long begun = System.nanoTime();

            new FeedParser()
                    .parse(
                            Documents.document(start + part.repeat(1_000_000 / part.length())),
                            ZoneOffset.UTC,
                            Instant.EPOCH);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        }
    }
}
