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
 * @param feedId the feed it was found in
 * @param noted when (UTC)
 */
public record ItemKey(String id, String item, String feedId, Instant noted) {

    /** Of what several articles share. */
    static final String OF_SEVERAL = "";

    /**
     * That a version of an item is this feed's to publish. Of the first it is the item's own id, as nothing else may lead to it by then, of
     * others the id and the version.
     */
    static ItemKey claim(String item, int version, String feedId, Instant now) {
        return new ItemKey(version == 1 ? item : item + "/" + version, item, feedId, now);
    }

    boolean isClaim() {
        return id.equals(item) || id.startsWith(item + "/");
    }

    /** What is to be noted of an entry besides what is, now that it is known which item it is. */
    static List<ItemKey> unnoted(IdentifiedEntry entry, Recollection known, String feedId, Instant now) {
        List<ItemKey> notes = new ArrayList<>();
        entry.keys().all().filter(known::isNewlyShared).forEach(key -> notes.add(mark(key, feedId, now)));
        String item = entry.identity().id();
        Predicate<Key> usable = known::isUsable;
        entry.keys()
                .guid(usable)
                .filter(guid -> known.itemOf(guid).isEmpty())
                .ifPresent(guid -> add(notes, new ItemKey(guid.id(), item, feedId, now)));
        entry.keys().link(usable).ifPresent(link -> {
            Optional<String> other = known.itemOf(link);
            if (other.isEmpty()) {
                add(notes, new ItemKey(link.id(), item, feedId, now));
            } else if (!other.get().equals(item)) {
                notes.add(mark(link, feedId, now));
            }
        });
        Predicate<Key> own =
                key -> usable.test(key) && known.itemOf(key).orElse(item).equals(item);
        entry.keys()
                .wording(own)
                .map(Identity::id)
                .filter(wording -> !known.isNoted(wording))
                .ifPresent(wording -> add(notes, new ItemKey(wording, item, feedId, now)));
        return notes;
    }

    /**
     * What may be noted of an entry that still stands in its feed, and is not to be forgotten before its item is: every key that may lead to
     * it, whichever it was noted under, and every mark that tells not to go by one.
     */
    static List<ItemKey> stillMeant(IdentifiedEntry entry, String feedId, Instant now) {
        List<ItemKey> notes = new ArrayList<>();
        String item = entry.identity().id();
        entry.keys().all().forEach(key -> {
            add(notes, new ItemKey(key.id(), item, feedId, now));
            notes.add(mark(key, feedId, now));
        });
        entry.keys()
                .wording(key -> false)
                .ifPresent(wording -> add(notes, new ItemKey(wording.id(), item, feedId, now)));
        return notes;
    }

    /** The id of an item needs no note to lead to it. */
    private static void add(List<ItemKey> notes, ItemKey key) {
        if (!key.isClaim()) {
            notes.add(key);
        }
    }

    private static ItemKey mark(Key key, String feedId, Instant now) {
        return new ItemKey(key.sharedMark(), OF_SEVERAL, feedId, now);
    }
}
