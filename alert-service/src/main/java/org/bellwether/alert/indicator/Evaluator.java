package org.bellwether.alert.indicator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bellwether.events.AlertItem;
import org.bellwether.events.TimeWindow;

/** Slides an indicator's window over its observations. A window ends at an observation, or now. */
public final class Evaluator {
    private Evaluator() {}

    /** The window that ends at that time, whether it satisfies the rule or not. */
    public static Evaluation at(Instant end, Observations observations, IndicatorDefinition definition) {
        TimeWindow window = new TimeWindow(end.minus(definition.rule().window()), end);
        List<Observation> inside = observations.within(window.from(), window.to());
        Finding finding = definition.rule().judge(inside);
        List<AlertItem> newestFirst =
                new ArrayList<>(inside.stream().map(Observation::item).toList());
        Collections.reverse(newestFirst);
        int shown = Math.min(Evaluation.MOST_ITEMS, newestFirst.size());
        return new Evaluation(window, finding, newestFirst.subList(0, shown));
    }

    /**
     * The first window that satisfies the rule and contains the item, so that a reading that comes late, or a backlog,
     * fires just as it would have in time.
     *
     * @param itemAt event time of the item
     * @param notFrom windows that begin earlier belong to an episode that is over
     */
    public static Optional<Evaluation> around(
            Instant itemAt, Instant notFrom, Observations observations, IndicatorDefinition definition) {
        if (!observations.haveOwners(definition.rule().publishersNeeded())) {
            return Optional.empty();
        }
        var length = definition.rule().window();
        Instant last = itemAt.plus(length).minusNanos(1);
        if (!definition.rule().holds(observations.within(itemAt.minus(length), last))) {
            // Not even twice the length would do, so no window in it does.
            return Optional.empty();
        }
        return observations.times(itemAt.minusNanos(1), last).stream()
                .filter(end -> !end.minus(length).isBefore(notFrom))
                .filter(end -> holds(end, observations, definition))
                .findFirst()
                .map(end -> at(end, observations, definition));
    }

    /** The latest window that satisfies the rule and ends after {@code after}, up to now. */
    public static Optional<Evaluation> latest(
            Instant after, Instant now, Observations observations, IndicatorDefinition definition) {
        List<Instant> newestFirst = new ArrayList<>(observations.times(after, now));
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(end -> holds(end, observations, definition))
                .findFirst()
                .map(end -> at(end, observations, definition));
    }

    private static boolean holds(Instant end, Observations observations, IndicatorDefinition definition) {
        return definition
                .rule()
                .holds(observations.within(end.minus(definition.rule().window()), end));
    }
}
