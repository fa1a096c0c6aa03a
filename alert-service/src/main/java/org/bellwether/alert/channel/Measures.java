package org.bellwether.alert.channel;

import java.text.NumberFormat;
import java.util.Locale;
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

    /** {@code 28,500 people}; a unit without words of its own is shown as it is. */
    public String figure(double value, String measure) {
        String key = "measure_" + measure.toLowerCase(Locale.ROOT);
        String number = number(value);
        Words words = Words.in(language);
        return words.all().containsKey(key) ? words.of(key, number) : number + " " + measure;
    }

    private String number(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(Math.abs(value) < 100 ? 2 : 0);
        return format.format(value);
    }
}
