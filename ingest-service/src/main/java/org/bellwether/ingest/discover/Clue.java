package org.bellwether.ingest.discover;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be a feed.
 *
 * @param url absolute
 * @param source how it was come by
 * @param title that the page gives it
 */
public record Clue(URI url, Source source, @Nullable String title) {

    /** How a clue was come by, the surest first. */
    public enum Source {
        /** The address asked for is a feed itself. */
        ITSELF,
        /** An HTTP {@code Link} header (RFC 8288) with {@code rel=alternate}. */
        HEADER,
        /** A {@code <link rel=alternate>} of the page. */
        LINK,
        /** A link in the page that looks like one to a feed. */
        ANCHOR,
        /** A path that feeds often have; nothing points there. */
        WELL_KNOWN
    }
}
