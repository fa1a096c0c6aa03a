package org.bellwether.alert.delivery;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bellwether.alert.ops.DeadLetterTally;
import org.bellwether.alert.subscription.PresetStart;
import org.bellwether.events.Alert;
import org.bellwether.messaging.DeadLetter;
import org.bellwether.messaging.EventJson;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes alerts off the topic. A record is acknowledged once its deliveries stand in the ledger; one that is no alert
 * goes to the dead letters; while the store is away the record is tried again.
 */
@Singleton
public class AlertConsumer {

    private static final Logger LOG = Logger.getLogger(AlertConsumer.class);
    private static final String GROUP = "alert-delivery";
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Planner planner;
    private final DeliveryRun run;
    private final PresetStart presets;
    private final DeadLetterTally deadLetters;

    AlertConsumer(Planner planner, DeliveryRun run, PresetStart presets, DeadLetterTally deadLetters) {
        this.deadLetters = deadLetters;
        this.planner = planner;
        this.run = run;
        this.presets = presets;
    }

    @Incoming("alerts-to-deliver")
    Uni<Void> consume(ConsumerRecord<String, byte[]> incoming) {
        return presets.ready()
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(ready -> EventJson.read(incoming.value(), Alert.class))
                .chain(this::deliver)
                .onFailure()
                .invoke(failure -> deadLetters.add(letter(incoming, failure)));
    }

    private static DeadLetter letter(ConsumerRecord<String, byte[]> incoming, Throwable failure) {
        return new DeadLetter(
                incoming.topic(),
                incoming.partition(),
                incoming.offset(),
                GROUP,
                String.valueOf(failure.getMessage()),
                failure.getClass().getName());
    }

    private Uni<Void> deliver(Alert alert) {
        return Uni.createFrom()
                .item(() -> planner.plan(alert))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .onFailure(StoreFailures::pass)
                .invoke(failure -> LOG.warnf("alert %s waits for the store: %s", alert.id(), failure.getMessage()))
                .onFailure(StoreFailures::pass)
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely()
                .invoke(planned -> {
                    LOG.infof("alert %s of %s: %d deliveries", alert.id(), alert.indicatorId(), planned.size());
                    run.dispatch(planned);
                })
                .replaceWithVoid();
    }
}
