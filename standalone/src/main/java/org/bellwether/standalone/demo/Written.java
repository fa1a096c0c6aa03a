package org.bellwether.standalone.demo;

import org.jspecify.annotations.Nullable;

/** What a person must have written into the script. */
final class Written {
    private Written() {}

    /** Refuses what is missing or blank. */
    static void required(String name, @Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw new IllegalArgumentException(name + " is missing");
        }
    }
}
