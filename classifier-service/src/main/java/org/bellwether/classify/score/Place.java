package org.bellwether.classify.score;

import org.bellwether.classify.match.Span;

/**
 * Where in an item a feature stands, as one number.
 *
 * @param field index among the item's fields
 * @param first position of its first term
 * @param last position of its last term, itself covered
 */
record Place(int field, int first, int last) {

    private static final int POSITION_BITS = 12;
    private static final int MOST = (1 << POSITION_BITS) - 1;

    /** Positions beyond {@value #MOST} are taken for that. */
    static int of(int field, int first, int last) {
        return field << (2 * POSITION_BITS) | Math.min(first, MOST) << POSITION_BITS | Math.min(last, MOST);
    }

    Span span() {
        return new Span(first, last);
    }

    boolean overlaps(Place other) {
        return field == other.field && span().overlaps(other.span());
    }

    static Place of(int number) {
        return new Place(number >> (2 * POSITION_BITS), number >> POSITION_BITS & MOST, number & MOST);
    }
}
