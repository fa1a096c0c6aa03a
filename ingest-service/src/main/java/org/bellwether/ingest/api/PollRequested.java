package org.bellwether.ingest.api;

/**
 * What came of asking for a poll.
 *
 * @param feed catalogue id
 * @param poll {@code now}, also where another instance does it, or {@code already} when it is being polled
 */
record PollRequested(String feed, String poll) {}
