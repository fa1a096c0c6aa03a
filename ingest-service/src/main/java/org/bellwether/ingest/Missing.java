package org.bellwether.ingest;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.bellwether.ingest.backend.Backends;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.lease.Tenure;

/** What polling a feed has to wait for at the moment; empty when nothing. */
@Singleton
final class Missing implements Function<Feed, Optional<String>> {

    private final Backends backends;
    private final Tenure tenure;

    Missing(Backends backends, Tenure tenure) {
        this.backends = backends;
        this.tenure = tenure;
    }

    @Override
    public Optional<String> apply(Feed feed) {
        return backends.away()
                .or(() -> tenure.holds(ShareFollower.shard(feed))
                        ? Optional.empty()
                        : Optional.of("the lease of its host"));
    }
}
