package org.bellwether.ingest.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What else a redirect has to satisfy, besides leading to an address that is fetched at all. */
@FunctionalInterface
public interface RedirectRule {

    /** Nothing else. */
    RedirectRule NONE = target -> Optional.empty();

    /** Why this address is not to be asked; empty when it may. */
    Optional<Objection> objection(URI target);

    /**
     * Why an address is not asked.
     *
     * @param reason in words
     * @param until when that is to be looked at again, where it says nothing against the address (UTC); null where it does
     */
    record Objection(String reason, @Nullable Instant until) {}
}
