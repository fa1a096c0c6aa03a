package org.bellwether.classify.quantity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The amounts of a text in reading order, each read when it is first asked for: a range looks ahead at the next two. */
final class Amounts {

    private final String text;
    private final List<Numeral> numerals;
    private final @Nullable Amount[] read;

    Amounts(String text) {
        this.text = text;
        this.numerals = NumeralScanner.scan(text);
        this.read = new Amount[numerals.size()];
    }

    String text() {
        return text;
    }

    int size() {
        return numerals.size();
    }

    boolean has(int index) {
        return index < numerals.size();
    }

    int start(int index) {
        return numerals.get(index).start();
    }

    Amount at(int index) {
        Amount known = read[index];
        if (known == null) {
            known = Amount.read(text, numerals.get(index));
            read[index] = known;
        }
        return known;
    }
}
