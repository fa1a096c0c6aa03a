package org.bellwether.alert.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bellwether.alert.channel.ChannelKind;
import org.bellwether.alert.text.ContentHash;
import org.bellwether.events.Alert;
import org.bellwether.web.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * One address on one channel, and what its owner wants there.
 *
 * @param id from channel and address, so that asking twice makes one
 * @param channel by which
 * @param address mail address or URL
 * @param indicators only these; empty for all
 * @param language of the messages
 * @param state whether anything is sent
 * @param paused confirmed, but silent for now
 * @param preset made by the operator's configuration
 * @param since state's begin (UTC); for a confirmed one, alerts detected earlier are not sent
 * @param unsubscribedAt when its owner last ended it (UTC); lasts until the owner confirms again, whoever asks meanwhile
 */
public record Subscription(
        String id,
        ChannelKind channel,
        String address,
        List<String> indicators,
        Language language,
        State state,
        boolean paused,
        boolean preset,
        Instant since,
        @Nullable Instant unsubscribedAt) {

    private static final int ID_HEX_DIGITS = 32;

    public Subscription {
        indicators = List.copyOf(indicators);
    }

    /** How far the opt-in has come. */
    public enum State {
        /** Asked for; the address's owner has not said yes. */
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("confirmed")
        CONFIRMED,
        @JsonProperty("ended")
        ENDED
    }

    public static String idOf(ChannelKind channel, String address) {
        return ContentHash.ofLines(channel.id(), address).substring(0, ID_HEX_DIGITS);
    }

    /** Why an alert is not sent to this one, in words; empty when it is. */
    public Optional<String> whyNot(Alert alert) {
        if (state != State.CONFIRMED) {
            return Optional.of("the subscription is " + (state == State.PENDING ? "not confirmed" : "ended"));
        }
        if (paused) {
            return Optional.of("the subscription is paused");
        }
        if (!indicators.isEmpty() && !indicators.contains(alert.indicatorId())) {
            return Optional.of("the subscription is for other indicators");
        }
        if (alert.detectedAt().isBefore(since)) {
            return Optional.of("the alert is older than the subscription");
        }
        return Optional.empty();
    }

    public Subscription confirmed(Instant now) {
        return new Subscription(id, channel, address, indicators, language, State.CONFIRMED, false, preset, now, null);
    }

    /** Ended by its owner, whose word outweighs the configuration's from then on. */
    public Subscription ended(Instant now) {
        return new Subscription(id, channel, address, indicators, language, State.ENDED, false, false, now, now);
    }

    /** Ended because the configuration no longer names it. */
    public Subscription withdrawn(Instant now) {
        return new Subscription(
                id, channel, address, indicators, language, State.ENDED, false, true, now, unsubscribedAt);
    }

    public Subscription changed(List<String> newIndicators, Language newLanguage, boolean newPaused) {
        return new Subscription(
                id, channel, address, newIndicators, newLanguage, state, newPaused, preset, since, unsubscribedAt);
    }

    /** Keeps the address out of logs. */
    @Override
    public String toString() {
        return "Subscription[" + id + ", " + channel.id() + ", " + state + "]";
    }
}
