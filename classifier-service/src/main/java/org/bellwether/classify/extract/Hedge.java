package org.bellwether.classify.extract;

/** The English words that stand between a preposition and its figure; one list, so that what is passed over is also understood. */
final class Hedge {

    static final String ABOUT = "about|around|roughly|approximately|approx\\.?|nearly|almost|an estimated|estimated|"
            + "some|close to|perhaps|possibly|maybe";

    /** "Fewer than" names a bound that is not reached; the contract has no nearer word for it than that of a highest figure. */
    static final String UP_TO = "up to|as much as|as many as|as high as|at most|no more than|not more than|"
            + "no higher than|a maximum of|maximum of|capped at|fewer than|less than|lower than|under|below";

    static final String AT_LEAST = "at least|(?<!\\bno )(?<!\\bnot )more than|over|no (?:fewer|less|lower) than|"
            + "not (?:less|fewer|lower) than|not below|a minimum of|minimum of|exceeding|upwards of|above|in excess of|"
            + "as few as|as little as|as low as";

    /** That a figure is today's says nothing on how exact it is. */
    static final String PRESENT = "(?:(?:the|its|their)\\s)?(?:current|currently|existing|present|today['’]s)"
            + "(?:\\s(?:level|strength|total|figure|number)\\sof)?";

    private static final String DEGREE = "just|only|well|far|slightly|a little|a total of";

    private static final String OPTIONAL =
            "(?:(?:" + ABOUT + "|" + UP_TO + "|" + AT_LEAST + "|" + PRESENT + "|" + DEGREE + ")\\s)?";

    /** None to three, each with the space behind it; written out, for a lookbehind takes no repeated group. */
    static final String ANY = OPTIONAL + OPTIONAL + OPTIONAL;

    /** {@code between about}, up to a first figure. */
    static final String BETWEEN = "between\\s" + ANY + "(?:US)?[$₩]?";

    private static final String YEAR = "\\b(?:19|20)\\d\\d";

    /** {@code to about}; a year before it is a date's and begins no range with a hedge in it. */
    static final String TO = "\\s(?:down\\s|up\\s)?to\\s(?:(?<!" + YEAR + "\\sto\\s)" + ANY + ")?";

    /** {@code and about}, with the hedge only behind "between". */
    static final String AND =
            "\\sand\\s(?:(?<=" + BETWEEN + "[\\d,.]{1,15}(?:" + Form.SCALE + ")?\\sand\\s)" + ANY + ")?";

    private Hedge() {}
}
