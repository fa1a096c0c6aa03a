package org.bellwether.ingest.item;

import org.bellwether.ingest.parse.ParsedEntry;

/**
 * An entry and which item it is.
 *
 * @param keys all that may tell which
 * @param contentHash of its title and text
 */
public record IdentifiedEntry(Identity identity, ParsedEntry entry, Keys keys, String contentHash) {

    /** Whether there is anything to publish of it. */
    public boolean saysSomething() {
        return !entry.title().isBlank() || !entry.text().isBlank();
    }

    /** As an entry whose guid several articles share. */
    IdentifiedEntry withSharedGuid() {
        Keys without = keys.withSharedGuid();
        return new IdentifiedEntry(without.best(key -> !key.shared()), entry, without, contentHash);
    }

    IdentifiedEntry as(Identity other) {
        return other.equals(identity) ? this : new IdentifiedEntry(other, entry, keys, contentHash);
    }
}
