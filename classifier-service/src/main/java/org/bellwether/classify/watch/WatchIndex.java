package org.bellwether.classify.watch;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.bellwether.classify.watch.Postings.Posting;
import org.jspecify.annotations.Nullable;

/**
 * Watches, found by what an item holds. Immutable and safe for any number of threads; {@link #with} and {@link #without} answer
 * another index and copy some kilobytes for it, however many watches there are, so whoever matches never waits for who changes.
 */
public final class WatchIndex {

    public static final WatchIndex EMPTY = new WatchIndex(Postings.EMPTY, Postings.EMPTY, 0);

    private static final long[] NEVER_RUN = {};

    private final Postings byKey;
    private final Postings byId;
    private final int size;

    private WatchIndex(Postings byKey, Postings byId, int size) {
        this.byKey = byKey;
        this.byId = byId;
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
        long[] code = QueryCode.of(query.clause());
        Watched watch = Watched.of(id, query, code);
        Required required = Required.of(query.clause());
        return new WatchIndex(
                others.byKey.with(postings(required, watch), watch.filed(code)),
                others.byId.with(List.of(new Posting(Keys.id(id), 0, watch)), NEVER_RUN),
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
                size - 1);
    }

    private @Nullable Watched find(String id) {
        for (Watched watch : byId.find(Keys.id(id))) {
            if (watch.id().equals(id)) {
                return watch;
            }
        }
        return null;
    }

    private static List<Posting> postings(Required required, Watched watch) {
        return required.routes().stream()
                .map(route -> new Posting(route.key(), route.marks(), watch))
                .distinct()
                .toList();
    }

    /** Ids of the watches that the item matches, sorted. */
    public List<String> match(WatchedItem item) {
        return ids(byKey.match(item));
    }

    /** One that was found on several ways is there as often. */
    private static List<String> ids(List<Watched> matched) {
        String[] ids = new String[matched.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = matched.get(i).id();
        }
        Arrays.sort(ids);
        int distinct = 0;
        for (String id : ids) {
            if (distinct == 0 || !ids[distinct - 1].equals(id)) {
                ids[distinct++] = id;
            }
        }
        return List.of(Arrays.copyOf(ids, distinct));
    }
}
