package org.bellwether.ingest.item;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bellwether.ingest.item.Identity.Basis;
import org.bellwether.ingest.parse.ParsedEntry;

/**
 * Gives each entry of a document its identity: the guid, else the canonical URL, else the content. A guid that is an
 * address counts everywhere, any other within its feed, because two sites of one owner may both count from 1; the
 * content counts within the owner's feeds. A guid that the document gives to two articles, or a link it gives to two
 * titles, identifies neither of them.
 */
public final class ItemIdentity {

    private final String feedId;
    private final String owner;
    private final Set<String> sharedGuids;
    private final Set<String> sharedLinks;

    private ItemIdentity(String feedId, String owner, List<ParsedEntry> entries) {
        this.feedId = feedId;
        this.owner = owner;
        this.sharedGuids =
                shared(entries, ItemIdentity::guid, entry -> link(entry).orElse(entry.title()));
        this.sharedLinks = shared(entries, ItemIdentity::link, ParsedEntry::title);
    }

    /**
     * The identities of a document's entries, in its order.
     *
     * @param feedId within which a guid that is no address counts
     * @param owner within whose feeds the content counts
     */
    public static List<IdentifiedEntry> assign(String feedId, String owner, List<ParsedEntry> entries) {
        ItemIdentity identities = new ItemIdentity(feedId, owner, entries);
        return entries.stream()
                .map(entry -> new IdentifiedEntry(identities.of(entry), entry))
                .toList();
    }

    /** One entry per item: of several, the one updated last, else the first. */
    public static List<IdentifiedEntry> distinct(List<IdentifiedEntry> entries) {
        Map<String, IdentifiedEntry> byId = new LinkedHashMap<>();
        entries.forEach(entry -> byId.merge(
                entry.identity().id(), entry, (first, other) -> isNewer(other.entry(), first.entry()) ? other : first));
        return new ArrayList<>(byId.values());
    }

    private Identity of(ParsedEntry entry) {
        Optional<String> guid = guid(entry).filter(stated -> !sharedGuids.contains(stated));
        if (guid.isPresent()) {
            // A guid that is an address is the same item wherever the address appears. Its fragment is part of it: a
            // page of many notices tells them apart by nothing else.
            return CanonicalUrl.of(guid.get())
                    .map(url -> Identity.of(Basis.URL, url.identity() + CanonicalUrl.fragment(guid.get())))
                    .orElseGet(() -> Identity.of(Basis.GUID, feedId + "|" + guid.get()));
        }
        return link(entry)
                .filter(address -> !sharedLinks.contains(address))
                .map(address -> Identity.of(Basis.URL, address))
                .orElseGet(() -> Identity.of(Basis.CONTENT, owner + "|" + ContentHash.of(entry.title(), entry.text())));
    }

    private static Optional<String> guid(ParsedEntry entry) {
        return Optional.ofNullable(entry.id()).map(String::strip).filter(id -> !id.isEmpty());
    }

    private static Optional<String> link(ParsedEntry entry) {
        return Optional.ofNullable(entry.link()).flatMap(CanonicalUrl::of).map(CanonicalUrl::identity);
    }

    /** The keys that stand for more than one thing in the document. */
    private static Set<String> shared(
            List<ParsedEntry> entries,
            Function<ParsedEntry, Optional<String>> key,
            Function<ParsedEntry, String> meaning) {
        Map<String, String> meanings = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (ParsedEntry entry : entries) {
            key.apply(entry).ifPresent(value -> {
                String known = meanings.computeIfAbsent(value, unknown -> meaning.apply(entry));
                if (!known.equals(meaning.apply(entry))) {
                    shared.add(value);
                }
            });
        }
        return shared;
    }

    private static boolean isNewer(ParsedEntry one, ParsedEntry other) {
        return one.updated() != null
                && (other.updated() == null || one.updated().isAfter(other.updated()));
    }
}
