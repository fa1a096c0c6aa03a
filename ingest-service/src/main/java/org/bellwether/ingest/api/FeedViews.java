package org.bellwether.ingest.api;

import jakarta.inject.Singleton;
import java.util.List;
import org.bellwether.ingest.catalogue.CatalogueEntry;
import org.bellwether.ingest.schedule.Bounds;
import org.bellwether.ingest.state.FeedBoard;
import org.jspecify.annotations.Nullable;

/** Feeds with how they do, as they are shown. */
@Singleton
public final class FeedViews {

    private final FeedBoard board;
    private final Bounds bounds;
    private final FeedPushes pushes;

    public FeedViews(FeedBoard board, Bounds bounds, FeedPushes pushes) {
        this.board = board;
        this.bounds = bounds;
        this.pushes = pushes;
    }

    /** A feed of the catalogue, or one that may come into it. */
    public FeedView of(CatalogueEntry entry) {
        return of(entry, null);
    }

    private FeedView of(CatalogueEntry entry, @Nullable PushView push) {
        return FeedView.of(entry, board.of(entry.feed()), bounds.usual(), push);
    }

    /** Those asked for, in the order asked for. */
    public List<FeedView> all(FeedQuery query) {
        return query.order()
                .sort(board.catalogue().entries().stream()
                        .filter(entry -> query.matches(entry.feed(), board.of(entry.feed())))
                        .map(this::of)
                        .toList());
    }

    /** The feed of that id, with its subscription; a problem when there is none. */
    public FeedView byId(String id) {
        return board.catalogue()
                .entry(id)
                .map(entry -> of(entry, pushes.of(id).orElse(null)))
                .orElseThrow(() -> ApiProblem.noSuchFeed(id));
    }
}
