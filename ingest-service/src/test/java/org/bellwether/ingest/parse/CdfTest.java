package org.bellwether.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.ingest.parse.Documents.parsed;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The channel definition format puts channels into channels. */
class CdfTest {

    private static final String SUB = "<CHANNEL HREF=\"http://a.example/sub\"><TITLE>Sub</TITLE>"
            + "<ITEM HREF=\"http://a.example/2\"><TITLE VALUE=\"two\"/></ITEM>"
            + "<CHANNEL><ITEM HREF=\"http://a.example/3\"><TITLE>three</TITLE></ITEM></CHANNEL></CHANNEL>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<CHANNEL HREF=\"http://a.example/\"><TITLE>Main</TITLE>%s</CHANNEL>",
                "<CHANNEL HREF=\"http://a.example/\"><Title VALUE=\"Main\"/>%s</CHANNEL>",
                "<CHANNEL HREF=\"http://a.example/\">%s<TITLE>Main</TITLE></CHANNEL>"
            })
    void is_read_as_its_outermost_channel_with_all_entries_in_order(String channel) {
        ParsedFeed feed = parsed(channel.formatted("<ITEM HREF=\"http://a.example/1\"><Title Value=\"one\"/></ITEM>"
                + SUB + "<ITEM HREF=\"http://a.example/4\"><TITLE>four</TITLE></ITEM>"));

        assertThat(feed.format()).isEqualTo("cdf");
        assertThat(feed.feed().title()).isEqualTo("Main");
        assertThat(feed.feed().link()).isEqualTo("http://a.example/");
        assertThat(feed.entries()).extracting(ParsedEntry::title).containsExactly("one", "two", "three", "four");
        assertThat(feed.entries()).extracting(ParsedEntry::link).last().isEqualTo("http://a.example/4");
    }
}
