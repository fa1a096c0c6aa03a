package org.bellwether.ingest.opml;

import org.bellwether.ingest.catalogue.FeedMembers;

/**
 * An outline of an OPML that is no group.
 *
 * @param line of the document, counted from 1
 * @param title as written there; possibly empty
 * @param members of the feed, right or wrong; none where it has no {@code xmlUrl}, and so is no feed
 */
public record Outline(int line, String title, FeedMembers members) {

    /** Whether it is meant as a feed. */
    public boolean isFeed() {
        return !members.isEmpty();
    }
}
