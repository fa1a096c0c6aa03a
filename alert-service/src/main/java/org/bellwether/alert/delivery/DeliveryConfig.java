package org.bellwether.alert.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How alerts are sent. */
@ConfigMapping(prefix = "bellwether.delivery")
public interface DeliveryConfig {

    /**
     * Host names, addresses and CIDR networks that Slack and webhook posts may go to although they are not public, and
     * then by plain http too. None by default.
     */
    Optional<List<String>> allow();

    /** Deliveries of one channel at a time. */
    @WithDefault("4")
    int concurrency();

    /** How often open deliveries that are due are looked for; those of a new alert do not wait for it. */
    @WithDefault("1s")
    String sweep();

    /** Tries before a delivery is given up; with the default waits about ten hours. */
    @WithDefault("50")
    int maxAttempts();

    /** Wait after the first failed try; it doubles with each further one. */
    @WithDefault("PT1S")
    Duration firstWait();

    /** Longest wait between two tries, unless the other side asks for a longer one. */
    @WithDefault("PT15M")
    Duration longestWait();

    /** Timeout to connect to a webhook. */
    @WithDefault("PT3S")
    Duration connectTimeout();

    /** Timeout for a webhook's answer; connecting and answering together take no longer than both timeouts. */
    @WithDefault("PT10S")
    Duration responseTimeout();

    /** Timeout for handing a mail over; what the server accepts after it is sent again, under the same Message-ID. */
    @WithDefault("PT20S")
    Duration mailTimeout();

    /** How long one try may take before another instance takes it over; longer than the timeouts. */
    @WithDefault("PT1M")
    Duration lease();

    /** How long the ledger remembers a delivery; longer than the topic keeps alerts. */
    @WithDefault("P120D")
    Duration keep();
}
