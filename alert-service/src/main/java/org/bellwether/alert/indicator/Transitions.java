package org.bellwether.alert.indicator;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bellwether.alert.text.ContentHash;
import org.bellwether.events.Alert;
import org.bellwether.events.AlertItem;
import org.bellwether.events.LocalText;
import org.bellwether.events.TimeWindow;

/**
 * Writes the alert of a transition. Its id says what happened in event time, not when it was noticed: done twice, it is
 * the same alert.
 */
public final class Transitions {
    private Transitions() {}

    static Alert fired(IndicatorDefinition definition, Standing.Watching before, Evaluation evaluation, Instant now) {
        int episode = before.episode() + 1;
        Finding finding = evaluation.finding();
        return new Alert(
                id(
                        definition.id(),
                        definition.hash(),
                        episode,
                        evaluation.window().to(),
                        Alert.Transition.FIRED),
                definition.id(),
                definition.hash(),
                episode,
                Alert.Transition.FIRED,
                definition.severity(),
                definition.name(),
                finding.words(),
                definition.rule().issues(),
                evaluation.window(),
                finding.observed(),
                finding.expected(),
                finding.measure(),
                evaluation.items(),
                evaluation.window().to(),
                notBefore(before.since(), now));
    }

    static Alert resolved(Alert fired, LocalText why, TimeWindow window, double observed, Instant now) {
        return resolved(fired, why, window, observed, fired.items(), now);
    }

    /** The definition that it fired by is gone or another. */
    public static Step redefined(Standing.Firing firing, String newDefinition, Instant now) {
        LocalText why = new LocalText("the indicator's definition changed", "지표 정의가 변경됨");
        Alert fired = firing.fired();
        Alert resolved = resolved(fired, why, new TimeWindow(fired.window().from(), now), 0, List.of(), now);
        Standing watching = firing.resolve(resolved, Instant.EPOCH).redefined(newDefinition, now);
        return new Step(watching, Optional.of(resolved));
    }

    private static Alert resolved(
            Alert fired, LocalText why, TimeWindow window, double observed, List<AlertItem> items, Instant now) {
        return new Alert(
                id(
                        fired.indicatorId(),
                        fired.definition(),
                        fired.episode(),
                        fired.window().to(),
                        Alert.Transition.RESOLVED),
                fired.indicatorId(),
                fired.definition(),
                fired.episode(),
                Alert.Transition.RESOLVED,
                fired.severity(),
                fired.name(),
                why,
                fired.issues(),
                window,
                observed,
                fired.expected(),
                fired.measure(),
                items,
                now,
                notBefore(fired.detectedAt(), now));
    }

    /** Delivery tells transitions in the order in which they were noticed, also when another host's clock is behind. */
    private static Instant notBefore(Instant previous, Instant now) {
        return now.isBefore(previous) ? previous : now;
    }

    /**
     * The episode's number alone would not do: an indicator that was retired, or whose standing was lost with the broker,
     * counts from 1 again, and the readers would take its new episode for the old one.
     *
     * @param opening event time at which the window that fired ended
     */
    private static String id(
            String indicator, String definition, int episode, Instant opening, Alert.Transition transition) {
        return ContentHash.of(List.of(
                indicator,
                definition,
                Integer.toString(episode),
                opening.toString(),
                transition.name().toLowerCase(Locale.ROOT)));
    }
}
