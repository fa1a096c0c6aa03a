package org.bellwether.classify.match;

import java.util.Arrays;
import java.util.List;

/** Some of a matcher's patterns by their numbers. Asking a field's {@link Hits} for them goes through what matched, however many they are. */
public final class PatternSet {

    /** No pattern at all. */
    public static final PatternSet NONE = new PatternSet(List.of());

    private final List<Integer> numbers;
    private final int[] ascending;

    private PatternSet(List<Integer> numbers) {
        this.numbers = List.copyOf(numbers);
        this.ascending =
                numbers.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
    }

    /** Of the patterns with these numbers. */
    public static PatternSet of(List<Integer> numbers) {
        return new PatternSet(numbers);
    }

    /** In the order they were given in. */
    public List<Integer> numbers() {
        return numbers;
    }

    /** Whether the pattern is one of them. */
    boolean has(int number) {
        return Arrays.binarySearch(ascending, number) >= 0;
    }

    /** The least of the numbers; above every number where there is none. */
    int lowest() {
        return ascending.length == 0 ? Integer.MAX_VALUE : ascending[0];
    }

    /** The greatest of the numbers; below every number where there is none. */
    int highest() {
        return ascending.length == 0 ? -1 : ascending[ascending.length - 1];
    }
}
