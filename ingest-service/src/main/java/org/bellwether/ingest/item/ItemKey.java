package org.bellwether.ingest.item;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Under what else an item is known than its id; or that a guid or link tells nothing in its feed, if there is no item.
 *
 * @param id of the key
 * @param item its id; empty when the key is that of several articles
 * @param noted when (UTC)
 */
public record ItemKey(String id, String item, Instant noted) {

    /** Of what several articles share. */
    static final String OF_SEVERAL = "";

    /** What is to be noted of an entry besides what is, now that it is known which item it is. */
    static List<ItemKey> unnoted(IdentifiedEntry entry, Recollection known, Instant now) {
        List<ItemKey> notes = new ArrayList<>();
        entry.keys().all().filter(known::isNewlyShared).forEach(key -> notes.add(mark(key, now)));
        String item = entry.identity().id();
        Predicate<Key> usable = known::isUsable;
        entry.keys()
                .guid(usable)
                .filter(guid -> known.itemOf(guid).isEmpty())
                .ifPresent(guid -> add(notes, guid.id(), item, now));
        entry.keys().link(usable).ifPresent(link -> {
            Optional<String> other = known.itemOf(link);
            if (other.isEmpty()) {
                add(notes, link.id(), item, now);
            } else if (!other.get().equals(item)) {
                notes.add(mark(link, now));
            }
        });
        String content = entry.keys().content().id();
        if (entry.keys().telling() && !known.isNoted(content)) {
            add(notes, content, item, now);
        }
        return notes;
    }

    /** What may be noted of an entry that still stands in its feed, and is not to be forgotten before its item is. */
    static List<ItemKey> stillMeant(IdentifiedEntry entry, Instant now) {
        List<ItemKey> notes = new ArrayList<>();
        String item = entry.identity().id();
        Predicate<Key> usable = key -> !key.shared();
        entry.keys().guid(usable).ifPresent(guid -> add(notes, guid.id(), item, now));
        entry.keys().link(usable).ifPresent(link -> add(notes, link.id(), item, now));
        if (entry.keys().telling()) {
            add(notes, entry.keys().content().id(), item, now);
        }
        return notes;
    }

    private static void add(List<ItemKey> notes, String id, String item, Instant now) {
        if (!id.equals(item)) {
            notes.add(new ItemKey(id, item, now));
        }
    }

    private static ItemKey mark(Key key, Instant now) {
        return new ItemKey(key.sharedMark(), OF_SEVERAL, now);
    }
}
