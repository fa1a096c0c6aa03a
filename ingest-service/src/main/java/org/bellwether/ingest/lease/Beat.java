package org.bellwether.ingest.lease;

/**
 * A sign of life.
 *
 * @param instance name of the instance, the same after a restart
 * @param process the process that bears that name now
 * @param count one more each time
 */
public record Beat(String instance, String process, long count) {}
