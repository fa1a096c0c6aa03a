package org.bellwether.alert.text;

import java.util.ArrayList;
import java.util.List;
import org.bellwether.events.Quote;

/**
 * A stretch of a passage that is evidence, or is not. Segments in a row make up the passage again.
 *
 * @param text as it stands there
 * @param marked whether it is evidence
 */
public record Segment(String text, boolean marked) {

    public static List<Segment> of(Quote quote) {
        return of(quote.text(), quote.marks());
    }

    /** Cuts a text at its marks, which begin and end with words then and do not touch. */
    public static List<Segment> of(String text, List<Quote.Mark> marks) {
        List<Segment> segments = new ArrayList<>();
        int at = 0;
        for (Quote.Mark mark : Marks.tidy(text, marks)) {
            add(segments, text.substring(at, mark.start()), false);
            add(segments, text.substring(mark.start(), mark.end()), true);
            at = mark.end();
        }
        add(segments, text.substring(at), false);
        return List.copyOf(segments);
    }

    private static void add(List<Segment> segments, String text, boolean marked) {
        if (!text.isEmpty()) {
            segments.add(new Segment(text, marked));
        }
    }
}
