package org.bellwether.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.ingest.fetch.FeedHeaders;
import org.bellwether.ingest.parse.Hints;
import org.bellwether.ingest.schedule.StatedPace;
import org.jspecify.annotations.Nullable;

/** All that a publisher says, in feed and headers, of how long an answer stays fresh. */
final class Pace {

    private Pace() {}

    static List<StatedPace> stated(FeedHeaders headers, Hints hints, Instant now) {
        List<StatedPace> stated = new ArrayList<>();
        add(stated, hints.ttl(), "ttl");
        add(stated, hints.updatePeriod(), "sy:updatePeriod");
        return stated;
    }

    private static void add(List<StatedPace> stated, @Nullable Duration period, String by) {
        if (period != null) {
            stated.add(new StatedPace(period, by));
        }
    }
}
