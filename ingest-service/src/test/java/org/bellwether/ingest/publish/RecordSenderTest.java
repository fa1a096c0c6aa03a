package org.bellwether.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bellwether.events.Topic;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.backend.BrokerRefusedException;
import org.bellwether.ingest.publish.RecordSender.Outgoing;
import org.bellwether.messaging.CloudEvent;
import org.junit.jupiter.api.Test;

class RecordSenderTest {

    @Test
    void aRecordThatNoBrokerTakesIsToldAndTheOthersGoOn() {
        Answering producer = new Answering(new RecordTooLargeException("too large"));

        assertThat(new RecordSender(producer)
                        .send(Topic.NEWS_ITEMS, List.of(outgoing("one"), outgoing("bad"), outgoing("two"))))
                .containsOnlyKeys("bad")
                .containsValue("too large");
        assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("one", "two");
    }

    @Test
    void aBrokerThatDoesNotAnswerIsAway() {
        RecordSender sender = new RecordSender(new Answering(new TimeoutException("no metadata")));

        assertThatThrownBy(() -> sender.send(Topic.NEWS_ITEMS, List.of(outgoing("bad"))))
                .isInstanceOf(BackendAwayException.class);
    }

    @Test
    void aBrokerThatForbidsWritingIsNotAway() {
        RecordSender sender = new RecordSender(new Answering(new TopicAuthorizationException("not yours")));

        assertThatThrownBy(() -> sender.send(Topic.NEWS_ITEMS, List.of(outgoing("bad"))))
                .isInstanceOf(BrokerRefusedException.class)
                .hasMessage("the broker refuses: not yours");
    }

    private static Outgoing outgoing(String key) {
        return new Outgoing(key, CloudEvent.of(Topic.NEWS_ITEMS, key, "/test", Instant.EPOCH), List.of(key));
    }

    /** Kafka's own stand-in for its producer, failing for the key {@code bad}. */
    private static final class Answering extends MockProducer<String, byte[]> {

        private final RuntimeException failure;

        Answering(RuntimeException failure) {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
            this.failure = failure;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
            return record.key().equals("bad") ? CompletableFuture.failedFuture(failure) : super.send(record);
        }
    }
}
