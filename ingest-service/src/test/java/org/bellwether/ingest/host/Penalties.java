package org.bellwether.ingest.host;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is still held against hosts. */
public final class Penalties {

    private Penalties() {}

    public static List<HostPenalty> penalties(HostBudgets budgets, Instant now) {
        return budgets.remembered().stream()
                .filter(penalty -> penalty.until().isAfter(now))
                .toList();
    }

    public static Optional<HostPenalty> penalty(HostBudgets budgets, URI url, Instant now) {
        return penalties(budgets, now).stream()
                .filter(penalty -> penalty.host().equals(url.getHost()))
                .findFirst();
    }
}
