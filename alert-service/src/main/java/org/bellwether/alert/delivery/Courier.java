package org.bellwether.alert.delivery;

import com.mongodb.MongoException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bellwether.alert.channel.Channel;
import org.bellwether.alert.channel.ChannelKind;
import org.bellwether.alert.channel.Outcome;
import org.bellwether.alert.subscription.MongoSubscriptions;
import org.bellwether.alert.subscription.Notices;
import org.bellwether.alert.subscription.Recipients;
import org.bellwether.alert.subscription.Subscription;
import org.bellwether.events.Alert;

/** Carries one delivery: claims its row, sends, and notes what became of it. */
public final class Courier {

    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final MongoLedger ledger;
    private final MongoSubscriptions subscriptions;
    private final Recipients recipients;
    private final Map<ChannelKind, Channel> channels;
    private final Rules rules;
    private final InstantSource clock;

    /**
     * How deliveries are tried.
     *
     * @param policy when to try again
     * @param lease how long one attempt may take; longer than any channel's timeouts together
     * @param random 0 (inclusive) to 1 (exclusive)
     */
    public record Rules(RetryPolicy policy, Duration lease, DoubleSupplier random) {}

    /**
     * What became of a delivery.
     *
     * @param delivery as claimed
     * @param alert the alert that was sent, if one was
     * @param verdict what follows
     */
    public record Report(Delivery delivery, Optional<Alert> alert, Verdict verdict) {}

    public Courier(
            MongoLedger ledger,
            MongoSubscriptions subscriptions,
            Recipients recipients,
            List<Channel> channels,
            Rules rules,
            InstantSource clock) {
        this.ledger = ledger;
        this.subscriptions = subscriptions;
        this.recipients = recipients;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::kind, Function.identity()));
        this.rules = rules;
        this.clock = clock;
    }

    /** Blocks for the attempt. Empty when there was nothing to do: the row is not due, done, or somebody else's. */
    public Optional<Report> carry(String deliveryId) {
        return ledger.claim(deliveryId, clock.instant(), rules.lease()).map(claimed -> {
            Report report = attempt(claimed);
            settle(claimed, report.verdict());
            return report;
        });
    }

    /** What fails in an unforeseen way has its attempts counted like any other, or it would come back for ever. */
    private Report attempt(Delivery claimed) {
        try {
            Optional<Alert> alert = claimed.isAlert() ? ledger.alert(claimed.alertId()) : Optional.empty();
            return new Report(claimed, alert, send(claimed, alert));
        } catch (MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            // Neither its message nor its trace goes further: they may quote the recipient.
            StackTraceElement[] trace = e.getStackTrace();
            String place = trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
            Outcome failed = new Outcome.Retry("unexpected " + e.getClass().getSimpleName() + place);
            return new Report(claimed, Optional.empty(), judge(claimed, failed));
        }
    }

    private Verdict send(Delivery claimed, Optional<Alert> alert) {
        Optional<Subscription> subscription = subscriptions.byId(claimed.subscriptionId());
        if (subscription.isEmpty()) {
            return new Verdict.Dropped("there is no such subscription");
        }
        if (!claimed.isAlert()) {
            return judge(claimed, sendNotice(claimed, subscription.get()));
        }
        if (alert.isEmpty()) {
            return new Verdict.Failed("the alert is no longer kept");
        }
        return subscription
                .get()
                .whyNot(alert.get())
                .<Verdict>map(Verdict.Dropped::new)
                .or(() -> notItsTurn(claimed))
                .orElseGet(() -> judge(
                        claimed, channel(claimed).send(claimed.id(), alert.get(), recipients.of(subscription.get()))));
    }

    /**
     * What an indicator did is told in order, as {@link MongoTurns} has it. The end of a firing is no news to who was
     * never told of it, be it that nothing arrived or that they subscribed later.
     */
    private Optional<Verdict> notItsTurn(Delivery claimed) {
        ledger.turns().overtake(claimed, clock.instant());
        MongoTurns.Earlier earlier = ledger.turns().before(claimed, clock.instant());
        if (earlier.open() > 0) {
            return Optional.of(
                    new Verdict.Waits(until(earlier.due()), "what the indicator did before is still on its way"));
        }
        Delivery.Place place = claimed.place();
        boolean onlyTheEnd = place != null && place.isLast() && earlier.sent() == 0;
        return onlyTheEnd
                ? Optional.of(new Verdict.Dropped("the firing that is over was not told to this subscription either"))
                : Optional.empty();
    }

    /** Its end will bring this one forward; looked at again all the same, in case who ended it died before doing so. */
    private Duration until(Instant due) {
        Duration wait = Duration.between(clock.instant(), due);
        return wait.compareTo(rules.lease()) < 0 ? rules.lease() : wait;
    }

    private Outcome sendNotice(Delivery claimed, Subscription subscription) {
        Notices.Kind kind = Notices.Kind.valueOf(claimed.content().toUpperCase(Locale.ROOT));
        return channel(claimed).send(claimed.id(), recipients.notice(kind, subscription), recipients.of(subscription));
    }

    private Verdict judge(Delivery claimed, Outcome outcome) {
        return rules.policy().after(claimed.attempts(), outcome, rules.random().getAsDouble());
    }

    private Channel channel(Delivery delivery) {
        return Objects.requireNonNull(channels.get(delivery.channel()), "every channel is there");
    }

    /** As long as the lease lasts: what is sent but not noted would be sent again. */
    private void settle(Delivery claimed, Verdict verdict) {
        Uni.createFrom()
                .item(() -> {
                    ledger.settle(claimed, verdict, clock.instant());
                    return true;
                })
                .onFailure(MongoException.class)
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .expireIn(rules.lease().toMillis())
                .await()
                .indefinitely();
    }
}
