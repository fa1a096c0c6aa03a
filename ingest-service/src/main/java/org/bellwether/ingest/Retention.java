package org.bellwether.ingest;

import java.time.Duration;

/**
 * How long what was read is remembered.
 *
 * @param items after they left their feed
 * @param documents as they came, after the feed last brought one
 */
record Retention(Duration items, Duration documents) {}
