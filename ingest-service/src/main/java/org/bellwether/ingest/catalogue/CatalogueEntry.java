package org.bellwether.ingest.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A feed of the catalogue and how it came to be so.
 *
 * @param feed as it is polled; disabled while it is paused
 * @param stated its members as written, changes included, pause not
 * @param file its members as the file has them; absent when it is in none
 * @param change what people changed about it, if anything
 */
public record CatalogueEntry(
        Feed feed,
        FeedMembers stated,
        @Nullable FeedMembers file,
        @Nullable FeedChange change) {

    /** Where it comes from. */
    public Origin origin() {
        return file == null ? Origin.API : Origin.CATALOGUE;
    }

    /** As the file has it and nobody changed it. */
    static CatalogueEntry ofFile(Feed feed, FeedMembers stated) {
        return new CatalogueEntry(feed, stated, stated, null);
    }

    /** A feed as it would be if somebody added it. */
    public static CatalogueEntry added(Feed feed, FeedMembers stated, Stamp stamp) {
        FeedChange change = FeedChange.none(feed.id(), stamp).ofItsOwn(stated, stamp);
        return new CatalogueEntry(feed, stated, null, change);
    }

    /** Whether and why somebody paused it. */
    public Optional<Pause> pause() {
        return Optional.ofNullable(change).map(FeedChange::pause);
    }

    /** What is changed about it; nothing, by that stamp, when nothing is. */
    FeedChange changeOrNone(Stamp now) {
        return change == null ? FeedChange.none(feed.id(), now) : change;
    }
}
