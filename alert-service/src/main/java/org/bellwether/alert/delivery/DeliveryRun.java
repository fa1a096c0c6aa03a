package org.bellwether.alert.delivery;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.bellwether.alert.channel.ChannelKind;
import org.bellwether.alert.ops.StageLag;
import org.bellwether.alert.subscription.Notices;
import org.bellwether.alert.subscription.Subscription;
import org.jboss.logging.Logger;

/**
 * Keeps deliveries moving: what is planned goes out at once, and a sweep brings what is due again, also from before a
 * restart and from instances that died. Also the notices' way out, which so have the ledger's patience.
 */
@Singleton
public class DeliveryRun implements Notices {

    private static final Logger LOG = Logger.getLogger(DeliveryRun.class);
    /** Rows of each channel at a time, so that those of a slow one keep none of another from being found. */
    private static final int SWEEP = 500;

    private final Courier courier;
    private final MongoLedger ledger;
    private final MeterRegistry meters;
    private final StageLag lag;
    private final InstantSource clock;
    private final Duration keep;
    private final Dispatcher dispatcher;
    private volatile boolean prepared;

    DeliveryRun(
            Courier courier,
            MongoLedger ledger,
            MeterRegistry meters,
            StageLag lag,
            InstantSource clock,
            DeliveryConfig config) {
        this.courier = courier;
        this.ledger = ledger;
        this.meters = meters;
        this.lag = lag;
        this.clock = clock;
        this.keep = config.keep();
        this.dispatcher = new Dispatcher(this::carry, config.concurrency());
        for (ChannelKind channel : ChannelKind.values()) {
            Verdict.OUTCOMES.forEach(outcome -> counter(channel, outcome));
        }
    }

    /** Has them sent at once; returns before they are. */
    public void dispatch(List<Delivery> deliveries) {
        dispatcher.dispatch(deliveries);
    }

    @Override
    public void send(Kind kind, Subscription subscription, Instant occasion) {
        Delivery notice = Delivery.ofNotice(
                kind.name().toLowerCase(Locale.ROOT), occasion.toString(), subscription.id(), subscription.channel());
        ledger.open(List.of(notice), clock.instant());
        dispatch(List.of(notice));
    }

    @Scheduled(every = "${bellwether.delivery.sweep}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            if (!prepared) {
                ledger.prepare(keep);
                prepared = true;
            }
            for (ChannelKind channel : ChannelKind.values()) {
                dispatch(ledger.due(channel, clock.instant(), SWEEP));
            }
        } catch (MongoException e) {
            LOG.debugf("the store is away, deliveries wait: %s", e.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        dispatcher.close();
    }

    private void carry(String deliveryId) {
        try {
            courier.carry(deliveryId).ifPresent(this::report);
        } catch (MongoException e) {
            LOG.warnf("delivery %s waits for the store: %s", deliveryId, e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "delivery %s failed unexpectedly; it is tried again when its lease ends", deliveryId);
        }
    }

    private void report(Courier.Report report) {
        Delivery delivery = report.delivery();
        Verdict verdict = report.verdict();
        if (verdict instanceof Verdict.Waits waits) {
            LOG.debugf("delivery %s waits: %s", delivery.id(), waits.reason());
            return;
        }
        counter(delivery.channel(), verdict.outcome()).increment();
        if (verdict instanceof Verdict.Sent) {
            report.alert().ifPresent(alert -> lag.record(StageLag.Stage.DELIVER, alert.detectedAt(), clock.instant()));
        } else if (verdict instanceof Verdict.Again again) {
            LOG.infof(
                    "delivery %s by %s: %s; attempt %d follows in %d ms",
                    delivery.id(),
                    delivery.channel().id(),
                    again.reason(),
                    delivery.attempts() + 1,
                    again.after().toMillis());
        } else {
            LOG.warnf("delivery %s by %s: %s", delivery.id(), delivery.channel().id(), verdict);
        }
    }

    private Counter counter(ChannelKind channel, String outcome) {
        return meters.counter("bellwether.deliveries", "channel", channel.id(), "outcome", outcome);
    }
}
