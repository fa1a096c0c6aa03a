package org.bellwether.classify.quantity;

/**
 * A sign or word beside a number that says what it counts.
 *
 * @param start where it begins; the number's own place for words that are no part of the figure
 * @param approximate whether it says itself that the number is not exact ({@code 20여 대})
 */
record Mark(int start, int end, Measure measure, boolean approximate) {

    Mark(int start, int end, Measure measure) {
        this(start, end, measure, false);
    }
}
