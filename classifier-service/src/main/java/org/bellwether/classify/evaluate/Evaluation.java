package org.bellwether.classify.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellwether.classify.Classification;
import org.bellwether.classify.Classifier;
import org.bellwether.events.Act;
import org.bellwether.events.Tag;

/**
 * A classifier held against labelled items.
 *
 * @param byIssue counts by issue id
 * @param byLanguage counts by BCP 47 language
 * @param acts acts that agree, of those labelled on issues found
 * @param figures labelled figures that were read
 * @param falseAlarms items without any label that got one, of all such items
 * @param mistakes worst first
 */
public record Evaluation(
        Map<String, Counts> byIssue,
        Map<String, Counts> byLanguage,
        Share acts,
        Share figures,
        Share falseAlarms,
        List<Mistake> mistakes) {

    /** So many of so many. */
    public record Share(int part, int whole) {
        Share plus(boolean counts) {
            return new Share(part + (counts ? 1 : 0), whole + 1);
        }

        /** From 0 to 1; 1 of nothing. */
        public double rate() {
            return whole == 0 ? 1 : (double) part / whole;
        }
    }

    /** A label wrong or missing; {@code weight} says how sure the classifier was of it. */
    public record Mistake(double weight, String item, String what, String evidence) {}

    /** All issues and languages together. */
    public Counts total() {
        return byLanguage.values().stream().reduce(Counts.NONE, Counts::plus);
    }

    /** Runs every item. */
    public static Evaluation of(Classifier classifier, List<LabelledItem> items) {
        Tally tally = new Tally();
        for (LabelledItem item : items) {
            tally.add(item, classifier.classify(item.article()));
        }
        return tally.evaluation();
    }

    /** As a table for people. */
    public String report(int worst) {
        StringBuilder out = new StringBuilder();
        byIssue.forEach((issue, counts) -> row(out, issue, counts));
        byLanguage.forEach((language, counts) -> row(out, "language " + language, counts));
        row(out, "micro", total());
        share(out, "acts", acts);
        share(out, "figures", figures);
        share(out, "false alarms", falseAlarms);
        mistakes.stream()
                .limit(worst)
                .forEach(mistake -> out.append(String.format(
                        Locale.ROOT,
                        "%.2f %s | %s | %s%n",
                        mistake.weight(),
                        mistake.what(),
                        mistake.item(),
                        mistake.evidence())));
        return out.toString();
    }

    private static void row(StringBuilder out, String name, Counts c) {
        out.append(String.format(
                Locale.ROOT,
                "%-26s P %.3f  R %.3f  F1 %.3f  (%d right, %d wrong, %d missed)%n",
                name,
                c.precision(),
                c.recall(),
                c.f1(),
                c.hits(),
                c.wrong(),
                c.missed()));
    }

    private static void share(StringBuilder out, String name, Share share) {
        out.append(
                String.format(Locale.ROOT, "%-26s %d of %d (%.3f)%n", name, share.part(), share.whole(), share.rate()));
    }

    private static final class Tally {
        private static final int EXCERPT = 110;

        private final Map<String, Counts> byIssue = new TreeMap<>();
        private final Map<String, Counts> byLanguage = new TreeMap<>();
        private final List<Mistake> mistakes = new ArrayList<>();
        private Share acts = new Share(0, 0);
        private Share figures = new Share(0, 0);
        private Share falseAlarms = new Share(0, 0);

        void add(LabelledItem item, Classification found) {
            Map<String, Tag> given = found.tags().stream()
                    .filter(tag -> !tag.uncertain())
                    .collect(Collectors.toMap(Tag::issue, tag -> tag));
            for (Tag tag : given.values()) {
                if (item.issues().contains(tag.issue())) {
                    count(item, tag.issue(), new Counts(1, 0, 0));
                    countAct(item, tag);
                } else if (!item.unsure().contains(tag.issue())) {
                    count(item, tag.issue(), new Counts(0, 1, 0));
                    mistakes.add(new Mistake(tag.probability(), excerpt(item), "WRONG " + tag.issue(), evidence(tag)));
                }
            }
            for (String issue : item.issues()) {
                if (!given.containsKey(issue)) {
                    count(item, issue, new Counts(0, 0, 1));
                    mistakes.add(new Mistake(0.5, excerpt(item), "MISSED " + issue, ""));
                }
            }
            if (item.issues().isEmpty() && item.unsure().isEmpty()) {
                falseAlarms = falseAlarms.plus(!given.isEmpty());
            }
            countFigures(item, found);
        }

        private void count(LabelledItem item, String issue, Counts counts) {
            byIssue.merge(issue, counts, Counts::plus);
            byLanguage.merge(item.lang(), counts, Counts::plus);
        }

        private void countAct(LabelledItem item, Tag tag) {
            String wanted = item.act().get(tag.issue());
            if (wanted != null) {
                boolean same = name(tag.act()).equals(wanted);
                acts = acts.plus(same);
                if (!same) {
                    mistakes.add(
                            new Mistake(0.1, excerpt(item), "ACT " + name(tag.act()) + " not " + wanted, tag.issue()));
                }
            }
        }

        private void countFigures(LabelledItem item, Classification found) {
            List<String> read = found.quantities().stream()
                    .map(q -> q.value().toPlainString() + " " + q.unit())
                    .toList();
            for (String figure : item.figures()) {
                figures = figures.plus(read.contains(figure));
                if (!read.contains(figure)) {
                    mistakes.add(new Mistake(0.3, excerpt(item), "FIGURE " + figure, read.toString()));
                }
            }
        }

        private static String name(Act act) {
            return act.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static String excerpt(LabelledItem item) {
            String words = (item.title() + " / " + item.text()).replace('\n', ' ');
            return item.id() + " " + words.substring(0, Math.min(EXCERPT, words.length()));
        }

        private static String evidence(Tag tag) {
            return tag.evidence().stream()
                    .map(e -> "'" + e.text().replace('\n', ' ') + "' " + e.contribution())
                    .collect(Collectors.joining("; "));
        }

        Evaluation evaluation() {
            mistakes.sort(Comparator.comparingDouble(Mistake::weight).reversed());
            return new Evaluation(byIssue, byLanguage, acts, figures, falseAlarms, List.copyOf(mistakes));
        }
    }
}
