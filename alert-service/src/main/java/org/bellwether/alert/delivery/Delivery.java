package org.bellwether.alert.delivery;

import java.time.Instant;
import java.util.Comparator;
import org.bellwether.alert.channel.ChannelKind;
import org.bellwether.alert.text.ContentHash;
import org.bellwether.events.Alert;
import org.jspecify.annotations.Nullable;

/**
 * A message that somebody is to get: a row of the ledger.
 *
 * @param id from alert, subscription and channel, so that planning twice makes one
 * @param subscriptionId who gets it
 * @param channel by which
 * @param content {@code alert}, or the kind of a notice in lower case
 * @param alertId which alert; empty for a notice
 * @param place where the alert stands among its indicator's; absent for a notice
 * @param attempts tries so far, the one under way included
 * @param claim counts who took the row, tried or not; tells a claimant from those after it
 */
public record Delivery(
        String id,
        String subscriptionId,
        ChannelKind channel,
        String content,
        String alertId,
        @Nullable Place place,
        int attempts,
        int claim) {

    /** Content of a row that is an alert. */
    static final String ALERT = "alert";

    /**
     * Where an alert stands among all that one indicator did. The topology sees to it that no transition is noticed before
     * the one before it; of two noticed at once the earlier episode is told first, and in it the firing before its end.
     *
     * @param indicatorId whose transition it is
     * @param detectedAt when it was noticed (UTC)
     * @param episode the indicator's count of its firings, which may begin anew
     * @param rank in its episode: the firing, what changes it, its end
     */
    record Place(String indicatorId, Instant detectedAt, int episode, int rank) {

        private static final int LAST = 2;
        static final Comparator<Place> ORDER = Comparator.comparing(Place::detectedAt)
                .thenComparingInt(Place::episode)
                .thenComparingInt(Place::rank);

        static Place of(Alert alert) {
            int rank = switch (alert.transition()) {
                case FIRED -> 0;
                case ESCALATED, AMENDED -> 1;
                case RESOLVED -> LAST;
            };
            return new Place(alert.indicatorId(), alert.detectedAt(), alert.episode(), rank);
        }

        /** Whether a firing begins with it. */
        boolean isFirst() {
            return rank == 0;
        }

        /** Whether it only says that the firing is over. */
        boolean isLast() {
            return rank == LAST;
        }

        boolean isBefore(Place other) {
            return ORDER.compare(this, other) < 0;
        }
    }

    static Delivery ofAlert(Alert alert, String subscriptionId, ChannelKind channel) {
        String id = ContentHash.ofLines(alert.id(), subscriptionId, channel.id());
        return new Delivery(id, subscriptionId, channel, ALERT, alert.id(), Place.of(alert), 0, 0);
    }

    /**
     * @param occasion tells this notice from others of its kind
     */
    static Delivery ofNotice(String kind, String occasion, String subscriptionId, ChannelKind channel) {
        String id = ContentHash.ofLines(kind, occasion, subscriptionId);
        return new Delivery(id, subscriptionId, channel, kind, "", null, 0, 0);
    }

    boolean isAlert() {
        return content.equals(ALERT);
    }
}
