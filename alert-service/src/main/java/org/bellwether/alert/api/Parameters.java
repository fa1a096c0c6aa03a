package org.bellwether.alert.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.bellwether.web.Problems;
import org.bellwether.web.Violation;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; what cannot be read is answered with the parameter's name and what it must be. */
final class Parameters {
    private Parameters() {}

    static @Nullable Instant instant(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(value.strip());
        } catch (DateTimeException e) {
            throw Problems.invalid(new Violation(
                    name, "must be an ISO-8601 instant such as 2026-11-20T12:00:00Z, not '" + value + "'"));
        }
    }

    static Instant instant(String name, @Nullable String value, Instant otherwise) {
        Instant given = instant(name, value);
        return given == null ? otherwise : given;
    }

    /** Refuses a stretch of time that ends before it begins. */
    static void inOrder(@Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null && from.isAfter(to)) {
            throw Problems.invalid(new Violation("from", "must not be after to, " + to));
        }
    }

    static Duration duration(String name, @Nullable String value, Duration otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(value.strip());
            if (duration.compareTo(Duration.ofMinutes(1)) >= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            throw notADuration(name, value);
        }
        throw notADuration(name, value);
    }

    static int limit(@Nullable String value, int otherwise, int most) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            int limit = Integer.parseInt(value.strip());
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw notALimit(value, most);
        }
        throw notALimit(value, most);
    }

    static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static HttpProblem notADuration(String name, String value) {
        return Problems.invalid(new Violation(
                name, "must be an ISO-8601 duration of a minute or more such as PT1H, not '" + value + "'"));
    }

    private static HttpProblem notALimit(String value, int most) {
        return Problems.invalid(new Violation("limit", "must be 1 to " + most + ", not '" + value + "'"));
    }
}
