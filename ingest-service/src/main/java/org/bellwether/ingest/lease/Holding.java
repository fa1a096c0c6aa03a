package org.bellwether.ingest.lease;

import org.jspecify.annotations.Nullable;

/**
 * Who holds a shard.
 *
 * @param instance its holder; null when nobody does
 * @param term one more with each change of holder, and when its holder takes it anew
 */
public record Holding(Shard shard, @Nullable String instance, long term) {}
