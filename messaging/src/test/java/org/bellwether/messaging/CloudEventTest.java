package org.bellwether.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Collectors;
import org.bellwether.events.Topic;
import org.junit.jupiter.api.Test;

class CloudEventTest {

    @Test
    void carriesTheRequiredContextInBinaryMode() {
        CloudEvent event = CloudEvent.of(
                Topic.NEWS_ITEMS, "item-1/2", "/ingest-service", Instant.parse("2026-11-20T10:06:01.250Z"));

        assertThat(event.headers().stream()
                        .collect(Collectors.toMap(header -> header.key(), header -> new String(header.value(), UTF_8))))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", "item-1/2")
                .containsEntry("ce_source", "/ingest-service")
                .containsEntry("ce_type", "org.bellwether.NewsItem.v1")
                .containsEntry("ce_time", "2026-11-20T10:06:01.250Z")
                .containsEntry("content-type", "application/json")
                .hasSize(6);
    }
}
