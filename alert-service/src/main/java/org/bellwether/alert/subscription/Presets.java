package org.bellwether.alert.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bellwether.alert.channel.ChannelKind;
import org.bellwether.alert.subscription.Subscription.State;
import org.bellwether.web.text.Language;

/**
 * Subscriptions that the operator names in the configuration: confirmed from the start, and ended when they are no
 * longer named. One whose owner unsubscribed stays ended; one that its owner made stays the owner's.
 */
public final class Presets {

    private final List<Named> named;
    private final Language language;

    /** An entry of the configuration. */
    private record Named(ChannelKind channel, String address) {}

    /**
     * @param entries each {@code <channel>:<address>}
     * @param language of their messages
     * @throws IllegalArgumentException naming the entry's place, not its address
     */
    public Presets(List<String> entries, Language language) {
        this.language = language;
        List<Named> read = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            read.add(read(entries.get(i).strip(), i));
        }
        this.named = List.copyOf(read);
    }

    private static Named read(String entry, int index) {
        String[] parts = entry.split(":", 2);
        Optional<ChannelKind> channel = ChannelKind.byId(parts[0]);
        if (parts.length < 2 || channel.isEmpty() || parts[1].isBlank()) {
            throw new IllegalArgumentException("bellwether.subscriptions.preset[" + index
                    + "]: must be email:<address>, slack:<URL> or webhook:<URL>");
        }
        return new Named(channel.get(), parts[1].strip());
    }

    /**
     * What has to be written so that the store says what the configuration says.
     *
     * @param stored all that the configuration made earlier and all it names now, as far as the store has them
     * @param since begin of those that are new (UTC)
     */
    public List<Subscription> changes(List<Subscription> stored, Instant since) {
        List<Subscription> changes = new ArrayList<>();
        Set<String> wanted = new HashSet<>(ids());
        for (Named entry : named) {
            String id = Subscription.idOf(entry.channel(), entry.address());
            Optional<Subscription> there =
                    stored.stream().filter(found -> found.id().equals(id)).findFirst();
            boolean unsubscribed = there.isPresent() && there.get().unsubscribedAt() != null;
            boolean confirmed = there.isPresent() && there.get().state() == State.CONFIRMED;
            if (!confirmed && !unsubscribed) {
                changes.add(new Subscription(
                        id,
                        entry.channel(),
                        entry.address(),
                        List.of(),
                        language,
                        State.CONFIRMED,
                        false,
                        true,
                        since,
                        null));
            }
        }
        stored.stream()
                .filter(found -> found.preset() && found.state() == State.CONFIRMED && !wanted.contains(found.id()))
                .forEach(found -> changes.add(found.withdrawn(since)));
        return changes;
    }

    /** Of all that the configuration names. */
    public List<String> ids() {
        return named.stream()
                .map(entry -> Subscription.idOf(entry.channel(), entry.address()))
                .toList();
    }
}
