package org.bellwether.classify.quantity;

import java.util.Set;

/** English names of months, whole or cut short. */
final class Months {

    private static final Set<String> NAMES = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec");

    private Months() {}

    /** Whether the word, in lower case, names one. */
    static boolean isName(String word) {
        return NAMES.contains(word);
    }
}
