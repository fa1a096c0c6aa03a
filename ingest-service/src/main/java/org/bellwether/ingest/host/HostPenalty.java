package org.bellwether.ingest.host;

import java.time.Instant;

/**
 * A host is left alone for a while.
 *
 * @param host lower-case name, or address
 * @param until when it is asked again
 * @param strikes refusals in a row that did not say how long to wait
 * @param reason in words, with the status and the time: for API, console and log
 */
public record HostPenalty(String host, Instant until, int strikes, String reason) {}
