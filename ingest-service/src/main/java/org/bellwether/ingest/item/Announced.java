package org.bellwether.ingest.item;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What polls of one feed were about to publish and nobody knows whether they did, oldest first; usually nothing. */
public final class Announced {

    /** A feed that brings something else each time, while none of it can be published, keeps no more than these. */
    private static final int MOST = 2_000;

    private final Map<String, SeenItem> byId;

    private Announced(Map<String, SeenItem> byId) {
        this.byId = byId;
    }

    /** These, of which the later counts where two are of one item. */
    public static Announced of(List<SeenItem> items) {
        return new Announced(Map.of()).and(items);
    }

    /** With these besides, as the newest. */
    public Announced and(List<SeenItem> items) {
        Map<String, SeenItem> both = new LinkedHashMap<>(byId);
        items.forEach(item -> {
            both.remove(item.id());
            both.put(item.id(), item.announced());
        });
        List<String> oldest =
                both.keySet().stream().limit(Math.max(0, both.size() - MOST)).toList();
        both.keySet().removeAll(oldest);
        return new Announced(both);
    }

    /** Without those of these items: of them it is known again. */
    public Announced without(Collection<String> ids) {
        Map<String, SeenItem> rest = new LinkedHashMap<>(byId);
        rest.keySet().removeAll(ids);
        return new Announced(rest);
    }

    /** Without those whose version is remembered as published: the service ended right after that. */
    public Announced besides(Map<String, SeenItem> remembered) {
        return without(byId.values().stream()
                .filter(item -> isRemembered(item, remembered.get(item.id())))
                .map(SeenItem::id)
                .toList());
    }

    private static boolean isRemembered(SeenItem announced, @Nullable SeenItem seen) {
        return seen != null && seen.version() >= announced.version();
    }

    /** What is remembered, with these in place of what was published of them before. */
    public Map<String, SeenItem> over(Map<String, SeenItem> remembered) {
        Map<String, SeenItem> memory = new HashMap<>(remembered);
        memory.putAll(besides(remembered).byId);
        return memory;
    }

    public List<SeenItem> items() {
        return List.copyOf(byId.values());
    }
}
