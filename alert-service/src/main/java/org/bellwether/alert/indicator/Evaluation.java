package org.bellwether.alert.indicator;

import java.util.List;
import org.bellwether.events.AlertItem;
import org.bellwether.events.TimeWindow;

/**
 * A window held against an indicator's rule.
 *
 * @param window that was judged, in event time
 * @param finding whether the condition holds there, and why (not)
 * @param items those in it that count, newest first, at most {@link #MOST_ITEMS}
 */
public record Evaluation(TimeWindow window, Finding finding, List<AlertItem> items) {

    public static final int MOST_ITEMS = 20;

    public Evaluation {
        items = List.copyOf(items);
    }

    boolean satisfied() {
        return finding.satisfied();
    }
}
