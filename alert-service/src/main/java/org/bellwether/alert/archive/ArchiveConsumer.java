package org.bellwether.alert.archive;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.bellwether.alert.archive.ArchiveWriter.Outcome;
import org.bellwether.alert.ops.StageLag;
import org.bellwether.events.Alert;
import org.bellwether.events.IndicatorState;
import org.bellwether.events.Issue;
import org.bellwether.events.SourceStatus;
import org.bellwether.events.TaggedItem;
import org.bellwether.events.Topic;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Reads the topics into the store. A batch is acknowledged when it is stored; while the store is away it is tried again,
 * and only what cannot be read goes to the dead letters.
 */
@Singleton
class ArchiveConsumer {

    private static final Logger LOG = Logger.getLogger(ArchiveConsumer.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LAST_RETRY = Duration.ofSeconds(5);

    private final ArchiveWriter<TaggedItem> items;
    private final ArchiveWriter<Alert> alerts;
    private final ArchiveWriter<IndicatorState> states;
    private final ArchiveWriter<SourceStatus> sources;
    private final ArchiveWriter<Issue> issues;
    private final ArchiveDeadLetters deadLetters;
    private final Counter archived;
    private final StageLag lag;
    private final InstantSource clock;

    ArchiveConsumer(
            MongoDatabase database,
            ArchiveDeadLetters deadLetters,
            MeterRegistry meters,
            StageLag lag,
            InstantSource clock) {
        this.deadLetters = deadLetters;
        this.archived = meters.counter("bellwether.items.archived");
        this.lag = lag;
        this.clock = clock;
        items = new ArchiveWriter<>(
                Topic.NEWS_TAGGED, TaggedItem.class, database.getCollection(MongoItems.COLLECTION), ArchiveForms::item);
        alerts = new ArchiveWriter<>(
                Topic.ALERTS, Alert.class, database.getCollection(MongoAlerts.COLLECTION), ArchiveForms::alert);
        states = new ArchiveWriter<>(
                Topic.INDICATORS,
                IndicatorState.class,
                database.getCollection(MongoIndicatorStates.COLLECTION),
                state -> ArchiveForms.latest(state.indicatorId(), state));
        sources = new ArchiveWriter<>(
                Topic.SOURCES,
                SourceStatus.class,
                database.getCollection(MongoSources.COLLECTION),
                source -> ArchiveForms.latest(source.feedId(), source));
        issues = new ArchiveWriter<>(
                Topic.ISSUES,
                Issue.class,
                database.getCollection(MongoIssues.COLLECTION),
                issue -> ArchiveForms.latest(issue.id(), issue));
    }

    @Incoming("archive-items")
    Uni<Void> items(ConsumerRecords<String, byte[]> records) {
        return archive(items, records, "alert-archive-items", this::count);
    }

    @Incoming("archive-alerts")
    Uni<Void> alerts(ConsumerRecords<String, byte[]> records) {
        return archive(alerts, records, "alert-archive-alerts", stored -> {});
    }

    @Incoming("archive-indicators")
    Uni<Void> indicators(ConsumerRecords<String, byte[]> records) {
        return archive(states, records, "alert-archive-indicators", stored -> {});
    }

    @Incoming("archive-sources")
    Uni<Void> sources(ConsumerRecords<String, byte[]> records) {
        return archive(sources, records, "alert-archive-sources", stored -> {});
    }

    @Incoming("archive-issues")
    Uni<Void> issues(ConsumerRecords<String, byte[]> records) {
        return archive(issues, records, "alert-archive-issues", stored -> {});
    }

    private <T> Uni<Void> archive(
            ArchiveWriter<T> writer, ConsumerRecords<String, byte[]> records, String group, Consumer<List<T>> stored) {
        return Uni.createFrom()
                .item(() -> writer.write(records))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure(MongoException.class)
                .invoke(e -> LOG.warnf("%s: the store does not take it, trying again: %s", group, e.getMessage()))
                .onFailure(MongoException.class)
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely()
                .invoke(outcome -> stored.accept(outcome.stored()))
                .map(Outcome::rejected)
                .chain(rejected -> deadLetters.publish(rejected, group));
    }

    private void count(List<TaggedItem> stored) {
        archived.increment(stored.size());
        Instant now = clock.instant();
        for (TaggedItem tagged : stored) {
            lag.record(StageLag.Stage.ARCHIVE, tagged.item().fetched(), now);
        }
    }
}
