package org.bellwether.ingest.lease;

/**
 * A sign of life.
 *
 * @param instance name of the instance, the same after a restart
 * @param process the process that bears that name now
 * @param count one more each time
 * @param settled up to which revision of the catalogue the instance goes by it, with no poll under way any more of a feed that
 *     the catalogue has put elsewhere meanwhile; -1 when it has not read the catalogue yet
 * @param sight how the instance sees the broker; lost only where it stands aside for that, as another sees it
 */
public record Beat(String instance, String process, long count, long settled, Sight sight) {}
