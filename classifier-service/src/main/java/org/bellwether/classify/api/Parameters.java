package org.bellwether.classify.api;

import java.util.List;
import org.bellwether.classify.review.Position;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;
import org.bellwether.web.Problems;
import org.bellwether.web.Violation;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; what cannot be read is answered with the parameter's name and what it must be. */
final class Parameters {

    private Parameters() {}

    /** A whole number from 1. */
    static int number(String name, @Nullable String value, int otherwise, int most) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        int number;
        try {
            number = Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            number = 0;
        }
        if (number < 1 || number > most) {
            throw Problems.invalid(new Violation(name, "must be 1 to " + most + ", not '" + value + "'"));
        }
        return number;
    }

    /** An issue of the taxonomy, or null for any. */
    static @Nullable String issue(@Nullable String value, Taxonomy taxonomy) {
        String id = text(value);
        if (id != null && taxonomy.issue(id).isEmpty()) {
            throw Problems.invalid(new Violation("issue", unknownIssue(id, taxonomy)));
        }
        return id;
    }

    static String unknownIssue(String id, Taxonomy taxonomy) {
        List<String> known = taxonomy.issues().stream().map(IssueRule::id).toList();
        return "there is no issue '" + id + "'; known are " + String.join(", ", known);
    }

    /** Where to page on from, or null for the beginning. */
    static @Nullable Position position(String name, @Nullable String value) {
        String given = text(value);
        return given == null
                ? null
                : Position.parse(given)
                        .orElseThrow(() -> Problems.invalid(new Violation(
                                name,
                                "must be the position of an entry as it was answered, or an ISO-8601 instant such as "
                                        + "2026-11-20T12:00:00Z, not '" + given + "'")));
    }

    static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
