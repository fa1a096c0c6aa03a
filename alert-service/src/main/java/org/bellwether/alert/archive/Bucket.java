package org.bellwether.alert.archive;

import java.time.Instant;

/**
 * A stretch of a series; one in which nothing happened is there too.
 *
 * @param start inclusive (UTC)
 * @param count items in it
 */
public record Bucket(Instant start, long count) {}
