package org.bellwether.classify.quantity;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** A set of words that also holds every longer word ending with one of them, as Korean compounds do. */
final class Endings {

    private final Set<String> words;
    private final int longest;

    private Endings(Collection<String> words) {
        this.words = new HashSet<>(words);
        this.longest = words.stream().mapToInt(String::length).max().orElse(0);
    }

    static Endings of(String... words) {
        return new Endings(Set.of(words));
    }

    boolean match(String word) {
        for (int length = Math.min(longest, word.length()); length > 0; length--) {
            if (words.contains(word.substring(word.length() - length))) {
                return true;
            }
        }
        return false;
    }
}
