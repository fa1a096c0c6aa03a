package org.bellwether.classify.feedback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.classify.evaluate.LabelledItem;
import org.bellwether.events.Act;

/**
 * Verdicts as labels. A text has one label for each issue that somebody judged; of the others nobody knows, so they count
 * neither way, and so do those on which people disagree.
 */
public final class FeedbackLabels {

    private static final int SHORT_HASH = 16;

    private FeedbackLabels() {}

    /**
     * One item for each text, in the order in which they were first judged.
     *
     * @param verdicts in the order in which they were given
     * @param issues that a text can be labelled with
     */
    public static List<LabelledItem> of(List<Feedback> verdicts, Collection<String> issues) {
        Map<String, List<Feedback>> byText = verdicts.stream()
                .collect(Collectors.groupingBy(Feedback::textHash, LinkedHashMap::new, Collectors.toList()));
        return byText.values().stream().map(text -> item(text, issues)).toList();
    }

    private static LabelledItem item(List<Feedback> verdicts, Collection<String> issues) {
        Map<String, List<Feedback>> byIssue =
                verdicts.stream().collect(Collectors.groupingBy(Feedback::issue, TreeMap::new, Collectors.toList()));
        List<String> belonging = new ArrayList<>();
        Set<String> unsure = new TreeSet<>(issues);
        Map<String, Act> acts = new HashMap<>();
        byIssue.forEach((issue, said) -> {
            boolean belongs = said.get(0).verdict().belongs();
            if (said.stream().anyMatch(verdict -> verdict.verdict().belongs() != belongs)) {
                unsure.add(issue);
                return;
            }
            unsure.remove(issue);
            if (belongs) {
                belonging.add(issue);
                agreed(said).ifPresent(act -> acts.put(issue, act));
            }
        });
        Feedback first = verdicts.get(0);
        String hash = first.textHash().substring(first.textHash().indexOf(':') + 1);
        return new LabelledItem(
                "feedback-" + hash.substring(0, SHORT_HASH),
                first.language(),
                first.title(),
                first.text(),
                null,
                belonging,
                List.copyOf(unsure),
                acts,
                null);
    }

    /** The act that everybody names who names one. */
    private static Optional<Act> agreed(List<Feedback> said) {
        List<Act> named = said.stream()
                .flatMap(verdict -> Stream.ofNullable(verdict.act()))
                .distinct()
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
}
