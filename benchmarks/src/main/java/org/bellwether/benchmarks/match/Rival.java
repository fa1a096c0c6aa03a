package org.bellwether.benchmarks.match;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellwether.classify.watch.WatchIndex;
import org.bellwether.classify.watch.WatchQuery;
import org.bellwether.classify.watch.WatchedItem;

/** A way to find the watches an item matches. */
interface Rival {

    /** Ids of the watches, sorted. */
    List<String> match(Item item);

    /** The rivals, as the benchmark's parameter names them. */
    static Rival of(String name, Map<String, WatchQuery> watches) {
        return switch (name) {
            case "index" -> index(watches);
            case "monitor" -> new MonitorRival(watches);
            case "everyQuery" -> new EveryQueryRival(watches);
            case "regex" -> new RegexRival(watches);
            default -> throw new IllegalArgumentException("No rival is called " + name);
        };
    }

    /** Ours. */
    static Rival index(Map<String, WatchQuery> watches) {
        WatchIndex filled = WatchIndex.EMPTY;
        for (Map.Entry<String, WatchQuery> watch : watches.entrySet()) {
            filled = filled.with(watch.getKey(), watch.getValue());
        }
        WatchIndex index = filled;
        return item -> index.match(WatchedItem.of(item.title(), item.text(), item.language(), item.sources()));
    }

    /** The first of the queries, with ids. */
    static Map<String, WatchQuery> watches(List<WatchQuery> queries, int count) {
        Map<String, WatchQuery> watches = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            watches.put("watch-" + i, queries.get(i));
        }
        return watches;
    }
}
