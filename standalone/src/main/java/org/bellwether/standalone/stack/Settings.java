package org.bellwether.standalone.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the services are told beyond their defaults.
 *
 * @param feeds catalogue; else the shipped one
 * @param taxonomy else the shipped one
 * @param indicators else the shipped ones
 * @param pollInterval of every feed; else the catalogue's
 * @param fetchAllow private addresses that feeds may have
 * @param subscriptions confirmed from the start
 * @param mailCaught whether all mail goes to the inbox even where this machine's environment names a mail server
 */
public record Settings(
        Optional<Path> feeds,
        Optional<Path> taxonomy,
        Optional<Path> indicators,
        Optional<Duration> pollInterval,
        List<Cidr> fetchAllow,
        List<Subscription> subscriptions,
        boolean mailCaught) {

    public Settings {
        fetchAllow = List.copyOf(fetchAllow);
        subscriptions = List.copyOf(subscriptions);
    }
}
