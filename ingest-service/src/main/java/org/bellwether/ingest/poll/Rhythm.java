package org.bellwether.ingest.poll;

import java.time.InstantSource;
import java.util.function.Function;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.schedule.Cadence;

/**
 * How polling goes in time.
 *
 * @param cadences of each feed
 * @param workers how many feeds are polled at once at most
 * @param clock that the queue goes by
 */
public record Rhythm(Function<Feed, Cadence> cadences, int workers, InstantSource clock) {}
