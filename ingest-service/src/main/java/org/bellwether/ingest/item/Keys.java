package org.bellwether.ingest.item;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that may tell which item an entry is.
 *
 * @param guid its guid, if it has one
 * @param links the page it links, and that with the fragment if there is one
 * @param content its title and text
 * @param telling the text is so long that no other article has it by chance
 * @param dated title and text with the date, or the day of the reading where none is stated, within the feed; null where that is a mere title
 */
record Keys(
        @Nullable Key guid,
        List<Key> links,
        Identity content,
        boolean telling,
        @Nullable Identity dated) {

    Keys {
        links = List.copyOf(links);
    }

    Optional<Key> guid(Predicate<Key> usable) {
        return Optional.ofNullable(guid).filter(usable);
    }

    /** The link that tells the entry from others. Where there is a guid, the address of a whole site is none. */
    Optional<Key> link(Predicate<Key> usable) {
        boolean hasGuid = guid(usable).isPresent();
        return links.stream()
                .filter(usable)
                .filter(link -> !(hasGuid && link.frontPage()))
                .findFirst();
    }

    /**
     * Which item it is if nothing is remembered: a guid that is an address, else the link, which the same article has in
     * other feeds too, else the guid, else the content.
     */
    Identity best(Predicate<Key> usable) {
        Optional<Key> own = guid(usable);
        return own.filter(Key::isAddress)
                .or(() -> link(usable))
                .or(() -> own)
                .map(Key::identity)
                .orElse(content);
    }

    /** By what it says: the content if that is long, and else with its date, unless a link tells it from what reads alike. */
    Optional<Identity> wording(Predicate<Key> usable) {
        return telling
                ? Optional.of(content)
                : Optional.ofNullable(dated).filter(any -> link(usable).isEmpty());
    }

    Keys withSharedGuid() {
        return new Keys(guid == null ? null : guid.shared(true), links, content, telling, dated);
    }

    Stream<Key> all() {
        return Stream.concat(Stream.ofNullable(guid), links.stream());
    }
}
