package org.bellwether.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptReaderTest {

    private static final String FEEDS = """
            storylines: [news]
            feeds:
              - id: gazette
                outlet: {name: Gazette, owner: gazette, kind: news, country: KR, language: en, zone: Asia/Seoul}
                form: {format: rss2.0, content: plain, charset: EUC-KR}
                special: plain
            """;

    private static final String ITEM = """
            items:
              - key: first
                feed: gazette
                at: "+1s"
                title: A title
                text: A text.
            """;

    @Test
    void readsItemsAndTheirCorrections() {
        Script script = read(FEEDS, ITEM + """
                    corrections:
                      - {at: "+9s", title: Corrected, text: Another text.}
                """);

        assertThat(script.items()).singleElement().satisfies(item -> {
            assertThat(item.key()).isEqualTo("first");
            assertThat(item.editions()).extracting(DemoItem.Edition::title).containsExactly("A title", "Corrected");
        });
    }

    @Test
    void givesACopyTheTextOfItsOriginalWithItsOwnEdits() {
        Script script = read(FEEDS, ITEM + """
                  - {key: second, feed: gazette, at: "+2s", copyOf: first, title: Mine, replace: {A text: The text}}
                """);

        assertThat(script.items().get(1).first().title()).isEqualTo("Mine");
        assertThat(script.items().get(1).first().text()).isEqualTo("The text.");
    }

    @Test
    void namesTheLineWhereTheFileIsNoYaml() {
        refuses("news.yaml, line 3: while parsing a flow mapping", FEEDS, "items:\n  - {key: first\n  - other\n");
    }

    @Test
    void namesThePlaceOfAMemberNobodyKnows() {
        refuses("news.yaml, line 7, items[0].mood: nobody knows this member", FEEDS, ITEM + "    mood: gloomy\n");
    }

    @Test
    void namesThePlaceOfAMomentThatCannotBeRead() {
        refuses("news.yaml, line 4, items[0].at: 'soon' is no moment", FEEDS, ITEM.replace("+1s", "soon"));
    }

    @Test
    void namesTheItemThatLacksATitle() {
        refuses("news.yaml, line 2, items[0]: title is missing", FEEDS, ITEM.replace("    title: A title\n", ""));
    }

    @Test
    void namesTheFileThatIsNotThere() {
        refuses("other.yaml, line 0: there is no such file", FEEDS.replace("[news]", "[other]"), ITEM);
    }

    @Test
    void refusesAKeyThatIsTaken() {
        refuses("items[1] first: the key is taken", FEEDS, ITEM + ITEM.replace("items:\n", ""));
    }

    @Test
    void refusesAFeedNobodyPublishes() {
        refuses("items[0] first: there is no feed 'times'", FEEDS, ITEM.replace("gazette", "times"));
    }

    @Test
    void refusesTwoFeedsOfOneName() {
        String feed = FEEDS.substring(FEEDS.indexOf("  - id"));
        refuses("feeds.yaml, feeds: two feeds have the id 'gazette'", FEEDS + feed, ITEM);
    }

    @Test
    void refusesACopyOfNothing() {
        refuses(
                "items[1] second: no item 'zeroth' stands above it",
                FEEDS,
                ITEM + "  - {key: second, feed: gazette, at: \"+2s\", copyOf: zeroth}\n");
    }

    @Test
    void refusesAnEditThatChangesNothing() {
        refuses(
                "'No such words' does not stand in what it copies",
                FEEDS,
                ITEM + "  - {key: second, feed: gazette, at: \"+2s\", copyOf: first, replace: {No such words: x}}\n");
    }

    @Test
    void refusesATextThatTheCharsetOfItsFeedCannotCarry() {
        refuses("items[0] first: EUC-KR has no character '\u00e9'", FEEDS, ITEM.replace("A text", "A caf\u00e9"));
    }

    @Test
    void refusesAZoneThatIsNone() {
        refuses(
                "feeds.yaml, line 4, feeds[0].outlet: 'Asia/Hanyang' is no time zone",
                FEEDS.replace("Asia/Seoul", "Asia/Hanyang"),
                ITEM);
    }

    private static void refuses(String message, String feeds, String news) {
        assertThatThrownBy(() -> read(feeds, news))
                .isInstanceOf(BadScriptException.class)
                .hasMessageContaining(message);
    }

    private static Script read(String feeds, String news) {
        Map<String, String> files = Map.of("feeds.yaml", feeds, "news.yaml", news);
        return new ScriptReader(name -> Optional.ofNullable(files.get(name))
                        .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .read();
    }
}
