package org.bellwether.classify.quantity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What begins at a place of a text, out of words that each mean something; of several the first that was named. */
final class Beginnings<T> {

    private final Map<Character, List<Map.Entry<String, T>>> byFirst = new HashMap<>();

    Beginnings(List<Map.Entry<String, T>> words) {
        words.forEach(word -> byFirst.computeIfAbsent(word.getKey().charAt(0), first -> new ArrayList<>())
                .add(word));
    }

    Optional<Map.Entry<String, T>> at(String text, int from) {
        return at(text, from, end -> true);
    }

    /** The first word that begins here and may end where it does. */
    Optional<Map.Entry<String, T>> at(String text, int from, IntPredicate mayEnd) {
        for (Map.Entry<String, T> word : byFirst.getOrDefault(Letters.at(text, from), List.of())) {
            if (text.startsWith(word.getKey(), from)
                    && mayEnd.test(from + word.getKey().length())) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }
}
