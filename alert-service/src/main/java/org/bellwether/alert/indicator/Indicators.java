package org.bellwether.alert.indicator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
}
