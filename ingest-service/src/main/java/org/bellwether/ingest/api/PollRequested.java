package org.bellwether.ingest.api;

/**
 * What came of asking for a poll.
 *
 * @param feed catalogue id
 * @param poll {@code now}, or {@code already} when it is being polled or polling has not begun
 */
record PollRequested(String feed, String poll) {}
