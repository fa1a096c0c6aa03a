package org.bellwether.alert.archive;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.bellwether.alert.archive.ArchiveWriter.Rejected;
import org.bellwether.alert.ops.DeadLetterTally;
import org.bellwether.messaging.DeadLetter;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Puts the unreadable records of a batch aside, each into its topic's dead letters. The connector's own strategy would
 * put the whole batch there.
 */
@ApplicationScoped
class ArchiveDeadLetters {

    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LAST_RETRY = Duration.ofSeconds(5);

    private final MutinyEmitter<byte[]> emitter;
    private final DeadLetterTally tally;

    ArchiveDeadLetters(@Channel("archive-dead-letters") MutinyEmitter<byte[]> emitter, DeadLetterTally tally) {
        this.emitter = emitter;
        this.tally = tally;
    }

    /** Completes when the broker has them all; the batch is not acknowledged before. */
    Uni<Void> publish(List<Rejected> rejected, String group) {
        return Multi.createFrom()
                .iterable(rejected)
                .onItem()
                .transformToUniAndConcatenate(letter -> publish(letter, group))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> publish(Rejected rejected, String group) {
        ConsumerRecord<String, byte[]> record = rejected.record();
        DeadLetter letter = new DeadLetter(
                record.topic(),
                record.partition(),
                record.offset(),
                group,
                String.valueOf(rejected.cause().getMessage()),
                rejected.cause().getClass().getName());
        tally.add(letter);
        RecordHeaders headers = new RecordHeaders(record.headers());
        letter.headers().forEach(headers::add);
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(record.topic() + ".dlq")
                .withKey(record.key())
                .withHeaders(headers)
                .build();
        byte[] body = Optional.ofNullable(record.value()).orElse(new byte[0]);
        return Uni.createFrom()
                .deferred(() -> emitter.sendMessage(Message.of(body).addMetadata(metadata)))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely();
    }
}
