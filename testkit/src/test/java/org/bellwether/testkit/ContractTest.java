package org.bellwether.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellwether.events.Topic;
import org.bellwether.messaging.EventJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void goldenRecordConformsToItsSchema(Topic topic) {
        assertThat(Contract.of(topic).violations(Contract.of(topic).golden())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void goldenRecordIsReadAndWrittenWithoutLoss(Topic topic) throws IOException {
        byte[] golden = Contract.of(topic).golden();

        Object record = EventJson.read(golden, topic.recordType());

        assertThat(JSON.readTree(EventJson.write(record))).isEqualTo(JSON.readTree(golden));
    }

    @ParameterizedTest
    @EnumSource
    void goldenRecordFillsEveryMember(Topic topic) throws IOException {
        assertThat(names(JSON.readTree(Contract.of(topic).golden())))
                .isEqualTo(Arrays.stream(topic.recordType().getRecordComponents())
                        .map(component -> component.getName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @EnumSource
    void schemaRequiresWhatTheRecordRequires(Topic topic) throws IOException {
        JsonNode schema = JSON.readTree(
                Topic.class.getResourceAsStream("/schemas/" + topic.recordType().getSimpleName() + ".schema.json"));
        Set<String> required = new TreeSet<>();
        schema.get("required").forEach(name -> required.add(name.asText()));

        assertThat(required)
                .isEqualTo(Arrays.stream(topic.recordType().getRecordComponents())
                        .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .map(component -> component.getName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @EnumSource
    void aMissingMemberIsAViolation(Topic topic) throws IOException {
        JsonNode golden = JSON.readTree(Contract.of(topic).golden());
        String first = golden.fieldNames().next();
        ((com.fasterxml.jackson.databind.node.ObjectNode) golden).remove(first);

        assertThat(Contract.of(topic).violations(JSON.writeValueAsBytes(golden)))
                .hasSize(1)
                .first()
                .asString()
                .contains(first);
    }

    private static Set<String> names(JsonNode object) {
        List<String> names = new java.util.ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return new TreeSet<>(names);
    }
}
