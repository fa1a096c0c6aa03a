package org.bellwether.alert.indicator;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.events.Alert;
import org.bellwether.events.Issue;
import org.bellwether.events.LocalText;

/**
 * What an indicator watches for.
 *
 * @param id stable id, lower-case with hyphens
 * @param name as the desk calls it
 * @param description what it means when it fires
 * @param severity how loud it is
 * @param lateness an item first read later than this after its publication is no news any more
 * @param rule the condition
 * @param hash content hash over all of the above, {@code sha256:<hex>}
 */
public record IndicatorDefinition(
        String id,
        LocalText name,
        LocalText description,
        Alert.Severity severity,
        Duration lateness,
        Rule rule,
        String hash) {

    /**
     * How long an observation can still matter: an item may come as late as {@code lateness}, in a window that began one
     * length before it, and an episode lasts one length beyond its last window.
     */
    public Duration memory() {
        return lateness.plus(rule.window().multipliedBy(2));
    }

    /**
     * The issues it names that the taxonomy does not have.
     *
     * @param taxonomy its issues; none where no taxonomy has been announced yet, and then none is unknown
     */
    List<String> unknownIssues(Collection<Issue> taxonomy) {
        if (taxonomy.isEmpty()) {
            return List.of();
        }
        Set<String> known = taxonomy.stream().map(Issue::id).collect(Collectors.toSet());
        return rule.issues().stream().filter(issue -> !known.contains(issue)).toList();
    }
}
