package org.bellwether.ingest;

import java.util.List;
import java.util.Optional;
import org.bellwether.egress.Cidr;

/** The networks that the operator lets feeds be on although they are not public. */
final class AllowedNetworks {

    static final String SETTING = "bellwether.fetch.allow";

    private AllowedNetworks() {}

    /**
     * None where nothing is configured.
     *
     * @param blocks as configured
     * @throws IllegalArgumentException when one is no CIDR block, naming it
     */
    static List<Cidr> of(Optional<List<String>> blocks) {
        return blocks.orElse(List.of()).stream().map(Cidr::parse).toList();
    }
}
