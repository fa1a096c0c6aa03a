package org.bellwether.classify.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.bellwether.classify.watch.Postings.Posting;
import org.bellwether.classify.watch.Required.Route;
import org.jspecify.annotations.Nullable;

/**
 * Watches, found by what an item holds. Immutable and safe for any number of threads; {@link #with} and {@link #without} answer
 * another index and copy some tens of kilobytes for it, however many watches there are, so whoever matches never waits for
 * who changes.
 */
public final class WatchIndex {

    public static final WatchIndex EMPTY =
            new WatchIndex(Postings.EMPTY, Postings.EMPTY, new int[Keys.LONGEST_PREFIX + 1], 0);

    private final Postings byKey;
    private final Postings byId;
    /** How many watches are filed under prefixes of so many letters: what nobody asks for need not be looked up. */
    private final int[] byLetters;

    private final int size;

    private WatchIndex(Postings byKey, Postings byId, int[] byLetters, int size) {
        this.byKey = byKey;
        this.byId = byId;
        this.byLetters = byLetters;
        this.size = size;
    }

    /** How many watches there are. */
    public int size() {
        return size;
    }

    /** Visits each watch, in no order. */
    public void forEach(BiConsumer<String, WatchQuery> visitor) {
        byId.each(watch -> visitor.accept(watch.id(), watch.query()));
    }

    /** This and the watch, in the place of another of that id. */
    public WatchIndex with(String id, WatchQuery query) {
        WatchIndex others = without(id);
        Watched watch = new Watched(id, query);
        Required required = Required.of(query.clause());
        return new WatchIndex(
                others.byKey.with(postings(required, watch)),
                others.byId.with(List.of(new Posting(Keys.id(id), 0, watch))),
                others.counted(required, 1),
                others.size + 1);
    }

    /** This without the watch; this itself where there is none of that id. */
    public WatchIndex without(String id) {
        Watched watch = find(id);
        if (watch == null) {
            return this;
        }
        Required required = Required.of(watch.query().clause());
        return new WatchIndex(
                byKey.without(postings(required, watch)),
                byId.without(List.of(new Posting(Keys.id(id), 0, watch))),
                counted(required, -1),
                size - 1);
    }

    private @Nullable Watched find(String id) {
        List<Watched> found = new ArrayList<>(1);
        byId.each(Keys.id(id), Marks.EVERYTHING, watch -> {
            if (watch.id().equals(id)) {
                found.add(watch);
            }
        });
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Posting> postings(Required required, Watched watch) {
        return required.routes().stream()
                .map(route -> new Posting(route.key(), route.marks(), watch))
                .distinct()
                .toList();
    }

    private int[] counted(Required required, int change) {
        int[] counts = byLetters.clone();
        for (Route route : required.routes()) {
            counts[route.letters()] += change;
        }
        return counts;
    }

    /** Ids of the watches that the item matches, sorted. */
    public List<String> match(WatchedItem item) {
        List<String> matched = new ArrayList<>();
        for (int i = 0; i < item.termCount(); i++) {
            byTerm(item.term(i), item, matched);
        }
        item.languages().forEach(tag -> candidates(Keys.language(tag), item, matched));
        item.sources().forEach(id -> candidates(Keys.source(id), item, matched));
        // One that was found on several ways is there as often.
        return matched.size() < 2
                ? matched
                : matched.stream().sorted().distinct().toList();
    }

    private void byTerm(String term, WatchedItem item, List<String> matched) {
        candidates(Keys.term(term), item, matched);
        int hash = 0;
        for (int letters = 1; letters <= Math.min(term.length(), Keys.LONGEST_PREFIX); letters++) {
            hash = 31 * hash + term.charAt(letters - 1);
            if (byLetters[letters] > 0) {
                candidates(Keys.prefix(letters, hash), item, matched);
            }
        }
    }

    private void candidates(int key, WatchedItem item, List<String> matched) {
        byKey.each(key, item.marks(), watch -> {
            if (watch.query().matches(item)) {
                matched.add(watch.id());
            }
        });
    }
}
