package org.bellwether.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.bellwether.events.Topic;

/**
 * The context of a record on a topic, as CloudEvents 1.0 headers in binary mode (CloudEvents Kafka protocol binding
 * 1.0.2, section 3.2).
 *
 * @param id unique together with the source, deterministic so that a repeated send is recognisable
 * @param source which service, as a URI reference such as {@code /ingest-service}
 * @param type what record
 * @param time when the fact came about (UTC)
 */
public record CloudEvent(String id, String source, String type, Instant time) {

    public static CloudEvent of(Topic topic, String id, String source, Instant time) {
        return new CloudEvent(id, source, topic.eventType(), time);
    }

    /** The headers, {@code content-type} among them. */
    public List<Header> headers() {
        return List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", id),
                header("ce_source", source),
                header("ce_type", type),
                header("ce_time", time.toString()),
                header("content-type", "application/json"));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
