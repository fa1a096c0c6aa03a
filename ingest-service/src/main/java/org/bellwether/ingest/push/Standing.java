package org.bellwether.ingest.push;

import java.time.Instant;
import java.util.List;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.Severity;
import org.bellwether.ingest.push.Subscription.State;

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

    private static List<Condition> condition(Subscription subscription, Instant now) {
        if (subscription.state() == State.DENIED) {
            String why = subscription.reason() == null ? "" : " (" + subscription.reason() + ")";
            return List.of(new Condition(
                    "push-denied",
                    Severity.INFO,
                    "is not pushed: its hub " + subscription.hub() + " refuses" + why + "; it is polled"));
        }
        if (subscription.stateAt(now) == State.LAPSED) {
            return stopped("the subscription at its hub " + subscription.hub() + " was not renewed in time");
        }
        return subscription.state() == State.ACTIVE && subscription.pushing().doubted() != null
                ? stopped("a poll at " + subscription.pushing().doubted() + " found entries that its hub "
                        + subscription.hub() + " had not pushed")
                : List.of();
    }

    private static List<Condition> stopped(String why) {
        return List.of(new Condition(
                "push-stopped",
                Severity.WARNING,
                "is not pushed any more: " + why + "; it is polled in its own rhythm, and the hub is asked anew"));
    }
}
