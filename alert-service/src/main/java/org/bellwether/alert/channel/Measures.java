package org.bellwether.alert.channel;

import java.util.Locale;
import org.bellwether.alert.text.Amounts;
import org.bellwether.alert.text.Language;
import org.bellwether.alert.text.Words;

/** Figures with their unit as a reader of one language says them. */
public final class Measures {

    private final Language language;

    private Measures(Language language) {
        this.language = language;
    }

    public static Measures in(Language language) {
        return new Measures(language);
    }

    /** Observed against expected: {@code 3 publishers (expected: 2)}. */
    public String compare(double observed, double expected, String measure) {
        return Words.in(language).of("measured", figure(observed, measure), figure(expected, measure));
    }

    /** {@code 3 independent publishers}, {@code 28,500 people}, {@code US$5 billion}. */
    public String figure(double value, String measure) {
        String key = "measure_" + measure.toLowerCase(Locale.ROOT);
        Words words = Words.in(language);
        return words.all().containsKey(key)
                ? words.of(key, Amounts.of(value, "count", language))
                : Amounts.of(value, measure, language);
    }
}
