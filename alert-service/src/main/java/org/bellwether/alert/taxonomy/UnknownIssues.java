package org.bellwether.alert.taxonomy;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bellwether.alert.indicator.Indicators;
import org.bellwether.events.Issue;

/**
 * The one answer to which issues an indicator names that the taxonomy does not have, so that log, metric, health, pages and
 * API never contradict one another. A taxonomy comes issue by issue, so only what two looks in a row find is true here.
 */
@Singleton
public final class UnknownIssues {

    private final Indicators indicators;
    private Map<String, List<String>> seen = Map.of();
    private volatile Map<String, List<String>> told = Map.of();

    public UnknownIssues(Indicators indicators) {
        this.indicators = indicators;
    }

    /**
     * What a look changed.
     *
     * @param before unknown issues by indicator, as they were told until now
     * @param now as they are told from now on
     */
    record Change(Map<String, List<String>> before, Map<String, List<String>> now) {}

    /**
     * Takes a look at the taxonomy as it is known at this moment.
     *
     * @param taxonomy its issues; none where no taxonomy has been announced yet
     */
    synchronized Change look(Collection<Issue> taxonomy) {
        Map<String, List<String>> found = indicators.unknownIssues(taxonomy);
        Map<String, List<String>> before = told;
        if (found.equals(seen)) {
            told = found;
        }
        seen = found;
        return new Change(before, told);
    }

    /** Of one indicator; empty where the taxonomy has all that it names. */
    public List<String> of(String indicatorId) {
        return told.getOrDefault(indicatorId, List.of());
    }

    /** By indicator; those whose issues are all there are left out. */
    Map<String, List<String>> all() {
        return told;
    }
}
