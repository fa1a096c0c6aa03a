package org.bellwether.ingest.api;

import jakarta.inject.Singleton;
import java.util.List;
import org.bellwether.ingest.catalogue.CatalogueEntry;
import org.bellwether.ingest.state.FeedBoard;

/** Feeds with how they do, as they are shown. */
@Singleton
public final class FeedViews {

    private final FeedBoard board;
    private final UsualInterval usual;

    public FeedViews(FeedBoard board, UsualInterval usual) {
        this.board = board;
        this.usual = usual;
    }

    FeedView of(CatalogueEntry entry) {
        return FeedView.of(entry, board.of(entry.feed()), entry.feed().intervalOr(usual.interval()));
    }

    /** Those asked for, in the catalogue's order. */
    List<FeedView> all(FeedQuery query) {
        return board.catalogue().entries().stream()
                .filter(entry -> query.matches(entry.feed(), board.of(entry.feed())))
                .map(this::of)
                .toList();
    }

    FeedView byId(String id) {
        return board.catalogue().entry(id).map(this::of).orElseThrow(() -> ApiProblem.noSuchFeed(id));
    }
}
