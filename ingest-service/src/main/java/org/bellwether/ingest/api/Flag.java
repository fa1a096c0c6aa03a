package org.bellwether.ingest.api;

import org.jspecify.annotations.Nullable;

/** Parameters that are on or off. One that is mistyped must not do what was to be tried only. */
final class Flag {

    private Flag() {}

    /** Absent is off, present without a value is on. */
    static boolean of(String name, @Nullable String value) {
        if (value == null) {
            return false;
        }
        return switch (value) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw ApiProblem.invalid(name, "must be true or false");
        };
    }
}
