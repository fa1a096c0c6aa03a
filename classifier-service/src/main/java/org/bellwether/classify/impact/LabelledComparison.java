package org.bellwether.classify.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bellwether.classify.Classifier;
import org.bellwether.classify.evaluate.Counts;
import org.bellwether.classify.evaluate.Evaluation;
import org.bellwether.classify.evaluate.GoldSet;
import org.bellwether.classify.evaluate.LabelledItem;
import org.bellwether.classify.feedback.Feedback;
import org.bellwether.classify.feedback.FeedbackLabels;
import org.bellwether.classify.impact.Impact.BeforeAfter;
import org.bellwether.classify.impact.Impact.Labelled;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;

/**
 * Two classifiers on the labelled items. Those held aside are left out: a draft that is made until they come out well would
 * use them up.
 */
final class LabelledComparison {

    private LabelledComparison() {}

    static Labelled of(Classifier before, Classifier after, List<Feedback> verdicts) {
        Set<String> issues = new TreeSet<>();
        Stream.of(before, after)
                .flatMap(classifier -> classifier.taxonomy().issues().stream())
                .map(IssueRule::id)
                .forEach(issues::add);
        List<LabelledItem> gold = gold(issues);
        List<LabelledItem> feedback = FeedbackLabels.of(verdicts, issues);
        List<LabelledItem> all = new ArrayList<>(gold);
        all.addAll(feedback);
        Evaluation now = Evaluation.of(before, all);
        Evaluation then = Evaluation.of(after, all);
        Map<String, BeforeAfter> byIssue = compare(now.byIssue(), then.byIssue());
        byIssue.values().removeIf(f1 -> f1.before() == f1.after());
        return new Labelled(
                gold.size(),
                feedback.size(),
                new BeforeAfter(rounded(now.total()), rounded(then.total())),
                compare(now.byLanguage(), then.byLanguage()),
                byIssue);
    }

    /** Of an issue that the labelled items do not know they cannot say whether a tag is right. */
    private static List<LabelledItem> gold(Set<String> issues) {
        List<LabelledItem> gold = Stream.of(GoldSet.SIGNALS, GoldSet.TRAPS)
                .flatMap(set -> set.items().stream())
                .toList();
        Set<String> unheardOf = new TreeSet<>(issues);
        gold.forEach(item -> item.issues().forEach(unheardOf::remove));
        return gold.stream().map(item -> item.alsoUnsure(unheardOf)).toList();
    }

    private static Map<String, BeforeAfter> compare(Map<String, Counts> now, Map<String, Counts> then) {
        Counts none = new Counts(0, 0, 0);
        Set<String> keys = new TreeSet<>(now.keySet());
        keys.addAll(then.keySet());
        Map<String, BeforeAfter> compared = new TreeMap<>();
        for (String key : keys) {
            compared.put(
                    key, new BeforeAfter(rounded(now.getOrDefault(key, none)), rounded(then.getOrDefault(key, none))));
        }
        return compared;
    }

    private static double rounded(Counts counts) {
        return Math.round(counts.f1() * 10_000) / 10_000.0;
    }
}
