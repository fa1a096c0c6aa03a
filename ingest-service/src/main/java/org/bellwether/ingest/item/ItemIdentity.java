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
import java.util.stream.Stream;
import org.bellwether.ingest.item.Identity.Basis;
import org.bellwether.ingest.parse.ParsedEntry;
import org.jspecify.annotations.Nullable;

/**
 * Gives each entry of a document its identity: the guid, else the canonical URL, else the content. A guid that is an
 * address counts everywhere, any other within its feed, because two sites of one owner may both count from 1; the
 * content counts within the owner's feeds. A guid that the document gives to two articles, or a link it gives to two
 * titles, identifies neither of them. As that depends on the company an entry is in, which changes from poll to poll,
 * one that is remembered under another of its possible identities stays what it was, provided that its own is shared now
 * or was then. An entry with a guid that no other ever had is nothing else's next reading, however alike the two read:
 * the daily briefing has the same title every day.
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
        return entries.stream().map(identities::identified).toList();
    }

    /** What is to be looked up besides: the other identities of entries that are not remembered as they read now. */
    public static List<String> doubtful(List<IdentifiedEntry> entries, Map<String, SeenItem> remembered) {
        return entries.stream()
                .filter(entry -> !isRemembered(entry.identity(), entry.entry(), remembered))
                .flatMap(entry -> Stream.concat(entry.shared().stream(), entry.weaker().stream()))
                .map(Identity::id)
                .distinct()
                .toList();
    }

    /** The same entries, each as the item that it is remembered as if there is one that reads the same. */
    public static List<IdentifiedEntry> settled(List<IdentifiedEntry> entries, Map<String, SeenItem> remembered) {
        return entries.stream().map(entry -> settled(entry, remembered)).toList();
    }

    private static IdentifiedEntry settled(IdentifiedEntry entry, Map<String, SeenItem> remembered) {
        Stream<Identity> inOtherCompany =
                entry.weaker().stream().filter(weaker -> stoodInFor(entry.identity(), weaker, remembered));
        return Stream.of(Stream.of(entry.identity()), entry.shared().stream(), inOtherCompany)
                .flatMap(identities -> identities)
                .filter(identity -> isRemembered(identity, entry.entry(), remembered))
                .findFirst()
                .filter(identity -> !identity.equals(entry.identity()))
                .map(identity -> new IdentifiedEntry(identity, entry.entry(), entry.shared(), entry.weaker()))
                .orElse(entry);
    }

    private static boolean stoodInFor(Identity own, Identity weaker, Map<String, SeenItem> remembered) {
        @Nullable SeenItem seen = remembered.get(weaker.id());
        return seen != null && seen.standsInFor().contains(own.id());
    }

    private static boolean isRemembered(Identity identity, ParsedEntry entry, Map<String, SeenItem> remembered) {
        @Nullable SeenItem seen = remembered.get(identity.id());
        return seen != null && seen.says(ContentHash.of(entry.title(), entry.text()));
    }

    /** One entry per item: of several, the one updated last, else the first. */
    public static List<IdentifiedEntry> distinct(List<IdentifiedEntry> entries) {
        Map<String, IdentifiedEntry> byId = new LinkedHashMap<>();
        entries.forEach(entry -> byId.merge(
                entry.identity().id(), entry, (first, other) -> isNewer(other.entry(), first.entry()) ? other : first));
        return new ArrayList<>(byId.values());
    }

    private IdentifiedEntry identified(ParsedEntry entry) {
        Optional<Identity> byGuid = guid(entry).map(this::ofGuid);
        Optional<Identity> byLink = link(entry).map(address -> Identity.of(Basis.URL, address));
        Identity byContent = Identity.of(Basis.CONTENT, owner + "|" + ContentHash.of(entry.title(), entry.text()));
        Identity identity = byGuid.filter(
                        any -> !sharedGuids.contains(guid(entry).orElseThrow()))
                .or(() -> byLink.filter(any -> !sharedLinks.contains(link(entry).orElseThrow())))
                .orElse(byContent);
        List<Identity> bestFirst = Stream.of(byGuid, byLink, Optional.of(byContent))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        int own = bestFirst.indexOf(identity);
        return new IdentifiedEntry(
                identity, entry, bestFirst.subList(0, own), bestFirst.subList(own + 1, bestFirst.size()));
    }

    /**
     * A guid that is an address is the same item wherever the address appears. Its fragment is part of it: a page of many
     * notices tells them apart by nothing else.
     */
    private Identity ofGuid(String guid) {
        return CanonicalUrl.of(guid)
                .map(url -> Identity.of(Basis.URL, url.identity() + CanonicalUrl.fragment(guid)))
                .orElseGet(() -> Identity.of(Basis.GUID, feedId + "|" + guid));
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
