package org.bellwether.ingest;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bellwether.egress.WebAddress;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.lease.Shard;
import org.bellwether.ingest.lease.Tenure;

/**
 * Whether a feed is this instance's at this very moment: as the catalogue has it now, which may be elsewhere than when its
 * poll began. One that has left the catalogue is in nobody's way where it was.
 *
 * @param catalogue of now
 */
record Ours(Supplier<Catalogue> catalogue, Tenure tenure) implements Predicate<Feed> {

    @Override
    public boolean test(Feed feed) {
        return tenure.holds(shardNow(feed));
    }

    /** The name of the other instance that polls the feed; empty when this one does, or nobody. */
    Optional<String> otherHolder(Feed feed) {
        return test(feed)
                ? Optional.empty()
                : tenure.holder(shardNow(feed)).filter(holder -> !holder.equals(tenure.instance()));
    }

    private Shard shardNow(Feed feed) {
        return shard(catalogue.get().byId(feed.id()).orElse(feed));
    }

    static Shard shard(Feed feed) {
        return Shard.ofHost(WebAddress.host(feed.url()));
    }
}
