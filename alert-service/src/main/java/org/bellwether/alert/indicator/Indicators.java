package org.bellwether.alert.indicator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.events.Issue;

/** The definitions in force, in their file's order. */
public final class Indicators {

    private final Map<String, IndicatorDefinition> byId = new LinkedHashMap<>();

    public Indicators(List<IndicatorDefinition> definitions) {
        definitions.forEach(definition -> byId.put(definition.id(), definition));
    }

    public List<IndicatorDefinition> all() {
        return List.copyOf(byId.values());
    }

    public Optional<IndicatorDefinition> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The issues that a definition names and the taxonomy does not have, by indicator, in the definitions' order: no item
     * will ever carry them. Indicators all of whose issues are there are left out.
     *
     * @param taxonomy its issues; none where no taxonomy has been announced yet, and then none is unknown
     */
    public Map<String, List<String>> unknownIssues(Collection<Issue> taxonomy) {
        Map<String, List<String>> unknown = new LinkedHashMap<>();
        for (IndicatorDefinition definition : byId.values()) {
            List<String> names = definition.unknownIssues(taxonomy);
            if (!names.isEmpty()) {
                unknown.put(definition.id(), names);
            }
        }
        return unknown;
    }
}
