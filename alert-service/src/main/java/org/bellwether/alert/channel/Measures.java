package org.bellwether.alert.channel;

import java.util.Locale;
import org.bellwether.alert.text.Amounts;
import org.bellwether.alert.text.Words;
import org.bellwether.web.text.Language;

/** Figures with their unit as a reader of one language says them. */
public final class Measures {

    private final Language language;

    private Measures(Language language) {
        this.language = language;
    }

    public static Measures in(Language language) {
        return new Measures(language);
    }

    /** Observed against expected: {@code 3 publishers (threshold: 2)}. */
    public String compare(double observed, double expected, String measure) {
        return Words.in(language).of("measured", observed(observed, measure), figure(expected, measure));
    }

    /** As {@link #figure}, but a dash where no figure was seen at all: a count can be nought, a sum or a strength cannot. */
    public String observed(double value, String measure) {
        return value == 0 && !isCount(measure) ? "–" : figure(value, measure);
    }

    /** {@code 3 independent publishers}, {@code 28,500 people}, {@code US$5 billion}. */
    public String figure(double value, String measure) {
        return isCount(measure) ? Words.in(language).of(key(measure), value) : Amounts.of(value, measure, language);
    }

    private boolean isCount(String measure) {
        return Words.in(language).all().containsKey(key(measure));
    }

    private static String key(String measure) {
        return "measure_" + measure.toLowerCase(Locale.ROOT);
    }
}
