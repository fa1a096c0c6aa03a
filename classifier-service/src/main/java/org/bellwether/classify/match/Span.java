package org.bellwether.classify.match;

/**
 * Terms covered by a hit.
 *
 * @param first position of the first
 * @param last position of the last, itself covered
 */
public record Span(int first, int last) implements Comparable<Span> {

    /** Terms between the two; 0 when they touch or overlap. */
    public int distance(Span other) {
        if (other.first > last) {
            return other.first - last - 1;
        }
        return first > other.last ? first - other.last - 1 : 0;
    }

    /** Whether they share a term. */
    public boolean overlaps(Span other) {
        return first <= other.last && other.first <= last;
    }

    /** The smallest span that covers both. */
    public Span join(Span other) {
        return new Span(Math.min(first, other.first), Math.max(last, other.last));
    }

    @Override
    public int compareTo(Span other) {
        return first != other.first ? Integer.compare(first, other.first) : Integer.compare(last, other.last);
    }
}
