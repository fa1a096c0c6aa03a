package org.bellwether.ingest.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bellwether.events.SourceStatus.State;
import org.jspecify.annotations.Nullable;

/** What feeds are listed by. Feeds that are equal in that stand in the catalogue's order. */
public enum FeedOrder {
    /** The file's, then those added since. */
    CATALOGUE,
    /** As readers know them. */
    NAME,
    /** Whose turn it is first; those that are not polled last. */
    NEXT,
    /** Who has not been read for longest, of those that are polled. */
    LAG,
    /** Failing ones first, the longest failing of these before others; then those that may have lost most entries. */
    PROBLEMS;

    private static final List<State> GRAVEST_FIRST =
            List.of(State.FAILING, State.DEGRADED, State.NEW, State.OK, State.DISABLED);

    /** Every name that can be asked for. */
    public static List<String> names() {
        return Arrays.stream(values()).map(FeedOrder::label).toList();
    }

    /** As in the API, lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FeedOrder> byLabel(String label) {
        return Arrays.stream(values())
                .filter(order -> order.label().equals(label))
                .findFirst();
    }

    /** The feeds in this order. */
    List<FeedView> sort(List<FeedView> feeds) {
        return switch (this) {
            case CATALOGUE -> feeds;
            case NAME -> sorted(feeds, Comparator.comparing(FeedView::name, String.CASE_INSENSITIVE_ORDER));
            case NEXT -> sorted(feeds, Comparator.comparing(feed -> or(feed.nextPoll(), Instant.MAX)));
            case LAG ->
                sorted(
                        feeds,
                        Comparator.comparing((FeedView feed) -> !feed.enabled())
                                .thenComparing(feed -> or(feed.lastSuccess(), Instant.MIN)));
            case PROBLEMS ->
                sorted(
                        feeds,
                        Comparator.comparingInt((FeedView feed) -> GRAVEST_FIRST.indexOf(feed.state()))
                                .thenComparingInt(feed -> -feed.consecutiveFailures())
                                .thenComparingLong(
                                        feed -> -feed.possibleLosses().count()));
        };
    }

    private static List<FeedView> sorted(List<FeedView> feeds, Comparator<FeedView> by) {
        return feeds.stream().sorted(by).toList();
    }

    private static Instant or(@Nullable Instant time, Instant otherwise) {
        return time == null ? otherwise : time;
    }
}
