package org.bellwether.classify.pipeline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.bellwether.events.Topic;
import org.bellwether.messaging.DeadLetter;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sets aside what no retry can mend, as it came, with where it came from and why. */
@ApplicationScoped
class DeadLetterPublisher {

    private static final Logger LOG = Logger.getLogger(DeadLetterPublisher.class);

    private final MutinyEmitter<byte[]> channel;
    private final Counter counter;
    private final String group;
    private volatile @Nullable String lastReason;

    DeadLetterPublisher(
            @Channel("dead-letters") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> channel,
            @ConfigProperty(name = "mp.messaging.incoming.items.group.id") String group,
            MeterRegistry meters) {
        this.channel = channel;
        this.group = group;
        this.counter = Counter.builder("bellwether.dead.letters")
                .tag("topic", Topic.NEWS_ITEMS.topicName())
                .register(meters);
    }

    Uni<Void> publish(ConsumerRecord<String, byte[]> record, Throwable cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        DeadLetter letter = new DeadLetter(
                record.topic(),
                record.partition(),
                record.offset(),
                group,
                reason,
                cause.getClass().getName());
        List<Header> headers = new ArrayList<>(Arrays.asList(record.headers().toArray()));
        headers.addAll(letter.headers());
        byte[] body = record.value() == null ? new byte[0] : record.value();
        return channel.sendMessage(Message.of(body, Records.metadata(record.key(), headers)))
                .invoke(() -> {
                    counter.increment();
                    lastReason = reason;
                    LOG.warnf("%s-%d@%d set aside: %s", record.topic(), record.partition(), record.offset(), reason);
                });
    }

    long count() {
        return (long) counter.count();
    }

    Optional<String> lastReason() {
        return Optional.ofNullable(lastReason);
    }
}
