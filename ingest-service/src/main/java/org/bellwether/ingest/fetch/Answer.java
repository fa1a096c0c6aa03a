package org.bellwether.ingest.fetch;

/** What one hop brought. */
sealed interface Answer {

    /** The end of the way. */
    record Final(FetchResult result) implements Answer {}

    /** Ask there instead. */
    record Moved(int status, String location) implements Answer {}
}
