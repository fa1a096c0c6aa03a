package org.bellwether.ingest.api.console;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One of several that can be chosen.
 *
 * @param value as it is sent
 * @param words it is called by
 * @param chosen whether it is
 */
public record Choice(String value, String words, boolean chosen) {

    static List<Choice> of(List<String> values, String chosen, UnaryOperator<String> words) {
        return values.stream()
                .map(value -> new Choice(value, words.apply(value), value.equals(chosen)))
                .toList();
    }
}
