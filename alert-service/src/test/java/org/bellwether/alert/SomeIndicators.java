package org.bellwether.alert;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bellwether.alert.subscription.KnownIndicators;
import org.bellwether.events.LocalText;

@Singleton
final class SomeIndicators implements KnownIndicators {
    @Override
    public Map<String, LocalText> names() {
        Map<String, LocalText> names = new LinkedHashMap<>();
        names.put("sma-demand", new LocalText("Cost-sharing demand", "방위비 증액 요구"));
        names.put("usfk-below-floor", new LocalText("Troops below the floor", "주한미군 하한 미만"));
        return names;
    }
}
