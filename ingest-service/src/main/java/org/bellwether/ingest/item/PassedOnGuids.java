package org.bellwether.ingest.item;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Guids that go from one article to the next: those of feeds that count the places of their list, or name the site. Such a
 * guid leads to an item that the entry shares nothing else with, though that item, or the entry, is found elsewhere.
 */
final class PassedOnGuids {

    private final Recollection known;
    private final Predicate<Key> usable;
    private final Set<String> standing;

    private PassedOnGuids(List<IdentifiedEntry> entries, Recollection known) {
        this.known = known;
        this.usable = known::isUsable;
        this.standing = entries.stream().flatMap(this::otherwise).collect(Collectors.toSet());
    }

    /** The same entries; where a guid was passed on, it is one that several articles share. */
    static List<IdentifiedEntry> unmasked(List<IdentifiedEntry> entries, Recollection known) {
        PassedOnGuids guids = new PassedOnGuids(entries, known);
        return entries.stream()
                .map(entry -> guids.isPassedOn(entry) ? entry.withSharedGuid() : entry)
                .toList();
    }

    private boolean isPassedOn(IdentifiedEntry entry) {
        Optional<Key> guid = entry.keys().guid(usable);
        Optional<SeenItem> item = guid.flatMap(known::itemOf).map(known.items()::get);
        return item.isPresent()
                && isAnother(item.get(), entry)
                && (guid.get().frontPage()
                        || standing.contains(item.get().id())
                        || otherwise(entry).anyMatch(id -> !id.equals(item.get().id())));
    }

    /** Whether link, title, text and date all differ; a correction leaves one of them. */
    private boolean isAnother(SeenItem item, IdentifiedEntry entry) {
        boolean reads = item.says(entry.contentHash());
        boolean dated = item.published().equals(entry.entry().published());
        return !reads
                && !dated
                && entry.keys()
                        .link(usable)
                        .flatMap(known::itemOf)
                        .filter(item.id()::equals)
                        .isEmpty()
                && !readsInPartAs(item, entry);
    }

    private static boolean readsInPartAs(SeenItem item, IdentifiedEntry entry) {
        Wording wording = Wording.of(entry.entry().title(), entry.entry().text());
        Wording before = item.edition().wording();
        return before.hasTitleOf(wording) || before.hasTextOf(wording);
    }

    /** The items that an entry is by its link or its words. */
    private Stream<String> otherwise(IdentifiedEntry entry) {
        Stream<String> linked = entry.keys().link(usable).flatMap(known::itemOf).stream();
        Stream<String> worded =
                entry
                        .keys()
                        .wording(usable)
                        .map(Identity::id)
                        .map(id -> known.keys().getOrDefault(id, id))
                        .stream()
                        .filter(id -> known.says(id, entry));
        return Stream.concat(linked, worded);
    }
}
