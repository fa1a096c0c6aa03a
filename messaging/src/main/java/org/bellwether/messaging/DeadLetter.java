package org.bellwether.messaging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Where a record that could not be processed came from and why. The header names are those SmallRye Reactive Messaging
 * writes, so that dead letters of every part of the line read alike.
 *
 * @param topic it stood in
 * @param partition it stood in
 * @param offset it stood at
 * @param consumer group id of who could not process it
 * @param reason in words, with the place
 * @param cause class of the failure
 */
public record DeadLetter(String topic, int partition, long offset, String consumer, String reason, String cause) {

    public static final String REASON = "dead-letter-reason";
    public static final String CAUSE = "dead-letter-exception-class-name";
    public static final String TOPIC = "dead-letter-topic";
    public static final String PARTITION = "dead-letter-partition";
    public static final String OFFSET = "dead-letter-offset";
    public static final String CONSUMER = "dead-letter-consumer";

    /** Headers to add to the original's. */
    public List<Header> headers() {
        return List.of(
                header(TOPIC, topic),
                header(PARTITION, Integer.toString(partition)),
                header(OFFSET, Long.toString(offset)),
                header(CONSUMER, consumer),
                header(REASON, reason),
                header(CAUSE, cause));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
