/**
 * The service's main road. In: feeds that are due; out: their new items on the topic and their state on the board.
 * {@link org.bellwether.ingest.poll.FeedPoll} is the way of one poll, {@link org.bellwether.ingest.poll.PollLoop} walks
 * it for all feeds, many at a time and each on its own.
 */
@NullMarked
package org.bellwether.ingest.poll;

import org.jspecify.annotations.NullMarked;
