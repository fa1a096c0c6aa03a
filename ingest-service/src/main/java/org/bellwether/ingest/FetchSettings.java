package org.bellwether.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bellwether.egress.Cidr;
import org.bellwether.ingest.fetch.FetchLimits;

/** What reading a feed may cost, and who reads. */
@ConfigMapping(prefix = "bellwether.fetch")
public interface FetchSettings {

    /** For the connection to be made. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** Between two packets. */
    @WithDefault("10s")
    Duration readTimeout();

    /** For the whole exchange, redirects included; also for the body of a preview or push to be here. */
    @WithDefault("20s")
    Duration totalTimeout();

    /** Largest feed, as transferred and again decompressed; also the largest body the preview takes. */
    @WithDefault("10M")
    MemorySize maxBytes();

    /** Redirects followed; each hop's address is judged anew. */
    @WithDefault("5")
    int maxRedirects();

    /**
     * Blocks of addresses (CIDR, comma separated) that feeds may be on although they are loopback, private or otherwise
     * not public. For development and tests; none by default.
     */
    Optional<List<String>> allow();

    /** Where a publisher can complain: an address or URL that goes into the User-Agent. */
    @WithDefault("https://bellwether.example/contact")
    String contact();

    /**
     * The limits as the fetcher takes them.
     *
     * @param perHost connections to one host at once
     */
    default FetchLimits limits(int perHost) {
        FetchLimits usual = FetchLimits.DEFAULT;
        long bytes = maxBytes().asLongValue();
        return new FetchLimits(
                connectTimeout(),
                readTimeout(),
                totalTimeout(),
                bytes,
                bytes,
                usual.maxRatio(),
                maxRedirects(),
                usual.maxConnections(),
                perHost);
    }

    /**
     * The blocks of {@link #allow()}.
     *
     * @throws IllegalArgumentException when one is no CIDR block, naming it
     */
    default List<Cidr> allowed() {
        return AllowedNetworks.of(allow());
    }
}
