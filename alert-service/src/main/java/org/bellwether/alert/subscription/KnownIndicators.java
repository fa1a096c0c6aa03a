package org.bellwether.alert.subscription;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bellwether.alert.indicator.IndicatorDefinition;
import org.bellwether.alert.indicator.Indicators;
import org.bellwether.events.LocalText;

/** The indicators one can subscribe to, by name. */
@Singleton
public final class KnownIndicators {

    private final Map<String, LocalText> names = new LinkedHashMap<>();

    KnownIndicators(Indicators indicators) {
        for (IndicatorDefinition definition : indicators.all()) {
            names.put(definition.id(), definition.name());
        }
    }

    /** Names by id, in the order of the definitions. */
    public Map<String, LocalText> names() {
        return Collections.unmodifiableMap(names);
    }
}
