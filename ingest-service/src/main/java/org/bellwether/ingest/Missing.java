package org.bellwether.ingest;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.bellwether.ingest.backend.Backends;
import org.bellwether.ingest.catalogue.Feed;

/** What polling a feed has to wait for at the moment; empty when nothing. */
@Singleton
final class Missing implements Function<Feed, Optional<String>> {

    private final Backends backends;
    private final Ours ours;

    Missing(Backends backends, Ours ours) {
        this.backends = backends;
        this.ours = ours;
    }

    @Override
    public Optional<String> apply(Feed feed) {
        return backends.away().or(() -> ours.test(feed) ? Optional.empty() : Optional.of("the lease of its host"));
    }
}
