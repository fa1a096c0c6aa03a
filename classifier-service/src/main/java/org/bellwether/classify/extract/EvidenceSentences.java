package org.bellwether.classify.extract;

import java.util.BitSet;
import java.util.List;
import org.bellwether.classify.linear.FeatureKey;
import org.bellwether.classify.score.AnalysedItem;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.classify.score.ScoredTag;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.events.Evidence;
import org.bellwether.events.TextField;

/**
 * How near words stand to what a tag goes by: in the title, in a sentence of its evidence, in the first sentence, or
 * elsewhere. Where no rule found evidence in the text, what the learned opinion goes by counts, and without that the first
 * sentence: a lead says what it is about.
 */
final class EvidenceSentences {

    /** Where words stand; the nearer, the more they say of the tag. */
    enum Nearness {
        TITLE(2, 1),
        BESIDE_EVIDENCE(1.5, 1),
        FIRST_SENTENCE(1, 0.7),
        ELSEWHERE(0, 0.35);

        private final double ofRules;
        private final double ofFeatures;
        private final long key;

        Nearness(double ofRules, double ofFeatures) {
            this.ofRules = ofRules;
            this.ofFeatures = ofFeatures;
            this.key = FeatureKey.of(name());
        }

        /** Factor for the weight of an act's words. */
        double ofRules() {
            return ofRules;
        }

        /** Keeps the same words of two of them apart. */
        long key() {
            return key;
        }

        /** Value of a feature. */
        float ofFeatures() {
            return (float) ofFeatures;
        }
    }

    private final BitSet sentences = new BitSet();

    EvidenceSentences(AnalysedItem item, ScoredTag tag) {
        List<Evidence> evidence = tag.evidence();
        Field text = item.fields().get(1);
        for (int i = 0; i < tag.spans().size(); i++) {
            if (evidence.get(i).field() == TextField.TEXT) {
                sentences.set(text.text().sentence(tag.spans().get(i).first()));
            }
        }
        if (sentences.isEmpty()) {
            evidence.stream()
                    .filter(beyond -> beyond.field() == TextField.TEXT)
                    .forEach(beyond -> sentences.set(sentence(text.text(), beyond.start())));
        }
        if (sentences.isEmpty()) {
            sentences.set(0);
        }
    }

    /** The sentence of the last term that starts no later than this character. */
    private static int sentence(AnalysedText text, int character) {
        int low = 0;
        int high = text.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (text.start(middle) <= character) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return text.sentence(low);
    }

    Nearness nearness(Field field, int position) {
        if (field.name() == TextField.TITLE) {
            return Nearness.TITLE;
        }
        int sentence = field.text().sentence(position);
        if (sentences.get(sentence)) {
            return Nearness.BESIDE_EVIDENCE;
        }
        return sentence == 0 ? Nearness.FIRST_SENTENCE : Nearness.ELSEWHERE;
    }
}
