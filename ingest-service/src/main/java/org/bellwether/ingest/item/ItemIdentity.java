package org.bellwether.ingest.item;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bellwether.events.DateProvenance;
import org.bellwether.ingest.item.Identity.Basis;
import org.bellwether.ingest.parse.ParsedEntry;
import org.jspecify.annotations.Nullable;

/**
 * Gives each entry of a document what may tell which item it is, and the identity it has if nothing is remembered. A guid
 * that is an address counts everywhere, any other within its feed, because two sites of one owner may both count from 1;
 * the content counts within the owner's feeds, and with its date, if it is short, within its feed; one
 * that states none counts for the day of its reading then. A guid or link that the document gives to several articles tells none of
 * them.
 */
public final class ItemIdentity {

    /** Shorter ones recur: "The briefing begins at 14:00." */
    private static final int TELLING_CHARS = 200;

    private final String feedId;
    private final String owner;
    private final LocalDate read;

    private ItemIdentity(String feedId, String owner, Instant at) {
        this.feedId = feedId;
        this.owner = owner;
        this.read = LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** An entry, and its keys before it is known which of them it shares. */
    private record Draft(ParsedEntry entry, @Nullable Key guid, List<Key> links) {

        @Nullable
        Key page() {
            return links.isEmpty() ? null : links.get(0);
        }
    }

    /**
     * The identities of a document's entries, in its order.
     *
     * @param feedId within which a guid that is no address counts
     * @param owner within whose feeds the content counts
     * @param at when they were read (UTC)
     */
    public static List<IdentifiedEntry> assign(String feedId, String owner, List<ParsedEntry> entries, Instant at) {
        ItemIdentity identity = new ItemIdentity(feedId, owner, at);
        List<Draft> drafts = entries.stream().map(identity::draft).toList();
        Set<String> sharedGuids = sharedGuids(drafts);
        Set<String> sharedLinks = sharedLinks(drafts, sharedGuids);
        return drafts.stream()
                .map(draft -> identity.identified(draft, sharedGuids, sharedLinks))
                .toList();
    }

    /** One entry per item: of several, the one updated last, else the first. */
    public static List<IdentifiedEntry> distinct(List<IdentifiedEntry> entries) {
        Map<String, IdentifiedEntry> byId = new LinkedHashMap<>();
        entries.forEach(entry -> byId.merge(
                entry.identity().id(), entry, (first, other) -> isNewer(other.entry(), first.entry()) ? other : first));
        return new ArrayList<>(byId.values());
    }

    private IdentifiedEntry identified(Draft draft, Set<String> sharedGuids, Set<String> sharedLinks) {
        ParsedEntry entry = draft.entry();
        String hash = ContentHash.of(entry.title(), entry.text());
        @Nullable Key guid = draft.guid();
        Keys keys = new Keys(
                guid == null ? null : guid.shared(sharedGuids.contains(guid.id())),
                draft.links().stream()
                        .map(link -> link.shared(sharedLinks.contains(link.id())))
                        .toList(),
                Identity.of(Basis.CONTENT, owner + "|" + hash),
                entry.text().length() >= TELLING_CHARS,
                dated(entry, hash));
        return new IdentifiedEntry(keys.best(key -> !key.shared()), entry, keys, hash);
    }

    private @Nullable Identity dated(ParsedEntry entry, String hash) {
        boolean undated = entry.publishedProvenance() == DateProvenance.FIRST_SEEN;
        return undated && entry.text().isBlank()
                ? null
                : Identity.of(Basis.CONTENT, feedId + "|" + hash + "|" + (undated ? read : entry.published()));
    }

    private Draft draft(ParsedEntry entry) {
        @Nullable
        Key guid = Optional.ofNullable(entry.id())
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(this::ofGuid)
                .orElse(null);
        List<Key> links = Optional.ofNullable(entry.link()).map(this::ofLink).orElse(List.of());
        return new Draft(entry, guid, links);
    }

    /**
     * A guid that is an address is the same item wherever the address appears. Its fragment is part of it: a page of many
     * notices tells them apart by nothing else.
     */
    private Key ofGuid(String guid) {
        return CanonicalUrl.of(guid)
                .map(url -> ofAddress(url, fragment(guid), CanonicalUrl.fragment(guid)))
                .orElseGet(() -> Key.of(
                        Basis.GUID,
                        Stream.of(Tracking.withoutVisit(guid), guid)
                                .map(name -> feedId + "|" + name)
                                .distinct()
                                .toList(),
                        feedId,
                        false));
    }

    private List<Key> ofLink(String link) {
        String fragment = fragment(link);
        return CanonicalUrl.of(link).stream()
                .flatMap(url -> Stream.of("", fragment).distinct().map(part -> ofAddress(url, part, part)))
                .toList();
    }

    private Key ofAddress(CanonicalUrl url, String fragment, String statedFragment) {
        List<String> forms = ArticleAddress.forms(url);
        List<String> names = Stream.concat(
                        forms.stream().map(form -> form + fragment), Stream.of(url.identity() + statedFragment))
                .distinct()
                .toList();
        return Key.of(Basis.URL, names, feedId, fragment.isEmpty() && url.isFrontPage());
    }

    private static String fragment(String url) {
        String fragment = CanonicalUrl.fragment(url);
        return Tracking.isFragment(fragment) ? "" : fragment;
    }

    /** The guids that stand for more than one article in the document. */
    private static Set<String> sharedGuids(List<Draft> drafts) {
        Map<String, Draft> first = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (Draft draft : drafts) {
            @Nullable Key guid = draft.guid();
            if (guid != null && isAnotherArticle(first.computeIfAbsent(guid.id(), unknown -> draft), draft)) {
                shared.add(guid.id());
            }
        }
        return shared;
    }

    /**
     * Of two entries with one guid: what they link tells, else the title, unless they are dated versions of one entry
     * (RFC 4287, section 4.1.1).
     */
    private static boolean isAnotherArticle(Draft one, Draft other) {
        @Nullable Key page = one.page();
        @Nullable Key otherPage = other.page();
        if (page != null && otherPage != null && !page.id().equals(otherPage.id())) {
            return true;
        }
        @Nullable Instant updated = one.entry().updated();
        @Nullable Instant otherUpdated = other.entry().updated();
        boolean versions = updated != null && otherUpdated != null && !updated.equals(otherUpdated);
        return !versions && !one.entry().title().equals(other.entry().title());
    }

    /** The links that stand for more than one article in the document. */
    private static Set<String> sharedLinks(List<Draft> drafts, Set<String> sharedGuids) {
        Map<String, Draft> first = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (Draft draft : drafts) {
            for (Key link : draft.links()) {
                Draft known = first.computeIfAbsent(link.id(), unknown -> draft);
                if (isOtherNews(known, draft, sharedGuids)) {
                    shared.add(link.id());
                }
            }
        }
        return shared;
    }

    /** Of two entries with one link: the guid tells, unless it is not theirs alone, and else the title. */
    private static boolean isOtherNews(Draft one, Draft other, Set<String> sharedGuids) {
        boolean otherTitle = !one.entry().title().equals(other.entry().title());
        @Nullable String guid = telling(one, sharedGuids);
        @Nullable String otherGuid = telling(other, sharedGuids);
        if (guid == null || otherGuid == null) {
            return otherTitle;
        }
        return !guid.equals(otherGuid)
                && (otherTitle
                        || !Objects.equals(one.entry().text(), other.entry().text()));
    }

    private static @Nullable String telling(Draft draft, Set<String> sharedGuids) {
        @Nullable Key guid = draft.guid();
        return guid == null || sharedGuids.contains(guid.id()) ? null : guid.id();
    }

    private static boolean isNewer(ParsedEntry one, ParsedEntry other) {
        return one.updated() != null
                && (other.updated() == null || one.updated().isAfter(other.updated()));
    }
}
