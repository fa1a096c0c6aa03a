package org.bellwether.classify.evaluate;

import java.util.List;
import java.util.Map;
import org.bellwether.classify.Classifier;

/**
 * A classifier held against labelled items.
 *
 * @param byIssue counts by issue id
 * @param byLanguage counts by BCP 47 language
 * @param reliability of the probabilities, by language
 * @param actsByLanguage acts that agree, of those labelled on issues found
 * @param falseAlarms items without any label that got one, of all such items
 * @param mistakes worst first
 */
public record Evaluation(
        Map<String, Counts> byIssue,
        Map<String, Counts> byLanguage,
        Map<String, Reliability> reliability,
        Map<String, Share> actsByLanguage,
        Figures figures,
        Share falseAlarms,
        List<Mistake> mistakes) {

    /**
     * How figures were read.
     *
     * @param read of the labelled ones, those read with the same value, range, unit and kind
     * @param exact of the labelled ones, those read with the same qualifier and period too
     * @param invented of those read, those that are none
     */
    public record Figures(Share read, Share exact, Share invented) {}

    /** All issues and languages together. */
    public Counts total() {
        return byLanguage.values().stream().reduce(Counts.NONE, Counts::plus);
    }

    /** Both languages together. */
    public Share acts() {
        return actsByLanguage.values().stream().reduce(Share.NONE, Share::plus);
    }

    /** Runs every item, each as the service would get it from its own feeds: {@link LabelledItem#published()}. */
    public static Evaluation of(Classifier classifier, List<LabelledItem> items) {
        Tally tally = new Tally();
        for (LabelledItem item : items) {
            tally.add(item, classifier.classify(item.published()));
        }
        return tally.evaluation();
    }
}
