package org.bellwether.ingest.item;

import java.util.List;
import org.bellwether.ingest.parse.ParsedEntry;

/**
 * An entry and which item it is.
 *
 * @param others what else could have identified it, in other company
 */
public record IdentifiedEntry(Identity identity, ParsedEntry entry, List<Identity> others) {

    public IdentifiedEntry {
        others = List.copyOf(others);
    }
}
