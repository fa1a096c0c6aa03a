package org.bellwether.ingest.item;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered that bears on the entries of one reading.
 *
 * @param items by id
 * @param keys item id by key, {@link ItemKey#OF_SEVERAL} for one that tells nothing; of entries that are not remembered
 *     as they read
 */
public record Recollection(Map<String, SeenItem> items, Map<String, String> keys) {

    public Recollection {
        items = Map.copyOf(items);
        keys = Map.copyOf(keys);
    }

    /** With what was announced in place of what was published before. */
    public Recollection and(Announced outstanding) {
        return new Recollection(outstanding.over(items), keys);
    }

    /** Whether the key may tell which item an entry is. */
    boolean isUsable(Key key) {
        return !key.shared() && !isNoted(key.sharedMark());
    }

    boolean isNewlyShared(Key key) {
        return key.shared() && !isNoted(key.sharedMark());
    }

    boolean isNoted(String id) {
        return keys.containsKey(id);
    }

    /** The item of that id or, if there is none, which the key leads to; it may be one that nothing is remembered of. */
    Optional<String> itemOf(Key key) {
        List<String> ids = key.ids();
        return ids.stream()
                .filter(items::containsKey)
                .findFirst()
                .or(() -> ids.stream().filter(this::isNoted).map(keys::get).findFirst());
    }

    boolean says(String item, IdentifiedEntry entry) {
        return Optional.ofNullable(items.get(item))
                .filter(seen -> seen.says(entry.contentHash()))
                .isPresent();
    }
}
