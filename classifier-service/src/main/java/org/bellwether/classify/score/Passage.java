package org.bellwether.classify.score;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.classify.text.Languages;
import org.bellwether.events.TextField;

/**
 * As much of an item as the learned opinion reads at a time.
 *
 * @param hasTitle whether it begins with the title
 * @param from position of its first term in the text
 * @param to position after its last term in the text
 */
record Passage(boolean hasTitle, int from, int to) {

    private static final int TERMS = 90;
    private static final int STEP = TERMS / 2;

    /** Some 4,000 terms; what a text says for the first time beyond them is not what it is about. */
    private static final int MOST = 89;

    private static final int SHORTEST_SENTENCE = 3;

    /**
     * The title and a part of the text about as long as a headline's lead, one at least. A long text is read in passages that
     * overlap by half, so that what one paragraph says is not lost among the others. With them its sentences, if there are
     * two, so that what one clause says is not lost in a lead. In English only: in Korean, where words that the text has
     * named already are left out of its sentences, hearing them apart did worse.
     */
    static Portions<Passage> of(AnalysedItem item) {
        AnalysedText title = text(item, TextField.TITLE);
        AnalysedText text = text(item, TextField.TEXT);
        int passages = Math.max(1, Math.min(MOST, (text.size() - 1) / STEP));
        List<Passage> windows = IntStream.range(0, passages)
                .mapToObj(passage -> new Passage(true, passage * STEP, Math.min(text.size(), passage * STEP + TERMS)))
                .toList();
        List<Passage> sentences = new ArrayList<>();
        if (item.language().equals(Languages.ENGLISH)) {
            if (title.size() >= SHORTEST_SENTENCE) {
                sentences.add(new Passage(true, 0, 0));
            }
            addSentences(sentences, text, windows.get(passages - 1).to());
        }
        return new Portions<>(windows, sentences.size() > 1 ? sentences : List.of());
    }

    private static void addSentences(List<Passage> sentences, AnalysedText text, int end) {
        int from = 0;
        for (int i = 1; i <= end; i++) {
            if (i == end || text.sentence(i) != text.sentence(from)) {
                if (i - from >= SHORTEST_SENTENCE) {
                    sentences.add(new Passage(false, from, Math.min(i, from + TERMS)));
                }
                from = i;
            }
        }
    }

    private static AnalysedText text(AnalysedItem item, TextField name) {
        return item.fields().stream()
                .filter(field -> field.name() == name)
                .findFirst()
                .map(Field::text)
                .orElse(AnalysedText.EMPTY);
    }

    /** Position of its first term in a field. */
    int from(Field field) {
        return field.name() == TextField.TEXT ? from : 0;
    }

    /** Position after its last term in a field. */
    int to(Field field) {
        if (field.name() == TextField.TEXT) {
            return to;
        }
        return hasTitle ? Math.min(field.text().size(), TERMS) : 0;
    }
}
