package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which element of which vocabulary tells a field, where several may; one line for each rule. */
class FieldRulesTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String NAMESPACES = """
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
            xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" \
            xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:xhtml="http://www.w3.org/1999/xhtml" \
            xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:fb="http://rssnamespace.org/feedburner/ext/1.0" \
            """;
    private static final String RSS = "<rss version=\"2.0\" " + NAMESPACES
            + " xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel>%s</channel></rss>";
    private static final String ATOM = "<feed xmlns=\"http://www.w3.org/2005/Atom\" " + NAMESPACES + ">%s</feed>";
    private static final String OLD_ATOM = "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\">%s</feed>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            title       | <title>A &amp;amp; B</title>                                            | A & B
            title       | <title><![CDATA[<b>Talks</b> begin]]></title>                           | Talks begin
            title       | <title>5 &lt; 6</title>                                                 | 5 < 6
            title       | <title/><dc:title>Of Dublin</dc:title>                                  | Of Dublin
            title       | <media:group><media:title>Of media</media:title></media:group>          | Of media
            title       | <title>don&#146;t &#x93;say&#x94;</title>                               | don’t “say”
            title       | <title>a &#1114112; b &#xD800; c</title>                                | a \uFFFD b \uFFFD c
            link        | <link>/a</link>                                                         | https://site.example/a
            link        | <link>https://x.example/a b</link>                                      | https://x.example/a b
            link        | <link xml:base="https://other.example/d/">e</link>                      | https://other.example/d/e
            link        | <link rdf:resource="https://x.example/r"/>                              | https://x.example/r
            link        | <atom:link href="/b"/><atom:link rel="self" href="/c"/>                 | https://site.example/b
            link        | <link rel="self" href="/f"/><link href="/h" rel="hub"/><link>/a</link>   | https://site.example/a
            link        | <link rel="self" href="/f"/><link rel="Alternate" href="/a"/>           | https://site.example/a
            link        | <link rel="self" href="/f"/>                                            | -
            link        | <guid>https://x.example/1</guid>                                        | https://x.example/1
            link        | <guid isPermaLink="false">https://x.example/1</guid>                    | -
            link        | <guid isPermaLink="true">1</guid>                                       | https://site.example/dir/1
            link        | <guid>urn:x:1</guid>                                                    | -
            link        | <fb:origLink>https://x.example/o</fb:origLink>                          | https://x.example/o
            id          | <guid isPermaLink="false"> 7 </guid>                                    | 7
            id          | <dc:identifier>doi:1</dc:identifier>                                    | doi:1
            summary     | <description>&lt;![CDATA[one]]&gt;</description>                        | one
            summary     | <description><p>Bare <i>markup</i></p></description>                    | <p>Bare <i>markup</i></p>
            summary     | <dcterms:abstract>In short</dcterms:abstract>                           | In short
            summary     | <itunes:subtitle>In short</itunes:subtitle>                             | In short
            summary     | <media:group><media:description>Seen</media:description></media:group>  | Seen
            summary     | <description>One</description><summary>Two</summary>                    | One
            content     | <description>One</description><summary>Two</summary>                    | Two
            summary     | <summary>One</summary><description>Two</description>                    | One
            content     | <summary>One</summary><description>Two</description>                    | Two
            summary     | <summary>Alone</summary>                                                | Alone
            summary     | <gp:description xmlns:gp="http://www.google.com/schemas/play-podcasts/1.0">Play</gp:description> | Play
            link        | <guid isPermaLink="perhaps">https://x.example/1</guid>                  | -
            link        | <enclosure url="https://x.example/a.mp3"/>                              | https://x.example/a.mp3
            link        | <link>/a</link><enclosure url="https://x.example/a.mp3"/>               | https://site.example/a
            link        | <atom:link rel="enclosure" href="/a.mp3"/>                              | https://site.example/a.mp3
            updated     | <dc:date>2026-09-27T10:00:00Z</dc:date>                                 | 2026-09-27T10:00:00Z
            updated     | <pubDate>2026-09-27T10:00:00Z</pubDate>                                 | -
            author      | <dc:creator>&lt;a href="/a">A. Desk&lt;/a> (X)</dc:creator>             | A. Desk (X)
            author      | <author>A. Desk &lt;desk@x.example></author>                            | A. Desk
            author      | <author>"Desk, A." &lt;desk@x.example></author>                          | Desk, A.
            author      | <author>A. Desk (desk@x.example)</author>                               | A. Desk
            author      | <author>&lt;desk@x.example></author>                                    | desk@x.example
            author      | <author>desk@x.example</author>                                         | desk@x.example
            author      | <author>A. Desk [desk@x.example]</author>                               | A. Desk
            author      | <author>&lt;desk@x.example> A. Desk</author>                            | A. Desk
            author      | <author>[desk@x.example] A. Desk</author>                               | A. Desk
            author      | <author>(mailto:desk@x.example) A. Desk</author>                        | A. Desk
            author      | <atom:author><name>A. Desk</name><email>d@x.example</email></atom:author> | A. Desk
            author      | <dc:creator>A. Desk (@desk)</dc:creator>                                | A. Desk (@desk)
            author      | <author>a@x.example (A), b@x.example (B)</author>                       | a@x.example (A), b@x.example (B)
            summary     | <description>&lt;img srcset="/a.png 1x, b.png 2x,c.png"></description>   | <img srcset="https://site.example/a.png 1x, https://site.example/dir/b.png 2x, https://site.example/dir/c.png">
            summary     | <description>&lt;img srcset="data:image/png;base64,AA 1x, javascript:x 2x"></description> | <img>
            summary     | <description>&lt;img srcset="/a.png 1x, /b script:x 2x"></description>  | <img srcset="https://site.example/a.png 1x">
            summary     | <description>a&lt;svg>&lt;style>b&lt;/style>&lt;script>c&lt;/script>&lt;/svg></description> | a
            summary     | <description>&lt;video src="/v.mp4" poster="/p.png" autoplay onplay="x()">&lt;/video></description> | <video src="https://site.example/v.mp4" poster="https://site.example/p.png"></video>
            summary     | <description>&lt;p dir="rtl" lang="ar" style="x" class="y">a&lt;/p></description> | <p dir="rtl" lang="ar">a</p>
            summary     | <description>&lt;center>a&lt;/center> &lt;form>b&lt;/form></description> | <center>a</center> b
            content     | <content:encoded>&lt;a href="/x">y&lt;/a></content:encoded>             | <a href="https://site.example/x">y</a>
            content     | <fullitem>&lt;p>All&lt;/p></fullitem>                                   | <p>All</p>
            content     | <content:items><rdf:Bag><rdf:li><content:item><rdf:value>&lt;p>x&lt;/p></rdf:value></content:item></rdf:li></rdf:Bag></content:items> | <p>x</p>
            content     | <xhtml:body><xhtml:p>All</xhtml:p></xhtml:body>                         | <p>All</p>
            author      | <author>desk@x.example (A. Desk)</author>                               | A. Desk
            author      | <author><name>A. Desk</name><email>d@x.example</email></author>         | A. Desk
            author      | <dc:creator>A</dc:creator><dc:creator>B</dc:creator>                    | A, B
            author      | <dc:creator>A</dc:creator><dc:creator>A</dc:creator>                    | A
            author      | <itunes:author>Host</itunes:author>                                     | Host
            published   | <dcterms:issued>2026-09-27T10:00:00Z</dcterms:issued>                   | 2026-09-27T10:00:00Z
            published   | <pubDate>never</pubDate><dc:date>2026-09-27T10:00:00Z</dc:date>         | 2026-09-27T10:00:00Z
            published   | <a3:issued xmlns:a3="http://purl.org/atom/ns#">2026-09-27T10:00:00Z</a3:issued> | 2026-09-27T10:00:00Z
            summary     | <description><b>x</b> &lt;i&gt;y&lt;/i&gt;</description>                | <b>x</b> <i>y</i>
            content     | <content:encoded>a&lt;iframe src="x"> &lt;b>z&lt;/b></content:encoded>  | a <b>z</b>
            author      | <author><p>A. Desk</p></author>                                         | A. Desk
            updated     | <dcterms:modified>2026-09-27T10:00:00Z</dcterms:modified>               | 2026-09-27T10:00:00Z
            language    | <dc:language>ko_KR</dc:language>                                        | ko-KR
            language    | <content:encoded xml:lang="ko">x</content:encoded>                      | ko
            language    | <description xml:lang="ko">x</description><title xml:lang="en">x</title> | ko
            language    | <guid xml:lang="fr">7</guid><title>x</title>                            | -
            summary     | <content:encoded>&lt;p>All&lt;/p></content:encoded>                     | <p>All</p>
            summary     | <fullitem>All</fullitem>                                                | All
            summary     | <description>Part</description><content:encoded>All</content:encoded>   | Part
            summary     | <description>a&lt;!-- more --></description>                            | a
            summary     | <description>a &lt;!-- b</description>                                  | a <!-- b
            summary     | <description>&lt;b>a&lt;/b>&lt;!-- b > c</description>                  | <b>a</b> c
            summary     | <description>a&lt;!-- b --> c&lt;!-- d &lt;b> e</description>           | a c e
            title       | <title>&lt;b>a&lt;/b>&lt;!--</title>                                    | a
            title       | <title>a&#x2028;b</title>                                               | a b
            title       | <title>a&#x2029;&lt;b>b&lt;/b></title>                                  | a b
            link        | <link>http:///x.example/a</link>                                        | http://x.example/a
            """)
    void reads_an_item_of_rss(String field, String item, String expected) {
        assertThat(entry(RSS.formatted("<item>" + item + "</item>"), field)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            title    | <title>One</title><image><title>Other</title></image>                    | One
            link     | <image><link>/i</link></image><link>/a</link>                            | https://site.example/a
            link     | <atom:link rel="self" href="/f"/><atom:link href="/a"/>                  | https://site.example/a
            id       | <atom:id>urn:x</atom:id>                                                 | urn:x
            language | <language>en_US</language>                                               | en-US
            language | <dc:language>ko</dc:language>                                            | ko
            author   | <webMaster>w</webMaster><managingEditor>m</managingEditor>               | m
            author   | <webMaster>w@x.example (W)</webMaster>                                   | W
            author   | <atom:author><atom:name>N</atom:name></atom:author>                      | N
            author   | <itunes:owner><itunes:name>O</itunes:name></itunes:owner><webMaster>w</webMaster> | O
            updated  | <dcterms:created>2026-09-27T10:00:00Z</dcterms:created>                  | 2026-09-27T10:00:00Z
            description | <a3:tagline xmlns:a3="http://purl.org/atom/ns#">Words</a3:tagline>    | Words
            description | <atom:subtitle>Words</atom:subtitle>                                  | Words
            """)
    void reads_a_channel_of_rss(String field, String channel, String expected) {
        assertThat(feed(RSS.formatted(channel), field)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            title    | <title type="html">A &amp;amp; &lt;b&gt;B&lt;/b&gt;</title>               | A & B
            title    | <title>&lt;b&gt;</title>                                                  | <b>
            title    | <title type="xhtml"><xhtml:div>A <xhtml:b>B</xhtml:b></xhtml:div></title> | A B
            title    | <title/><media:group><media:title>Of media</media:title></media:group>    | Of media
            link     | <link rel="self" href="/s"/><link rel="alternate" href="/a"/>             | https://site.example/a
            link     | <link type="image/png" href="/p"/><link type="text/html" href="/h"/>      | https://site.example/h
            link     | <content src="/c" type="text/html"/>                                      | https://site.example/c
            link     | <link rel="enclosure" href="/a.mp3"/><link rel="via" href="/v"/>          | https://site.example/a.mp3
            link     | <id>https://x.example/1</id>                                              | https://x.example/1
            link     | <id>https://x.example/1</id><link href="/a"/>                             | https://site.example/a
            link     | <id>urn:x:1</id>                                                          | -
            content  | <content type="html"><div>&lt;p&gt;Said twice&lt;/p&gt;</div></content>   | <div><p>Said twice</p></div>
            content  | <content type="text/html">&lt;p>x&lt;/p></content>                        | <p>x</p>
            content  | <content type="xhtml"> <xhtml:div>a <xhtml:b>b</xhtml:b></xhtml:div> </content> | a <b>b</b>
            content  | <content type="xhtml"><xhtml:p>a</xhtml:p><xhtml:div>b</xhtml:div></content> | <p>a</p><div>b</div>
            id       | <id>/2026/1</id>                                                          | https://site.example/2026/1
            id       | <id xml:base="https://x.example/d/">a/1</id>                              | https://x.example/d/a/1
            id       | <id>tag:x.example,2026:a/1</id>                                           | tag:x.example,2026:a/1
            id       | <id>1</id>                                                                | 1
            id       | <dc:identifier>doi:1</dc:identifier>                                      | doi:1
            updated  | <dc:date>2026-09-27T10:00:00Z</dc:date>                                   | 2026-09-27T10:00:00Z
            content  | <content type="application/octet-stream">PGI+eDwvYj4=</content>           | <b>x</b>
            content  | <content:encoded>&lt;p>x&lt;/p></content:encoded>                         | <p>x</p>
            summary  | <dc:description>In short</dc:description>                                 | In short
            author   | <author><name>A</name></author><author><email>b@x.example</email></author> | A, b@x.example
            author   | <source><author><name>S</name></author></source>                          | S
            author   | <dc:author>D</dc:author>                                                  | D
            published | <updated>2026-09-27T10:00:00Z</updated>                                  | 2026-09-27T10:00:00Z
            language | <content xml:lang="en">x</content><title xml:lang="ko">y</title>          | en
            language | <summary xml:lang="en_GB">x</summary>                                     | en-GB
            language | <id xml:lang="fr">x</id><title>y</title>                                  | -
            summary  | <content>All</content>                                                    | -
            content  | <content type="html" xml:base="http:///x.example/d/">&lt;a href="b">c&lt;/a></content> | <a href="http://x.example/d/b">c</a>
            """)
    void reads_an_entry_of_atom(String field, String entry, String expected) {
        assertThat(entry(ATOM.formatted("<entry>" + entry + "</entry>"), field)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            title    | <title mode="base64">VGFsa3M=</title>                                      | Talks
            title    | <title type="text/html" mode="escaped">&lt;b&gt;&#x26;amp;&lt;/b&gt;</title> | &
            link     | <link rel="enclosure">https://x.example/e</link><link>https://x.example/a</link> | https://x.example/a
            author   | <author><homepage>https://x.example/</homepage></author>                   | https://x.example/
            content  | <content type="multipart/alternative"><content type="text/plain">t</content><content type="text/html" mode="escaped">&lt;p>h&lt;/p></content></content> | <p>h</p>
            content  | <content type="text/plain">t</content><content type="application/xhtml+xml"><p>h</p></content> | <p>h</p>
            updated  | <modified>2026-09-27T10:00:00Z</modified>                                  | 2026-09-27T10:00:00Z
            """)
    void reads_an_entry_of_atom_03(String field, String entry, String expected) {
        assertThat(entry(OLD_ATOM.formatted("<entry>" + entry + "</entry>"), field))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            /feed/title            | {"title": "Bare"}                                              | Bare
            /feed/author           | {"author": {"url": "mailto:d@x.example?subject=Hi"}}           | d@x.example
            /feed/author           | {"items": [], "authors": [{"name": "A"}, {"name": "B"}]}       | A, B
            /feed/author           | {"items": [], "authors": {"name": "A", "url": "https://x.example/a"}} | A
            /feed/author           | {"items": [], "authors": "A"}                                  | A
            /feed/language         | {"items": [], "language": "en_GB"}                             | en-GB
            /entries/0/id          | {"items": [{"id": 7}]}                                         | 7
            /entries/0/id          | {"items": [{"id": Infinity}]}                                  | Infinity
            /entries/0/title       | {"items": [null, {"title": "<b>as it is</b>"}]}                | <b>as it is</b>
            /entries/0/link        | {"items": [{"external_url": "https://x.example/e"}]}           | https://x.example/e
            /entries/0/content     | {"items": [{"content_html": "<a href='/a'>b</a>"}]}            | <a href="https://site.example/a">b</a>
            /entries/0/content     | {"items": [{"content_text": "1 < 2"}]}                         | 1 < 2
            /entries/0/id          | {"items": [{"id": {"a": 1}}, {}, {"id": "b"}]}                 | b
            /entries/0/published   | {"items": [{"date_published": 1790000000}]}                    | 2026-09-21T14:13:20Z
            /entries/0/title       | {"items": [{"title": "whole"}, {"title": "cut                  | whole
            """)
    void reads_a_json_feed(String path, String document, String expected) {
        assertThat(value(document, path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"link, https://b.example/i/1", "summary, <a href=\"https://b.example/x\">y</a>"})
    void resolves_the_links_of_a_channel_of_cdf_against_its_own_base(String field, String expected) {
        String channel = "<CHANNEL BASE=\"https://b.example/\"><ITEM HREF=\"/i/1\">"
                + "<ABSTRACT>&lt;a href=\"x\">y&lt;/a></ABSTRACT></ITEM></CHANNEL>";

        assertThat(entry(channel, field)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Content-Language | en_GB                     | /feed/language | en-GB
            Content-Location | https://o.example/d/f     | /feed/link     | https://o.example/d/page
            Content-Location | ../e/                     | /feed/link     | https://site.example/e/page
            Content-Location | javascript:alert(1)       | /feed/link     | https://site.example/dir/page
            """)
    void reads_what_a_header_adds(String header, String stated, String path, String expected) {
        String document = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><link href=\"page\"/></feed>";
        assertThat(value(document, Map.of(header, stated), path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <!-- <div> --><!DOCTYPE rss [<!ENTITY a "x/1">]>            | a x/1 b
            <!DOCTYPE rss [<!ENTITY a "&#169; &amp; &#x2014;">]>         | a © & — b
            <!DOCTYPE rss [<!ENTITY b "y &c;"><!ENTITY c "z"><!ENTITY a "x &b;">]> | a x y z b
            <!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>  | a b
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x">      | a &a; b
            """)
    void reads_past_a_document_type(String prolog, String title) {
        String document = prolog + "<rss version=\"2.0\"><channel><title>a &a; b</title></channel></rss>";
        assertThat(feed(document, "title")).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({
        "<items><item><title>T</title></item></items>",
        "<section><item><title>T</title></item></section>",
        "<entry><title>T</title></entry>",
        "<atom:entry><atom:title>T</atom:title></atom:entry>"
    })
    void finds_the_items_of_a_channel_however_they_are_called(String items) {
        assertThat(value(RSS.formatted(items), "/entries/0/title")).isEqualTo("T");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <title><![CDATA[one</title></item><item><title>two</title></item>
            <title><![CDATA[one</title></item><item><title>two</title><x><![CDATA[a]]></x></item>
            <title>o<![CDATA[ne</title></item><item><title>two</title><x><![CDATA[a</x></item>
            <title>one<!-- a</title></item><item><title>two</title></item>
            <title>one</title><item/><item><title>two</title></item></item>
            <item><title>two</title></item><title>one</title><gallery><item><title>x</title></item></gallery></item>
            <title><![CDATA[one]]></title><x><![CDATA[<b>a</b>]]></x> & </item><item><title>two</title></item>
            """)
    void loses_no_entry_to_one_that_is_never_closed(String items) {
        String document = RSS.formatted("<item>" + items);
        assertThat(value(document, "/entries/0/title")).startsWith("one");
        assertThat(value(document, "/entries/1/title")).isEqualTo("two");
        assertThat(value(document, "/entries/2/title")).isNull();
    }

    private static String entry(String document, String field) {
        return value(document, "/entries/0/" + field);
    }

    private static String feed(String document, String field) {
        return value(document, "/feed/" + field);
    }

    private static String value(String document, String path) {
        return value(document, Map.of(), path);
    }

    private static String value(String document, Map<String, String> headers, String path) {
        ParseResult result = new FeedParser()
                .parse(
                        new FeedDocument(
                                document.getBytes(StandardCharsets.UTF_8),
                                null,
                                headers,
                                URI.create("https://site.example/dir/feed")),
                        ZoneOffset.UTC,
                        Instant.parse("2026-10-01T00:00:00Z"));
        JsonNode found = JSON.valueToTree(result).at(path);
        return found.isMissingNode() || found.isNull() ? null : found.asText();
    }
}
