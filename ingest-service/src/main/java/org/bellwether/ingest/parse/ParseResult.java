package org.bellwether.ingest.parse;

/** What a document turned out to be. An unreadable feed is a result, not an exception. */
public sealed interface ParseResult permits ParsedFeed, Unreadable {}
