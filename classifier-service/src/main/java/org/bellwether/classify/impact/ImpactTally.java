package org.bellwether.classify.impact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bellwether.classify.Classification;
import org.bellwether.classify.impact.Impact.Change;
import org.bellwether.classify.impact.Impact.Example;
import org.bellwether.classify.impact.Impact.IssueImpact;
import org.bellwether.classify.impact.Impact.TagView;
import org.bellwether.classify.review.Beginning;
import org.bellwether.events.NewsItem;
import org.bellwether.events.Tag;

/**
 * Adds up where two taxonomies differ. It holds a few examples of each change and of every item only which changes it
 * counts for, so that a later version can take back what an earlier one added.
 */
final class ImpactTally {

    private static final int MOST_EXAMPLES = 5;
    private static final int LONGEST_TITLE = 300;
    private static final int MOST_EVIDENCE = 10;

    /** What an item is counted for on one issue. */
    private record Count(String issue, boolean before, boolean after, Optional<Change> change) {}

    private record Counted(int version, List<Count> counts) {}

    private final Map<String, Counted> items = new HashMap<>();
    private final Map<String, Map<Change, Deque<Example>>> examples = new HashMap<>();

    /** Counts an item, in place of an earlier version of it; one that is older than what was counted is passed over. */
    void add(NewsItem item, Classification before, Classification after) {
        Counted known = items.get(item.id());
        if (known != null && known.version() > item.version()) {
            return;
        }
        if (known != null) {
            takeBack(item.id(), known);
        }
        Map<String, Tag> now = byIssue(before);
        Map<String, Tag> then = byIssue(after);
        Set<String> issues = new LinkedHashSet<>(now.keySet());
        issues.addAll(then.keySet());
        List<Count> counts = new ArrayList<>();
        for (String issue : issues) {
            counts.add(count(item, before.language(), issue, tag(now, issue), tag(then, issue)));
        }
        items.put(item.id(), new Counted(item.version(), counts.isEmpty() ? List.of() : counts));
    }

    int items() {
        return items.size();
    }

    /** Those on which the two differ, in this order. */
    List<IssueImpact> issues(List<String> order) {
        return order.stream()
                .map(this::impact)
                .filter(impact -> impact.gained() + impact.lost() + impact.flipped() > 0)
                .toList();
    }

    private Count count(NewsItem item, String language, String issue, Optional<Tag> now, Optional<Tag> then) {
        Optional<Change> change = change(now, then);
        change.ifPresent(kind -> {
            Deque<Example> some = examples.computeIfAbsent(issue, unseen -> new HashMap<>())
                    .computeIfAbsent(kind, unseen -> new ArrayDeque<>());
            if (some.size() == MOST_EXAMPLES) {
                some.removeLast();
            }
            some.addFirst(new Example(
                    kind,
                    item.id(),
                    Beginning.of(item.title(), LONGEST_TITLE),
                    item.url(),
                    language,
                    now.map(ImpactTally::view).orElse(null),
                    then.map(ImpactTally::view).orElse(null)));
        });
        return new Count(issue, isCertain(now), isCertain(then), change);
    }

    private void takeBack(String itemId, Counted known) {
        for (Count count : known.counts()) {
            Map<Change, Deque<Example>> shown = examples.getOrDefault(count.issue(), Map.of());
            shown.values()
                    .forEach(some -> some.removeIf(example -> example.itemId().equals(itemId)));
        }
    }

    private static Optional<Change> change(Optional<Tag> now, Optional<Tag> then) {
        if (now.isEmpty() || then.isEmpty()) {
            return now.isEmpty() && then.isEmpty()
                    ? Optional.empty()
                    : Optional.of(now.isEmpty() ? Change.GAINED : Change.LOST);
        }
        boolean same = now.get().act() == then.get().act()
                && now.get().uncertain() == then.get().uncertain();
        return same ? Optional.empty() : Optional.of(Change.FLIPPED);
    }

    private IssueImpact impact(String issue) {
        Map<Change, Integer> changes = new EnumMap<>(Change.class);
        int before = 0;
        int after = 0;
        for (Counted counted : items.values()) {
            for (Count count : counted.counts()) {
                if (count.issue().equals(issue)) {
                    count.change().ifPresent(change -> changes.merge(change, 1, Integer::sum));
                    before += count.before() ? 1 : 0;
                    after += count.after() ? 1 : 0;
                }
            }
        }
        List<Example> some = new ArrayList<>();
        Map<Change, Deque<Example>> shown = examples.getOrDefault(issue, Map.of());
        for (Change change : Change.values()) {
            some.addAll(shown.getOrDefault(change, new ArrayDeque<>()));
        }
        return new IssueImpact(
                issue,
                changes.getOrDefault(Change.GAINED, 0),
                changes.getOrDefault(Change.LOST, 0),
                changes.getOrDefault(Change.FLIPPED, 0),
                before,
                after,
                some);
    }

    private static Map<String, Tag> byIssue(Classification found) {
        return found.tags().stream().collect(Collectors.toMap(Tag::issue, Function.identity(), (a, b) -> a));
    }

    private static Optional<Tag> tag(Map<String, Tag> tags, String issue) {
        return Optional.ofNullable(tags.get(issue));
    }

    private static boolean isCertain(Optional<Tag> tag) {
        return tag.filter(found -> !found.uncertain()).isPresent();
    }

    private static TagView view(Tag tag) {
        return new TagView(
                tag.probability(),
                !tag.uncertain(),
                tag.act(),
                tag.evidence().stream().limit(MOST_EVIDENCE).toList());
    }
}
