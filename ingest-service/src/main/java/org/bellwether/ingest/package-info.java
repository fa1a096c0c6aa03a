/**
 * Feed catalogue to {@code NewsItem}. This package puts the stations together: {@link org.bellwether.ingest.Startup}
 * reads the catalogue and starts {@link org.bellwether.ingest.poll.PollLoop}, which walks
 * {@link org.bellwether.ingest.poll.FeedPoll} for each feed that is due: fetch, parse, identify, publish, mark seen.
 */
@NullMarked
package org.bellwether.ingest;

import org.jspecify.annotations.NullMarked;
