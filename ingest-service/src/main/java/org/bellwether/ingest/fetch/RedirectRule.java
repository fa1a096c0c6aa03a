package org.bellwether.ingest.fetch;

import java.net.URI;
import java.util.Optional;

/** What else a redirect has to satisfy, besides leading to an address that is fetched at all. */
@FunctionalInterface
public interface RedirectRule {

    /** Nothing else. */
    RedirectRule NONE = target -> Optional.empty();

    /** Why this address is not to be asked, in words; empty when it may. */
    Optional<String> objection(URI target);
}
