package org.bellwether.alert.subscription;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How often one client may ask, and how often one address may be written to because somebody asked. Kept in this
 * process: with several instances each has its own count.
 */
public final class RateLimits {

    private static final int MOST_BUCKETS = 20_000;
    private static final Duration PERIOD = Duration.ofHours(1);

    private final int perClient;
    private final int perAddress;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_BUCKETS;
        }
    };

    /**
     * @param perClient requests an hour from one network address
     * @param perAddress requests an hour for one mail address or URL
     */
    public RateLimits(int perClient, int perAddress) {
        this.perClient = perClient;
        this.perAddress = perAddress;
    }

    /** How long to wait before trying again; empty when the request may pass, which is then counted. */
    public Optional<Duration> refuseClient(String client) {
        return refuse("client " + client, perClient);
    }

    /** The same for the address that would be written to; in capitals or not, as most servers take it for the same. */
    public Optional<Duration> refuseAddress(String address) {
        return refuse("address " + address.toLowerCase(Locale.ROOT), perAddress);
    }

    private Optional<Duration> refuse(String key, int perHour) {
        ConsumptionProbe probe = bucket(key, perHour).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
    }

    private synchronized Bucket bucket(String key, int perHour) {
        return buckets.computeIfAbsent(
                key,
                absent -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, PERIOD))
                        .build());
    }
}
