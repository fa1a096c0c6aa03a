package org.bellwether.standalone.narration;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellwether.events.Tag;
import org.bellwether.events.TaggedItem;

/** What was tagged in a stretch of time, in one line. */
final class TagCount {

    private static final int MOST_NAMED = 5;

    private int items;
    private int untagged;
    private final Map<String, Integer> issues = new TreeMap<>();

    void add(TaggedItem item) {
        items++;
        List<Tag> certain = item.tags().stream().filter(tag -> !tag.uncertain()).toList();
        certain.forEach(tag -> issues.merge(tag.issue(), 1, Integer::sum));
        if (certain.isEmpty()) {
            untagged++;
        }
    }

    boolean isEmpty() {
        return items == 0;
    }

    /** The commonest issues with their counts. */
    String line() {
        String named = issues.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_NAMED)
                .map(issue -> issue.getKey() + " " + issue.getValue())
                .collect(Collectors.joining(" · "));
        String more = issues.size() > MOST_NAMED ? " · …" : "";
        String read = items == 1 ? "1 item read" : items + " items read";
        return named.isEmpty()
                ? read + ", none about a tracked issue"
                : read + ", " + (items - untagged) + " tagged: " + named + more;
    }
}
