package org.bellwether.ingest.api.console;

import org.bellwether.web.Problems;
import org.bellwether.web.Violation;
import org.jspecify.annotations.Nullable;

/** Numbers of pages, counted from 1. */
final class PageNumber {

    private static final int DIGITS = 6;

    private PageNumber() {}

    /** The first where none is given; a problem when it is no number. */
    static int of(@Nullable String number) {
        if (number == null || number.isBlank()) {
            return 1;
        }
        if (number.length() > DIGITS || !number.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw Problems.invalid(new Violation("page", "is not a number of a page, counted from 1"));
        }
        return Math.max(1, Integer.parseInt(number));
    }
}
