package org.bellwether.ingest.poll;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.ingest.fetch.ServerHints;
import org.bellwether.ingest.parse.Hints;
import org.bellwether.ingest.schedule.StatedPace;
import org.jspecify.annotations.Nullable;

/** All that a publisher says, in feed and headers, of how long an answer stays fresh. */
public final class StatedPaces {

    private StatedPaces() {}

    /** Each of them, be it that it asks for nothing. */
    public static List<StatedPace> of(ServerHints server, Hints hints) {
        List<StatedPace> stated = new ArrayList<>();
        add(stated, hints.ttl(), "ttl");
        add(stated, hints.updatePeriod(), "sy:updatePeriod");
        add(stated, server.freshFor().orElse(null), "Cache-Control, Expires");
        return stated;
    }

    private static void add(List<StatedPace> stated, @Nullable Duration period, String by) {
        if (period != null) {
            stated.add(new StatedPace(period, by));
        }
    }
}
