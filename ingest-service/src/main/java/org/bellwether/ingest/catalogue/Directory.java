package org.bellwether.ingest.catalogue;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which ids and addresses are in use, while feeds are being added one after the other. For one thread. */
public final class Directory {

    private final Catalogue catalogue;
    private final Function<URI, String> identity;
    private final Function<String, Optional<URI>> remembered;
    private final Map<String, String> idByAddress = new HashMap<>();
    private final Map<String, String> formerByAddress = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    /** How far each stem has come, as thousands of feeds of one import may share one. */
    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * Of a catalogue as it is.
     *
     * @param identity what two spellings of one address share
     * @param remembered the address of the feed of that id of which anything is remembered
     */
    Directory(Catalogue catalogue, Function<URI, String> identity, Function<String, Optional<URI>> remembered) {
        this.catalogue = catalogue;
        this.identity = identity;
        this.remembered = remembered;
        catalogue.feeds().forEach(this::note);
        catalogue.former().forEach((id, url) -> formerByAddress.put(identity.apply(url), id));
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** The feed read at that address, however it is spelt. */
    public Optional<String> idAt(URI url) {
        return Optional.ofNullable(idByAddress.get(identity.apply(url)));
    }

    boolean has(String id) {
        return ids.contains(id);
    }

    /** The id of the feed that was read at that address and was removed. */
    Optional<String> formerIdAt(URI url) {
        return Optional.ofNullable(formerByAddress.get(identity.apply(url)));
    }

    /** Where the feed was read that had that id, if it was another than is read at that address. */
    Optional<URI> otherAddress(String id, URI url) {
        return formerAddress(id).filter(former -> !identity.apply(former).equals(identity.apply(url)));
    }

    private Optional<URI> formerAddress(String id) {
        return Optional.ofNullable(catalogue.former().get(id)).or(() -> remembered.apply(id));
    }

    /** What a new feed may be called without being taken for another, or for a feed that was removed. */
    String freeId(String stem) {
        int number = numbers.getOrDefault(stem, 1);
        while (!isFree(numbered(stem, number))) {
            number++;
        }
        numbers.put(stem, number);
        return numbered(stem, number);
    }

    private static String numbered(String stem, int number) {
        return number == 1 ? stem : stem + "-" + number;
    }

    private boolean isFree(String id) {
        return !has(id) && formerAddress(id).isEmpty();
    }

    void note(Feed feed) {
        ids.add(feed.id());
        idByAddress.putIfAbsent(identity.apply(feed.url()), feed.id());
    }
}
