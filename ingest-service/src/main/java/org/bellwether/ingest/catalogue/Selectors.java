package org.bellwether.ingest.catalogue;

import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;

/** CSS selectors, judged by the very library that will look with them. */
final class Selectors {

    private static final int LONGEST = 500;

    private Selectors() {}

    /** The selector; an {@link IllegalArgumentException} says why it is none. */
    static String checked(String selector) {
        if (selector.length() > LONGEST) {
            throw new IllegalArgumentException("is longer than " + LONGEST + " characters");
        }
        if (selector.contains("~=") || selector.contains(":matches")) {
            throw new IllegalArgumentException(
                    "looks by regular expressions (~= or :matches), which can take for ever on a"
                            + " page; use [class*=…] or :contains(…)");
        }
        try {
            QueryParser.parse(selector);
            return selector;
        } catch (SelectorParseException | IllegalArgumentException e) {
            throw new IllegalArgumentException("is no CSS selector: " + e.getMessage(), e);
        }
    }
}
