package org.bellwether.ingest.catalogue;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The feeds in the order of the file, then those added since; ids are unique. Never changes. */
public final class Catalogue {

    private final List<Feed> feeds;
    private final Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
    private final Map<URI, Feed> byUrl = new LinkedHashMap<>();
    private final Map<String, CatalogueEntry> removed = new LinkedHashMap<>();
    private final Map<String, URI> former;

    /** Of feeds that nobody changed. */
    public Catalogue(List<Feed> feeds) {
        this(
                feeds.stream()
                        .map(feed -> CatalogueEntry.ofFile(feed, FeedMembers.of(feed)))
                        .toList(),
                List.of(),
                Map.of());
    }

    /**
     * Of what is in it and what was taken out.
     *
     * @param removed feeds of the file that are hidden, as the file has them
     * @param former of these and of all others that were removed: the address at which each was read last, by id
     */
    Catalogue(List<CatalogueEntry> entries, List<CatalogueEntry> removed, Map<String, URI> former) {
        this.feeds = entries.stream().map(CatalogueEntry::feed).toList();
        entries.forEach(entry -> this.entries.put(entry.feed().id(), entry));
        feeds.forEach(feed -> byUrl.putIfAbsent(feed.url(), feed));
        removed.forEach(entry -> this.removed.put(entry.feed().id(), entry));
        this.former = Collections.unmodifiableMap(new LinkedHashMap<>(former));
    }

    /** Polled or not. */
    public List<Feed> feeds() {
        return feeds;
    }

    /** The same with where each comes from. */
    public List<CatalogueEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** Feeds of the file that somebody removed. */
    public List<CatalogueEntry> removed() {
        return List.copyOf(removed.values());
    }

    /** The feed of that id. */
    public Optional<Feed> byId(String id) {
        return entry(id).map(CatalogueEntry::feed);
    }

    /** The same with where it comes from. */
    public Optional<CatalogueEntry> entry(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** The feed of the file that has that id and that somebody removed. */
    public Optional<CatalogueEntry> removed(String id) {
        return Optional.ofNullable(removed.get(id));
    }

    /** The feeds that somebody removed, of the file or not: the address at which each was read last, by id. */
    public Map<String, URI> former() {
        return former;
    }

    /** The first feed read at that address. */
    public Optional<Feed> byUrl(URI url) {
        return Optional.ofNullable(byUrl.get(url));
    }
}
