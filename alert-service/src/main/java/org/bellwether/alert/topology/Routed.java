package org.bellwether.alert.topology;

import org.bellwether.alert.indicator.Reading;
import org.jspecify.annotations.Nullable;

/** Where a record of {@code news.tagged} goes next. */
sealed interface Routed {

    /** To the task of the indicator that reads it. */
    record ToIndicator(Reading reading) implements Routed {}

    /** To the dead letters, as it came. */
    final class Unreadable implements Routed {
        private final byte @Nullable [] body;

        Unreadable(byte @Nullable [] body) {
            this.body = body;
        }

        byte @Nullable [] body() {
            return body;
        }
    }
}
