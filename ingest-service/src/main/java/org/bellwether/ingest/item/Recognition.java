package org.bellwether.ingest.item;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.ingest.item.Identity.Basis;
import org.bellwether.ingest.parse.ParsedEntry;
import org.jspecify.annotations.Nullable;

/**
 * Recognises entries as items that are remembered: by the guid, unless it was passed on ({@link PassedOnGuids}); else by the link, with a guid nobody knows only if
 * something else speaks for it; else by a text that is too long to be the same by chance, or by title, text and date if no other entry of
 * the document is that item, or reads so, by what comes first here; a push leaves such out, so there they tell nothing. What is known to be shared by
 * several articles tells nothing. In doubt an entry is news: a repeated item is a nuisance, a lost one is lost.
 */
public final class Recognition {

    /** One article's times in two feeds, or in two readings of a careless one, are no further apart. */
    private static final Duration NEAR = Duration.ofHours(20);

    private final IdentifiedEntry entry;
    private final Recollection known;
    /** By anything but its wording. */
    private final @Nullable Identity itself;

    private Recognition(IdentifiedEntry entry, Recollection known) {
        this.entry = entry;
        this.known = known;
        this.itself = known.says(entry.identity().id(), entry)
                ? entry.identity()
                : byWhatItShares().or(this::byGuid).or(this::byLink).orElse(null);
    }

    /** The entries that are not remembered as they read, of which all else is to be looked up. */
    static List<IdentifiedEntry> doubtful(List<IdentifiedEntry> entries, Map<String, SeenItem> items) {
        Recollection known = new Recollection(items, Map.of());
        return entries.stream()
                .filter(entry -> !known.says(entry.identity().id(), entry))
                .toList();
    }

    /** All that the guid and links of the entry may be remembered as. */
    static Stream<String> ids(IdentifiedEntry entry) {
        return entry.keys().all().map(Key::ids).flatMap(Collection::stream);
    }

    /** What its wording is noted under, if it is. */
    static Stream<String> wordingKey(IdentifiedEntry entry) {
        return entry.keys().wording(key -> false).map(Identity::id).stream();
    }

    /** Under which it would be noted that its guid or link is that of several. */
    static Stream<String> sharedMarks(IdentifiedEntry entry) {
        return entry.keys().all().map(Key::sharedMark);
    }

    /** The same entries, each as the item that it is. */
    public static List<IdentifiedEntry> recognised(
            List<IdentifiedEntry> entries, Recollection known, FeedReading read) {
        List<Recognition> each = PassedOnGuids.unmasked(entries, known).stream()
                .map(entry -> new Recognition(entry, known))
                .toList();
        Set<String> standing = each.stream().flatMap(Recognition::standing).collect(Collectors.toSet());
        Predicate<String> free = id -> !read.pushed() && !standing.contains(id);
        return each.stream().map(one -> one.entry.as(one.identity(free))).toList();
    }

    /** Which item still stands in the document, and with what wording: an entry that reads alike has not taken its place. */
    private Stream<String> standing() {
        return itself == null
                ? Stream.empty()
                : Stream.concat(Stream.of(itself.id()), entry.keys().wording(this::isOwn).map(Identity::id).stream());
    }

    private Identity identity(Predicate<String> free) {
        return itself != null
                ? itself
                : byWording(free).orElseGet(() -> entry.keys().best(this::isOwn));
    }

    private boolean isOwn(Key key) {
        return known.isUsable(key) && !isRefuted(key);
    }

    /** In other company its guid or link may have been its own, and it reads as it did then. */
    private Optional<Identity> byWhatItShares() {
        Stream<Key> trusted = entry.keys().guid(known::isUsable).isPresent()
                ? Stream.empty()
                : entry.keys().all();
        return trusted.flatMap(key -> key.ids().stream()
                        .filter(id -> known.says(id, entry))
                        .map(id -> new Identity(id, key.identity().basis())))
                .findFirst();
    }

    private Optional<Identity> byGuid() {
        return entry.keys()
                .guid(known::isUsable)
                .flatMap(guid -> known.itemOf(guid).map(id -> new Identity(id, Basis.GUID)));
    }

    private Optional<Identity> byLink() {
        return entry.keys()
                .link(known::isUsable)
                .filter(link -> !isRefuted(link))
                .flatMap(link -> known.itemOf(link).map(id -> new Identity(id, Basis.URL)));
    }

    /** Whether the link leads to an item that this entry is not. */
    private boolean isRefuted(Key link) {
        return entry.keys().link(known::isUsable).filter(link::equals).isPresent()
                && known.itemOf(link)
                        .map(known.items()::get)
                        .filter(item -> !isArticle(item, link))
                        .isPresent();
    }

    private boolean isArticle(SeenItem item, Key link) {
        if (item.says(entry.contentHash())) {
            return true;
        }
        boolean unknownGuid = entry.keys().guid(known::isUsable).isPresent();
        if (!unknownGuid && !link.frontPage()) {
            return true;
        }
        if (unknownGuid && !item.feedId().equals(link.feedId())) {
            return isNear(item);
        }
        return isDatedAs(item) || (isNear(item) && readsInPartAs(item));
    }

    private boolean readsInPartAs(SeenItem item) {
        ParsedEntry parsed = entry.entry();
        Wording wording = Wording.of(parsed.title(), parsed.text());
        Wording before = item.edition().wording();
        return before.hasTitleOf(wording) || before.hasTextOf(wording);
    }

    private boolean isDatedAs(SeenItem item) {
        return item.published().equals(entry.entry().published());
    }

    private boolean isNear(SeenItem item) {
        @Nullable Instant stated = entry.entry().published();
        return stated == null
                || item.backlog()
                || Duration.between(item.published(), stated).abs().compareTo(NEAR) < 0;
    }

    private Optional<Identity> byWording(Predicate<String> free) {
        Predicate<String> possible = id -> entry.keys().telling() || free.test(id);
        return entry.keys()
                .wording(this::isOwn)
                .map(Identity::id)
                .filter(possible)
                .map(wording -> known.keys().getOrDefault(wording, wording))
                .filter(possible)
                .map(known.items()::get)
                .filter(this::isNear)
                .map(item -> new Identity(item.id(), Basis.CONTENT));
    }
}
