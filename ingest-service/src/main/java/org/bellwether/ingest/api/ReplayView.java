package org.bellwether.ingest.api;

import java.util.Comparator;
import java.util.List;
import org.bellwether.events.NewsItem;
import org.bellwether.ingest.poll.Replay;

/**
 * What came of reading a feed's documents once more.
 *
 * @param published whether the items were published, or would be
 * @param documents that were kept
 * @param unreadable of these, with the reason
 * @param entries in all of them, each once
 * @param items new ones and corrections
 * @param unchanged entries that bring nothing: they read as what was published, or that is newer
 * @param refused items that the broker will not have, with the reason
 */
public record ReplayView(
        boolean published,
        int documents,
        List<Replay.Unread> unreadable,
        int entries,
        List<ItemView> items,
        int unchanged,
        List<RefusedView> refused) {

    /** An item that could not be published. */
    public record RefusedView(String id, String reason) {}

    /** An item that is published by it. */
    public record ItemView(String id, int version, String title, String url) {

        private static ItemView of(NewsItem item) {
            return new ItemView(item.id(), item.version(), item.title(), item.url());
        }
    }

    static ReplayView of(Replay.Result result, boolean published) {
        return new ReplayView(
                published,
                result.documents(),
                result.unreadable(),
                result.entries(),
                result.items().stream().map(ItemView::of).toList(),
                result.unchanged(),
                result.refused().entrySet().stream()
                        .map(refused -> new RefusedView(refused.getKey(), refused.getValue()))
                        .sorted(Comparator.comparing(RefusedView::id))
                        .toList());
    }
}
