package org.bellwether.ingest.push;

import java.time.Instant;
import java.util.List;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.Severity;
import org.bellwether.ingest.push.Subscription.State;
import org.jspecify.annotations.Nullable;

/**
 * What a feed's subscription means for its polling.
 *
 * @param pushed whether pushes work, so that it needs to be polled but seldom
 * @param conditions what is wrong with its pushes, if anything
 */
public record Standing(boolean pushed, List<Condition> conditions) {

    /** It is polled, and nothing else is known. */
    public static final Standing POLLED = new Standing(false, List.of());

    public Standing {
        conditions = List.copyOf(conditions);
    }

    static Standing of(Subscription subscription, Instant now) {
        return new Standing(subscription.isWorking(now), condition(subscription, now));
    }

    /** What is wrong stays wrong until a hub confirms, and until one pushes that had not; that one is being asked changes nothing. */
    private static List<Condition> condition(Subscription subscription, Instant now) {
        @Nullable State trouble = subscription.troubleAt(now);
        String hub = "its hub " + subscription.hub();
        if (trouble == State.DENIED) {
            String who = subscription.state() == State.DENIED
                    ? hub + " refuses"
                    : "it was refused, and " + hub + " has not confirmed it yet";
            String why = subscription.reason() == null ? "" : " (" + subscription.reason() + ")";
            return List.of(new Condition(
                    "push-denied", Severity.INFO, "is not pushed: " + who + why + "; it is polled", hub(subscription)));
        }
        if (trouble == State.LAPSED) {
            return stopped(
                    subscription.state() == State.PENDING
                            ? "the subscription was not renewed in time, and " + hub + " has not confirmed another yet"
                            : "the subscription at " + hub + " was not renewed in time",
                    hub(subscription));
        }
        @Nullable Instant doubted = subscription.pushing().doubted();
        return subscription.state() == State.ACTIVE && doubted != null
                ? stopped(
                        "a poll at " + doubted + " found entries that " + hub + " had not pushed",
                        List.of(subscription.hub().toString(), doubted.toString()))
                : List.of();
    }

    private static List<String> hub(Subscription subscription) {
        return List.of(subscription.hub().toString());
    }

    private static List<Condition> stopped(String why, List<String> figures) {
        return List.of(new Condition(
                "push-stopped",
                Severity.WARNING,
                "is not pushed any more: " + why + "; it is polled in its own rhythm, and the hub is asked anew",
                figures));
    }
}
