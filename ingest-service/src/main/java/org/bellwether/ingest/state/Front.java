package org.bellwether.ingest.state;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The newest part of what stood in a feed when it was last read, newest first. As long as some of it still stands there,
 * nothing came and went in between; an older entry tells nothing of that, since it may be pinned.
 *
 * @param window how many entries stood there
 * @param marks of the newest of them: the first eight digits of each item's id
 */
public record Front(int window, List<String> marks) {

    /** Nothing was read. */
    public static final Front NONE = new Front(0, List.of());

    /** So that tens of thousands of feeds stay small. */
    private static final int MOST = 16;

    private static final int MARK = 8;

    /**
     * An entry in its feed.
     *
     * @param item id of the item that it is
     * @param published UTC; null when nothing says
     */
    public record Place(String item, @Nullable Instant published) {}

    public Front {
        marks = List.copyOf(marks);
    }

    /** Of what stands in a feed, in the document's order. */
    public static Front of(List<Place> places) {
        List<String> all = newestFirst(places);
        if (isDated(places)) {
            return new Front(all.size(), all.subList(0, Math.min(MOST, all.size() / 2 + Math.min(1, all.size()))));
        }
        // Without dates nobody knows at which end it grows.
        int end = Math.max(MOST / 2, all.size() - MOST / 2);
        return all.size() <= MOST
                ? new Front(all.size(), all)
                : new Front(
                        all.size(),
                        Stream.concat(all.subList(0, MOST / 2).stream(), all.subList(end, all.size()).stream())
                                .toList());
    }

    /** With what came besides, as by a push, and is newer. */
    public Front and(List<Place> places) {
        return window == 0
                ? this
                : new Front(
                        window,
                        Stream.concat(newestFirst(places).stream(), marks.stream())
                                .distinct()
                                .limit(MOST)
                                .toList());
    }

    /**
     * Whether what stands in the feed now goes on from what stood there. What was at the very top and still is may be pinned and
     * does not count, unless there was nothing else. A feed of one entry shows nothing either way, and neither does one that
     * was never read.
     */
    public boolean goesOnTo(List<Place> places) {
        if (marks.isEmpty() || (window == 1 && places.size() == 1)) {
            return true;
        }
        List<String> now = newestFirst(places);
        int pinned = 0;
        while (pinned < Math.min(marks.size(), now.size()) && marks.get(pinned).equals(now.get(pinned))) {
            pinned++;
        }
        Set<String> visible = new HashSet<>(now.subList(pinned, now.size()));
        return pinned == marks.size()
                || marks.subList(pinned, marks.size()).stream().anyMatch(visible::contains);
    }

    private static List<String> newestFirst(List<Place> places) {
        Stream<Place> ordered = isDated(places)
                ? places.stream()
                        .sorted(Comparator.comparing(Place::published, Comparator.nullsLast(Comparator.reverseOrder())))
                : places.stream();
        return ordered.map(place -> mark(place.item())).toList();
    }

    private static boolean isDated(List<Place> places) {
        return places.stream().allMatch(place -> place.published() != null);
    }

    private static String mark(String item) {
        return item.substring(0, Math.min(MARK, item.length()));
    }
}
