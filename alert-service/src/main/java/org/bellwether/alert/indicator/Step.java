package org.bellwether.alert.indicator;

import java.util.Optional;
import org.bellwether.events.Alert;

/**
 * What came of an evaluation.
 *
 * @param standing where the indicator stands now
 * @param transition the alert, if it made one
 */
public record Step(Standing standing, Optional<Alert> transition) {

    static Step stay(Standing standing) {
        return new Step(standing, Optional.empty());
    }
}
