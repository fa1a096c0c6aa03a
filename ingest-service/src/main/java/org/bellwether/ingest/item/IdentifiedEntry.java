package org.bellwether.ingest.item;

import java.util.List;
import org.bellwether.ingest.parse.ParsedEntry;

/**
 * An entry and which item it is.
 *
 * @param shared what would identify it better, but stands for several things at once; the best first
 * @param weaker what would identify it if its identity were shared too; the best first
 */
public record IdentifiedEntry(Identity identity, ParsedEntry entry, List<Identity> shared, List<Identity> weaker) {

    public IdentifiedEntry {
        shared = List.copyOf(shared);
        weaker = List.copyOf(weaker);
    }
}
