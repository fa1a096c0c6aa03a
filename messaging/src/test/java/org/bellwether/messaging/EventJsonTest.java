package org.bellwether.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.bellwether.events.Act;
import org.bellwether.events.Alert;
import org.bellwether.events.IndicatorState;
import org.bellwether.events.NewsItem;
import org.bellwether.events.SourceStatus;
import org.bellwether.events.Tag;
import org.bellwether.events.TaggedItem;
import org.bellwether.events.Topic;
import org.bellwether.events.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventJsonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                                 | no body where a watch was expected
                    null                               | null where a watch was expected
                    not json                           | not a watch: cannot be read as JSON at line 1, column 1
                    {"id":"w",                         | not a watch: cannot be read as JSON at line 1, column 11
                    []                                 | not a watch: expected an object, found a list
                    7                                  | not a watch: expected an object, found 7
                    {"id":{},"name":"n","query":"q"}   | not a watch: at id expected text, found an object
                    {"id":"w","name":"n"}              | not a watch: query is missing
                    {"id":"w","name":"n","query":null} | not a watch: query is missing
                    {"id":{},"name":                   | not a watch: cannot be read as JSON at line 1, column 17
                    """)
    void saysWhatIsWrongWithAWatch(String json, String reason) {
        assertRefused(json, Watch.class, reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"detectedAt":"soon"}        | at detectedAt expected a time such as 2026-11-22T07:00:00Z, found "soon"
                    {"detectedAt":{}}            | at detectedAt expected a time such as 2026-11-22T07:00:00Z, found an object
                    {"window":{"from":[]}}       | at window.from expected a time such as 2026-11-22T07:00:00Z, found a list
                    {"window":5}                 | at window expected an object, found 5
                    {"episode":null}             | at episode expected a whole number within its range, found null
                    {"episode":"one"}            | at episode expected a whole number within its range, found "one"
                    {"episode":99999999999}      | at episode expected a whole number within its range, found 99999999999
                    {"observed":"many"}          | at observed expected a number, found "many"
                    {"transition":"gone"}        | at transition expected one of fired, escalated, amended, resolved, found "gone"
                    {"issues":"sma"}             | at issues expected a list, found "sma"
                    {"items":[{"quotes":[{"marks":[]},7]}]} | at items[0].quotes[1] expected an object, found 7
                    {"issues":["sma",null]}      | at issues[1] expected text, found null
                    {"items":[null]}             | at items[0] expected an object, found null
                    {"items":[{"quotes":[{"marks":[null]}]}]} | at items[0].quotes[0].marks[0] expected an object, found null
                    {"items":[{}]}               | items[0].version is missing
                    {"items":[{"quantity":{"value":"many"}}]} | at items[0].quantity.value expected a number, found "many"
                    {"detectedAt":"a\\nb"}       | at detectedAt expected a time such as 2026-11-22T07:00:00Z, found "a\\nb"
                    """)
    void saysWhereAndWhatWasExpectedAndFound(String json, String reason) {
        assertRefused(json, Alert.class, "not an alert: " + reason);
    }

    @Test
    void sparesTheReaderMostOfALongValue() {
        assertRefused(
                "{\"detectedAt\":\"" + "x".repeat(5_000) + "\"}",
                Alert.class,
                "not an alert: at detectedAt expected a time such as 2026-11-22T07:00:00Z, found \"" + "x".repeat(59)
                        + "…");
    }

    @Test
    void callsEveryRecordByAName() {
        assertThat(Stream.of(Alert.class, IndicatorState.class, NewsItem.class, SourceStatus.class, TaggedItem.class)
                        .map(Misread::named))
                .containsExactly("an alert", "an indicator state", "a news item", "a source status", "a tagged item");
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void keepsTheParsersOwnWordsToItself(Topic topic) {
        for (String json :
                new String[] {"[]", "5", "{", "[".repeat(3_000), "{\"id\":[[]],\"item\":5,\"at\":[]}", "\"x\""}) {
            assertThatExceptionOfType(MalformedEventException.class)
                    .isThrownBy(() -> EventJson.read(json.getBytes(UTF_8), topic.recordType()))
                    .withMessageNotContainingAny("java", "jackson", "deserialize", "Reader", "token", "Nesting")
                    .withNoCause();
        }
    }

    @Test
    void ignoresMembersItDoesNotKnow() {
        byte[] json = "{\"id\":\"w\",\"query\":\"q\",\"name\":\"n\",\"colour\":\"blue\"}".getBytes(UTF_8);

        assertThat(EventJson.read(json, Watch.class)).isEqualTo(new Watch("w", "q", "n"));
    }

    @Test
    void readsAnUnknownActAsReport() {
        byte[] json =
                "{\"issue\":\"i\",\"probability\":1,\"score\":1,\"act\":\"song\",\"uncertain\":false}".getBytes(UTF_8);

        assertThat(EventJson.read(json, Tag.class).act()).isEqualTo(Act.REPORT);
    }

    private static void assertRefused(String json, Class<?> type, String reason) {
        assertThatThrownBy(() -> EventJson.read(json.getBytes(UTF_8), type))
                .isInstanceOf(MalformedEventException.class)
                .hasMessage(reason);
    }
}
