package org.bellwether.ingest.fetch;

/** How a poll went on the wire. A feed that is slow, hostile or away is a result, not an exception. */
public sealed interface FetchResult permits Fetched, NotModified, NoRoom, Postponed, FetchFailed {}
