package org.bellwether.classify.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bellwether.classify.Classification;
import org.bellwether.events.Act;
import org.bellwether.events.Quantity;
import org.bellwether.events.Tag;

/** Counts one item after another. */
final class Tally {

    private static final int EXCERPT = 160;
    private static final double OF_A_MISS = 0.5;
    private static final double OF_A_FIGURE = 0.3;
    private static final double OF_AN_ACT = 0.1;

    private final Map<String, Counts> byIssue = new TreeMap<>();
    private final Map<String, Counts> byLanguage = new TreeMap<>();
    private final Map<String, Reliability> reliability = new TreeMap<>();
    private final Map<String, Share> actsByLanguage = new TreeMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private Share figures = Share.NONE;
    private Share exactFigures = Share.NONE;
    private Share inventedFigures = Share.NONE;
    private Share falseAlarms = Share.NONE;

    void add(LabelledItem item, Classification found) {
        Map<String, Tag> given = found.tags().stream()
                .filter(tag -> !tag.uncertain())
                .collect(Collectors.toMap(Tag::issue, Function.identity()));
        given.values().forEach(tag -> countGiven(item, tag));
        for (String issue : item.issues()) {
            if (!given.containsKey(issue)) {
                count(item, issue, Counts.MISSED);
                mistakes.add(new Mistake(OF_A_MISS, excerpt(item), "MISSED " + issue, ""));
            }
        }
        for (Tag tag : found.tags()) {
            if (!item.unsure().contains(tag.issue())) {
                reliability
                        .computeIfAbsent(item.lang(), unseen -> new Reliability())
                        .add(tag.probability(), item.issues().contains(tag.issue()));
            }
        }
        if (item.issues().isEmpty() && item.unsure().isEmpty()) {
            falseAlarms = falseAlarms.plus(!given.isEmpty());
        }
        List<LabelledQuantity> wanted = item.quantities();
        if (wanted != null) {
            countFigures(item, wanted, found.quantities());
        }
    }

    private void countGiven(LabelledItem item, Tag tag) {
        if (item.issues().contains(tag.issue())) {
            count(item, tag.issue(), Counts.HIT);
            countAct(item, tag);
        } else if (!item.unsure().contains(tag.issue())) {
            count(item, tag.issue(), Counts.WRONG);
            mistakes.add(new Mistake(tag.probability(), excerpt(item), "WRONG " + tag.issue(), evidence(tag)));
        }
    }

    private void count(LabelledItem item, String issue, Counts counts) {
        byIssue.merge(issue, counts, Counts::plus);
        byLanguage.merge(item.lang(), counts, Counts::plus);
    }

    private void countAct(LabelledItem item, Tag tag) {
        Act wanted = item.act().get(tag.issue());
        if (wanted == null) {
            return;
        }
        boolean same = tag.act() == wanted;
        actsByLanguage.merge(item.lang(), Share.NONE.plus(same), Share::plus);
        if (!same) {
            mistakes.add(new Mistake(
                    OF_AN_ACT, excerpt(item), "ACT of " + tag.issue() + ": " + tag.act() + " not " + wanted, ""));
        }
    }

    /** Each figure found stands for one labelled figure at most. */
    private void countFigures(LabelledItem item, List<LabelledQuantity> wanted, List<Quantity> found) {
        Set<Quantity> taken = new HashSet<>();
        for (LabelledQuantity figure : wanted) {
            boolean exact = take(taken, found, figure::isExactly);
            boolean same = exact || take(taken, found, figure::isSameFigure);
            figures = figures.plus(same);
            exactFigures = exactFigures.plus(exact);
            if (!exact) {
                mistakes.add(new Mistake(OF_A_FIGURE, excerpt(item), "FIGURE " + figure, found.toString()));
            }
        }
        for (Quantity figure : found) {
            inventedFigures = inventedFigures.plus(!taken.contains(figure));
            if (!taken.contains(figure)) {
                mistakes.add(new Mistake(OF_A_FIGURE, excerpt(item), "NO FIGURE", figure.toString()));
            }
        }
    }

    private static boolean take(Set<Quantity> taken, List<Quantity> found, Predicate<Quantity> isWanted) {
        return found.stream()
                .filter(isWanted)
                .filter(quantity -> !taken.contains(quantity))
                .findFirst()
                .map(taken::add)
                .orElse(false);
    }

    private static String excerpt(LabelledItem item) {
        String words = (item.title() + " / " + item.text()).replace('\n', ' ');
        return item.id() + " " + words.substring(0, Math.min(EXCERPT, words.length()));
    }

    private static String evidence(Tag tag) {
        return tag.evidence().stream()
                .map(e -> "'" + e.text().replace('\n', ' ') + "' " + e.concept() + " " + e.contribution())
                .collect(Collectors.joining("; "));
    }

    Evaluation evaluation() {
        mistakes.sort(Comparator.comparingDouble(Mistake::weight).reversed());
        return new Evaluation(
                byIssue,
                byLanguage,
                reliability,
                actsByLanguage,
                new Evaluation.Figures(figures, exactFigures, inventedFigures),
                falseAlarms,
                List.copyOf(mistakes));
    }
}
