package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.ingest.parse.Documents.parsed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RSS has no namespace; whatever its writers declare as the default, its elements are its own. */
class DefaultNamespaceTest {

    private static final String ENTRY = "<title>one</title><link>http://a.example/1</link><guid>g1</guid>"
            + "<description>d</description><author>An Author</author>";
    private static final String FEED = "<title>F</title><link>http://a.example/</link><language>ko</language>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.w3.org/2005/Atom",
                "http://purl.org/atom/ns#",
                "http://search.yahoo.com/mrss/",
                "http://www.itunes.com/dtds/podcast-1.0.dtd",
                "http://purl.org/dc/elements/1.1/",
                "http://purl.org/dc/terms/",
                "http://www.w3.org/1999/xhtml",
                "http://purl.org/rss/1.0/modules/content/",
                "http://www.sitemaps.org/schemas/sitemap/0.9",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                "http://backend.userland.com/rss2",
                "http://nobody.example/"
            })
    void is_read_past_wherever_it_stands(String uri) {
        String declared = " xmlns=\"" + uri + "\"";
        for (String version : new String[] {"2.0", "0.91"}) {
            String document = "<rss version=\"" + version + "\"%s><channel%s>" + FEED + "<item%s>" + ENTRY
                    + "</item></channel></rss>";

            assertThatAllIsRead(document.formatted(declared, "", ""));
            assertThatAllIsRead(document.formatted("", declared, ""));
            assertThatAllIsRead(document.formatted("", "", declared));
        }
        assertThatAllIsRead("<channel" + declared + ">" + FEED + "<item>" + ENTRY + "</item></channel>");
    }

    private static void assertThatAllIsRead(String document) {
        ParsedFeed feed = parsed(document);

        assertThat(feed.format()).startsWith("rss");
        assertThat(feed.feed().title()).isEqualTo("F");
        assertThat(feed.feed().link()).isEqualTo("http://a.example/");
        assertThat(feed.feed().language()).isEqualTo("ko");
        assertThat(feed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.title()).isEqualTo("one");
            assertThat(entry.link()).isEqualTo("http://a.example/1");
            assertThat(entry.id()).isEqualTo("g1");
            assertThat(entry.summary()).isEqualTo("d");
            assertThat(entry.author()).isEqualTo("An Author");
        });
    }

    @Test
    void is_that_of_elements_which_RSS_does_not_know() {
        assertThat(entry("http://purl.org/rss/1.0/modules/content/", "<encoded>whole</encoded>")
                        .content())
                .isEqualTo("whole");
        assertThat(entry("http://purl.org/dc/elements/1.1/", "<creator>Who</creator>")
                        .author())
                .isEqualTo("Who");
        assertThat(entry("http://www.w3.org/2005/Atom", "<content type=\"html\">&lt;b>whole&lt;/b></content>")
                        .content())
                .isEqualTo("<b>whole</b>");
        assertThat(entry("http://www.w3.org/2005/Atom", "<author><name>Who</name><email>w@a.example</email></author>")
                        .author())
                .isEqualTo("Who");
    }

    private static ParsedEntry entry(String uri, String fields) {
        return parsed("<rss version=\"2.0\" xmlns=\"" + uri + "\"><channel><item><title>t</title>" + fields
                        + "</item></channel></rss>")
                .entries()
                .get(0);
    }

    @Test
    void leaves_a_prefix_and_a_declaration_of_its_own_what_they_are() {
        String atom = "http://www.w3.org/2005/Atom";

        ParsedFeed feed = parsed("<rss version=\"2.0\" xmlns=\"" + atom + "\" xmlns:atom=\"" + atom + "\"><channel>"
                + "<atom:link rel=\"self\" href=\"http://a.example/feed\"/><link xmlns=\"" + atom
                + "\" rel=\"hub\" href=\"http://hub.example/\"/><link rel=\"self\" href=\"http://a.example/\"/>"
                + "<link>http://a.example/home</link><item><atom:title>by Atom</atom:title><title>t</title></item>"
                + "</channel></rss>");

        assertThat(feed.feed().link()).isEqualTo("http://a.example/home");
        assertThat(feed.hints().self()).isEqualTo("http://a.example/feed");
        assertThat(feed.hints().hubs()).containsExactly("http://hub.example/");
        assertThat(feed.entries().get(0).title()).isEqualTo("t");
    }

    @Test
    void stays_that_of_a_feed_of_atom_whose_entries_are_called_items() {
        ParsedFeed feed = parsed("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>F</title>"
                + "<item xmlns=\"http://www.w3.org/2005/Atom\"><title>one</title></item></feed>");

        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("one");
    }
}
