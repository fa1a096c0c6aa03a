/**
 * Feed catalogue to {@code NewsItem}. This package puts the stations together: {@link org.bellwether.ingest.Startup}
 * begins {@link org.bellwether.ingest.Polling}. {@link org.bellwether.ingest.ShareFollower} keeps to the catalogue and to this
 * instance's {@link org.bellwether.ingest.Share} of it, of which {@link org.bellwether.ingest.poll.PollLoop} walks
 * {@link org.bellwether.ingest.poll.FeedPoll} for each feed that is due: fetch, parse, identify, publish, mark seen.
 */
@NullMarked
package org.bellwether.ingest;

import org.jspecify.annotations.NullMarked;
