package org.bellwether.alert.delivery;

import java.time.Instant;
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
 * @param place where the alert stands in its firing; absent for a notice
 * @param attempts tries so far, the one under way included
 */
public record Delivery(
        String id,
        String subscriptionId,
        ChannelKind channel,
        String content,
        String alertId,
        @Nullable Place place,
        int attempts) {

    /** Content of a row that is an alert. */
    static final String ALERT = "alert";

    /**
     * Where an alert stands among the alerts of one firing.
     *
     * @param firing the same for all of them
     * @param rank the firing itself, what changes it, and its end, one after the other
     * @param detectedAt tells those of one rank apart (UTC)
     */
    record Place(String firing, int rank, Instant detectedAt) {

        private static final int LAST = 2;

        static Place of(Alert alert) {
            int rank = switch (alert.transition()) {
                case FIRED -> 0;
                case ESCALATED, AMENDED -> 1;
                case RESOLVED -> LAST;
            };
            String firing =
                    ContentHash.ofLines(alert.indicatorId(), alert.definition(), Integer.toString(alert.episode()));
            return new Place(firing, rank, alert.detectedAt());
        }

        /** Whether nothing of this firing can come before it. */
        boolean isFirst() {
            return rank == 0;
        }

        /** Whether it only says that the firing is over. */
        boolean isLast() {
            return rank == LAST;
        }

        boolean isBefore(Place other) {
            return rank < other.rank || (rank == other.rank && detectedAt.isBefore(other.detectedAt));
        }
    }

    static Delivery ofAlert(Alert alert, String subscriptionId, ChannelKind channel) {
        String id = ContentHash.ofLines(alert.id(), subscriptionId, channel.id());
        return new Delivery(id, subscriptionId, channel, ALERT, alert.id(), Place.of(alert), 0);
    }

    /**
     * @param occasion tells this notice from others of its kind
     */
    static Delivery ofNotice(String kind, String occasion, String subscriptionId, ChannelKind channel) {
        String id = ContentHash.ofLines(kind, occasion, subscriptionId);
        return new Delivery(id, subscriptionId, channel, kind, "", null, 0);
    }

    boolean isAlert() {
        return content.equals(ALERT);
    }
}
