package org.bellwether.alert.subscription;

import java.util.Map;
import org.bellwether.events.LocalText;

/** The indicators one can subscribe to. */
public interface KnownIndicators {

    /** Names by id, in the order of the definitions. */
    Map<String, LocalText> names();
}
