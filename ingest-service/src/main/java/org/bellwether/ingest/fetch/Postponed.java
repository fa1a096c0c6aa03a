package org.bellwether.ingest.fetch;

import java.time.Instant;

/**
 * The host's budget did not give leave in time, or room was short; it was not asked, or not any more. No fault of the feed.
 *
 * @param until when to try again
 * @param reason in words
 */
public record Postponed(Instant until, String reason) implements FetchResult {}
