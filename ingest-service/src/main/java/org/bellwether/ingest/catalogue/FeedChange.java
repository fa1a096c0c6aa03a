package org.bellwether.ingest.catalogue;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * All that people changed about one feed, over what the file says of it.
 *
 * @param feedId whose
 * @param added whether it is a feed of its own that needs no file
 * @param members that are written other than in the file; those not here follow it. Of a removed feed, the address at which it was read
 * @param pause while it is not to be polled
 * @param removed whether it is out of the catalogue
 * @param stamp of the last of the changes
 */
public record FeedChange(
        String feedId,
        boolean added,
        FeedMembers members,
        @Nullable Pause pause,
        boolean removed,
        Stamp stamp) {

    /** Nothing is changed (any more). */
    public static FeedChange none(String feedId, Stamp stamp) {
        return new FeedChange(feedId, false, FeedMembers.NONE, null, false, stamp);
    }

    /** Whether the feed is as in the file. */
    public boolean isNone() {
        return !added && members.isEmpty() && pause == null && !removed;
    }

    /** Whether a feed of the file is hidden. */
    public boolean hides() {
        return removed && !added;
    }

    /** Whether a feed of its own is gone, and nothing but its id and address is kept, as what it published has that id for ever. */
    public boolean isFormer() {
        return removed && added;
    }

    /** A feed of its own. */
    FeedChange ofItsOwn(FeedMembers written, Stamp now) {
        return new FeedChange(feedId, true, written, null, false, now);
    }

    FeedChange with(FeedMembers written, Stamp now) {
        return new FeedChange(feedId, added, written, pause, removed, now);
    }

    FeedChange with(@Nullable Pause decided, Stamp now) {
        return new FeedChange(feedId, added, members, decided, removed, now);
    }

    /** Out of the catalogue: a feed of its own is gone for good, one of the file comes back as the file has it. */
    FeedChange gone(URI address, boolean inFile, Stamp now) {
        FeedMembers last = FeedMembers.NONE.with("url", address.toString());
        return new FeedChange(feedId, !inFile, last, null, true, now);
    }
}
