package org.bellwether.classify.score;

import java.util.List;
import java.util.stream.IntStream;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.events.TextField;

/**
 * As much of an item as the learned opinion reads at a time: its title and a part of its text about as long as a headline's
 * lead. A long text is read in passages that overlap by half, so that what one paragraph says is not lost among the others.
 *
 * @param from position of its first term in the text
 */
record Passage(int from) {

    private static final int TERMS = 90;
    private static final int STEP = TERMS / 2;

    /** Some 4,000 terms; what a text says for the first time beyond them is not what it is about. */
    private static final int MOST = 89;

    /** The passages of an item, in reading order; one at least. */
    static List<Passage> of(AnalysedItem item) {
        int terms = item.fields().stream()
                .filter(field -> field.name() == TextField.TEXT)
                .mapToInt(field -> field.text().size())
                .sum();
        int passages = Math.max(1, Math.min(MOST, (terms - 1) / STEP));
        return IntStream.range(0, passages)
                .mapToObj(passage -> new Passage(passage * STEP))
                .toList();
    }

    /** Position of its first term in a field. */
    int from(Field field) {
        return field.name() == TextField.TEXT ? from : 0;
    }

    /** Position after its last term in a field. */
    int to(Field field) {
        return Math.max(from(field), Math.min(field.text().size(), from(field) + TERMS));
    }
}
