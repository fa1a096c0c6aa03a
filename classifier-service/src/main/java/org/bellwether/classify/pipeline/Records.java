package org.bellwether.classify.pipeline;

import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jspecify.annotations.Nullable;

/** How this service addresses what it writes. */
final class Records {

    /** CloudEvents {@code source}. */
    static final String SOURCE = "/classifier-service";

    private Records() {}

    static Metadata metadata(@Nullable String key, List<Header> headers) {
        return Metadata.of(OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(key)
                .withHeaders(new RecordHeaders(headers))
                .build());
    }
}
