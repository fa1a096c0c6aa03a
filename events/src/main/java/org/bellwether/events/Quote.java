package org.bellwether.events;

import java.util.List;

/**
 * A passage of an item with the evidence in it.
 *
 * @param field where it stands
 * @param text the passage
 * @param marks spans of {@code text} that are evidence, in reading order, not overlapping
 */
public record Quote(TextField field, String text, List<Mark> marks) {

    public Quote {
        marks = Lists.copy(marks);
    }

    /**
     * A marked span of the passage.
     *
     * @param start first UTF-16 offset in the passage
     * @param end offset after the last
     */
    public record Mark(int start, int end) {}
}
