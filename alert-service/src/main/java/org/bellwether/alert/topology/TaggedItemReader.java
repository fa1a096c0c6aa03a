package org.bellwether.alert.topology;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.bellwether.alert.indicator.Indicators;
import org.bellwether.alert.indicator.Reading;
import org.bellwether.events.TaggedItem;
import org.bellwether.events.Topic;
import org.bellwether.messaging.DeadLetter;
import org.bellwether.messaging.EventJson;
import org.jspecify.annotations.Nullable;

/** Reads an item once for every indicator; whatever is wrong with one item ends with that item. */
final class TaggedItemReader extends ContextualProcessor<byte[], byte[], byte[], Routed> {

    private final Indicators indicators;
    private final TopologyReports reports;

    TaggedItemReader(Indicators indicators, TopologyReports reports) {
        this.indicators = indicators;
        this.reports = reports;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        List<Reading> readings;
        try {
            readings = read(record.value());
        } catch (RuntimeException e) {
            // Not only malformed JSON: a valid item that a rule stumbles over must not stop the line either.
            context().forward(deadLetter(record, e));
            return;
        }
        for (Reading reading : readings) {
            context().forward(record.withHeaders(new RecordHeaders()).withValue((Routed)
                    new Routed.ToIndicator(reading)));
        }
    }

    private List<Reading> read(byte @Nullable [] body) {
        TaggedItem item = EventJson.read(body, TaggedItem.class);
        return indicators.all().stream()
                .map(definition -> Reading.of(item, definition))
                .flatMap(Optional::stream)
                .toList();
    }

    private Record<byte[], Routed> deadLetter(Record<byte[], byte[]> record, RuntimeException cause) {
        Optional<RecordMetadata> place = context().recordMetadata();
        DeadLetter letter = new DeadLetter(
                Topic.NEWS_TAGGED.topicName(),
                place.map(RecordMetadata::partition).orElse(-1),
                place.map(RecordMetadata::offset).orElse(-1L),
                context().applicationId(),
                String.valueOf(cause.getMessage()),
                cause.getClass().getName());
        reports.deadLetter(letter);
        RecordHeaders headers = new RecordHeaders(record.headers());
        letter.headers().forEach(headers::add);
        return record.withHeaders(headers).withValue(new Routed.Unreadable(record.value()));
    }
}
