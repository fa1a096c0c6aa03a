package org.bellwether.ingest.push;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A poll that its feed answered, as far as its subscription is concerned.
 *
 * @param started when it began (UTC)
 * @param offer what the document says of hubs; null when there was none to read
 * @param fresh entries in it that neither a poll nor a push had brought before
 * @param slowed whether it came late because the feed's hub pushes it
 */
public record Polled(Instant started, @Nullable Offer offer, int fresh, boolean slowed) {}
