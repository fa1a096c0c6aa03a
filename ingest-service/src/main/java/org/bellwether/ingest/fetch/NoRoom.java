package org.bellwether.ingest.fetch;

/** The body was let go half read, since there is no room for it beside others now; the server is not at fault. */
public record NoRoom() implements FetchResult {}
