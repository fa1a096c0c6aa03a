package org.bellwether.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bellwether.events.Act;
import org.bellwether.events.Tag;
import org.bellwether.events.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventJsonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                                    | no body
                    not json                              | not a Watch
                    []                                    | not a Watch
                    null                                  | null where a Watch
                    {"id":"w","name":"n"}                 | Watch.query is missing
                    {"id":"w","name":"n","query":null}    | Watch.query is missing
                    """)
    void namesThePlaceWhereBytesAreNotTheRecord(String json, String reason) {
        assertThatThrownBy(() -> EventJson.read(json.getBytes(UTF_8), Watch.class))
                .isInstanceOf(MalformedEventException.class)
                .hasMessageContaining(reason);
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
}
