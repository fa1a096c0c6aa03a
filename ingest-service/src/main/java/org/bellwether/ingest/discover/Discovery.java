package org.bellwether.ingest.discover;

import java.net.URI;
import java.util.List;
import org.bellwether.ingest.fetch.FetchFailed;
import org.bellwether.ingest.fetch.Postponed;

/** What came of looking for the feeds of a site. */
public sealed interface Discovery {

    /**
     * The page could be asked.
     *
     * @param page where it is after redirects
     * @param candidates those that are feeds first, the surest first
     */
    record Searched(URI page, List<Candidate> candidates) implements Discovery {}

    /** The page could not be asked. */
    record NoPage(FetchFailed failed) implements Discovery {}

    /** Its host would not have it now. */
    record Later(Postponed postponed) implements Discovery {}

    /** There is no room for it now. */
    record Crowded() implements Discovery {}
}
