package org.bellwether.testkit;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bellwether.events.Topic;

/**
 * A topic's contract as both sides test it: a producer holds what it writes against the schema, a consumer reads the
 * golden file.
 */
public final class Contract {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final Topic topic;

    private Contract(Topic topic) {
        this.topic = topic;
    }

    public static Contract of(Topic topic) {
        return new Contract(topic);
    }

    /** The golden record, as bytes on the wire. */
    public byte[] golden() {
        return resource("/golden/" + topic.recordType().getSimpleName() + ".json");
    }

    /** What the schema finds wrong with a record on the wire; empty when it conforms. */
    public List<String> violations(byte[] json) {
        return schema()
                .validate(
                        new String(json, StandardCharsets.UTF_8),
                        InputFormat.JSON,
                        context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private JsonSchema schema() {
        byte[] schema = resource("/schemas/" + topic.recordType().getSimpleName() + ".schema.json");
        return SCHEMAS.getSchema(new String(schema, StandardCharsets.UTF_8));
    }

    private static byte[] resource(String path) {
        try (InputStream in = Topic.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("events ships no " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
