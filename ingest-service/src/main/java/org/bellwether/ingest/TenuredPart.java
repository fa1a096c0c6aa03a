package org.bellwether.ingest;

import java.net.URI;
import org.bellwether.egress.WebAddress;
import org.bellwether.ingest.lease.Shard;
import org.bellwether.ingest.lease.Tenure;
import org.bellwether.ingest.poll.Part;

/**
 * The part of an instance is what it holds the lease of.
 *
 * @param tenure its leases
 */
record TenuredPart(Tenure tenure) implements Part {

    @Override
    public boolean has(URI feed) {
        return tenure.holds(Shard.ofHost(WebAddress.host(feed)));
    }

    @Override
    public boolean isWhole() {
        return tenure.isAlone();
    }
}
