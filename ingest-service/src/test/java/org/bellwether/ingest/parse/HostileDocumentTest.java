package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.ingest.parse.Documents.described;
import static org.bellwether.ingest.parse.Documents.parsed;
import static org.bellwether.ingest.parse.Documents.unreadable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.bellwether.events.DateProvenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is broken or made to mislead is read for what it is, or refused with a word why. */
class HostileDocumentTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n\t ", "\uFEFF"})
    void says_that_nothing_is_there(String body) {
        assertThat(unreadable(body).code()).isEqualTo("empty");
    }

    @Test
    void names_the_feeds_of_a_web_page() {
        Unreadable page = unreadable(
                "<!DOCTYPE html><html><head><title>Think Tank</title>"
                        + "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\"></head><body>Hello</body></html>");

        assertThat(page.code()).isEqualTo("html");
        assertThat(page.seems()).isEqualTo("an HTML page titled \"Think Tank\"");
        assertThat(page.message()).contains("https://feeds.example.org/feed");
    }

    @Test
    void recognises_a_challenge_page() {
        assertThat(unreadable("<html><head><title>Just a moment...</title></head></html>")
                        .seems())
                .startsWith("a challenge page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\": \"no\"}", "{ not json", "just words", "<opml><body/></opml>", "<"})
    void says_what_a_document_seems_to_be(String body) {
        Unreadable result = unreadable(body);

        assertThat(result.code()).isIn("not-a-feed", "malformed");
        assertThat(result.message()).endsWith(".").contains("address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!ENTITY a 'ha ha ha ha ha'><!ENTITY b '&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;'>",
                "<!ENTITY a '&b;'><!ENTITY b '&c;'><!ENTITY c '&a;'>",
                "<!ENTITY c '&c;'>",
                "<!ENTITY c '&d;'><!ENTITY d '&e;'><!ENTITY e '&f;'><!ENTITY f '&g;'><!ENTITY g '&h;'><!ENTITY h '&i;'>"
                        + "<!ENTITY i '&j;'><!ENTITY j '&k;&k;&k;'><!ENTITY k '&l;&l;&l;'><!ENTITY l 'lllllllllllllllllllllll'>"
            })
    void never_expands_an_entity_bomb(String entities) {
        Unreadable bomb = unreadable("<?xml version=\"1.0\"?><!DOCTYPE rss [" + entities
                + "]><rss version=\"2.0\"><channel><title>&c;</title></channel></rss>");

        assertThat(bomb.code()).isEqualTo("entity-bomb");
    }

    @Test
    void loads_no_external_entity() {
        ParsedFeed feed = parsed("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + "<rss version=\"2.0\"><channel><title>a&x;b</title></channel></rss>");

        assertThat(feed.feed().title()).isEqualTo("ab");
        assertThat(feed.repairs()).extracting(Repair::code).contains("external-entity", "doctype");
    }

    @Test
    void warns_of_a_feed_without_entries() {
        assertThat(parsed("<rss version=\"2.0\"><channel><title>x</title></channel></rss>")
                        .problems())
                .extracting(Problem::code)
                .containsExactly("no-entries");
    }

    @Test
    void reads_past_what_a_failing_script_put_before_the_feed() {
        ParsedFeed feed = parsed("<br />\n<b>Warning</b>: something in line 3<br />\n"
                + "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>x</title></channel></rss>");

        assertThat(feed.feed().title()).isEqualTo("x");
        assertThat(feed.repairs()).extracting(Repair::code).containsExactly("leading-junk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- cached --><br />Warning: something in line 3\n<!-- <rss> -->",
                "<style type=\"text/css\">.a{}</style>",
                "<br />\n<b>Warning</b>: include() [<a href='function.include'>function.include</a>]: none in <code>x</code><br />\n",
                "<!-- cached --><style>p{}</style><table><tr><td>Error</td></tr></table>"
            })
    void reads_past_markup_before_the_feed(String junk) {
        ParsedFeed feed =
                parsed(junk + "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>x</title></channel></rss>");

        assertThat(feed.feed().title()).isEqualTo("x");
        assertThat(feed.repairs()).extracting(Repair::code).containsExactly("leading-junk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd"})
    void links_to_nothing_that_is_no_address(String link) {
        ParsedFeed feed = parsed("<rss><channel><link>" + link + "</link><item><title>x</title><link>" + link
                + "</link></item></channel></rss>");

        assertThat(feed.feed().link()).isNull();
        assertThat(feed.entries()).extracting(ParsedEntry::link).containsOnlyNulls();
    }

    @Test
    void puts_a_date_of_a_clock_that_is_fast_at_now() {
        Instant now = Instant.parse("2026-09-27T10:00:00Z");
        byte[] body = ("<rss><channel><item><title>x</title><pubDate>Sun, 27 Sep 2026 10:14:00 GMT</pubDate></item>"
                        + "</channel></rss>")
                .getBytes(StandardCharsets.UTF_8);

        ParsedFeed feed =
                (ParsedFeed) new FeedParser().parse(new FeedDocument(body, null, Map.of(), null), ZoneOffset.UTC, now);

        assertThat(feed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.published()).isEqualTo(now);
            assertThat(entry.publishedProvenance()).isEqualTo(DateProvenance.FIRST_SEEN);
        });
    }

    @Test
    void reads_past_a_document_type_behind_the_root() {
        ParsedFeed feed = parsed(described("x") + "<!DOCTYPE rss [<!ENTITY a \"b\">]>");

        assertThat(feed.entries()).hasSize(1);
        assertThat(feed.repairs()).extracting(Repair::code).contains("salvaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a&#1;b", "a&#xDC00;b", "a&#55357;b<table>"})
    void leaves_out_characters_that_only_a_reference_can_make(String html) {
        assertThat(parsed(described(html)).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.text()).isEqualTo("ab");
            assertThat(entry.summary()).startsWith("ab").doesNotContain("\u0001", "\uDC00", "\uD83D");
        });
    }

    @Test
    void leaves_out_halves_and_control_characters_of_json() {
        ParsedFeed feed = parsed("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":"
                + "[{\"id\":\"1\",\"title\":\"a\\ud83db\\u0000\",\"content_text\":\"c\\uFFFEd\"}]}");

        assertThat(feed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.title()).isEqualTo("ab");
            assertThat(entry.content()).isEqualTo("cd");
        });
    }

    @Test
    void names_an_entry_in_a_problem_without_half_a_character() {
        String title = "x".repeat(79) + "\uD83D\uDE00 and more";

        assertThat(parsed("<rss version=\"2.0\"><channel><item><title>" + title + "</title></item></channel></rss>")
                        .problems())
                .extracting(Problem::message)
                .noneMatch(message -> message.contains("\uD83D"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[", "nonsense://x/", "   "})
    void resolves_links_where_the_base_stated_is_no_address(String base) {
        ParsedFeed feed = parsed("<rss version=\"2.0\" xml:base=\"" + base
                + "\"><channel><item><title>t</title><link>a</link></item></channel></rss>");

        assertThat(feed.entries().get(0).link()).isEqualTo("https://feeds.example.org/a");
    }

    @Test
    void takes_a_scheme_with_foreign_letters_for_a_path() {
        ParsedFeed feed = parsed(
                "<rss version=\"2.0\"><channel><item><title>t</title><link>\u00FEttps://a/b</link></item></channel></rss>");

        assertThat(feed.entries().get(0).link()).startsWith("https://feeds.example.org/");
    }
}
