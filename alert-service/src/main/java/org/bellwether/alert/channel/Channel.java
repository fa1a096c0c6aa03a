package org.bellwether.alert.channel;

import org.bellwether.events.Alert;

/** A way to a reader. Sending never throws for what the other side does: that is the {@link Outcome}. */
public interface Channel {

    ChannelKind kind();

    /**
     * Sends an alert; blocks until the other side answered or a timeout passed.
     *
     * @param deliveryId the same for every attempt, so that the other side can tell a repetition
     */
    Outcome send(String deliveryId, Alert alert, Recipient recipient);

    /** Sends a message about the subscription itself. */
    Outcome send(String noticeId, Notice notice, Recipient recipient);
}
