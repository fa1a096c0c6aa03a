package org.bellwether.ingest.parse;

import java.util.Set;

/** Tells the dialects of a family apart; for people and metrics, since one reader reads them all. */
final class Format {

    private static final Set<String> ROOTS = Set.of("rss", "rdf", "channel", "feed", "entry", "urlset");

    private Format() {}

    /** Whether a feed of any family begins with such an element. */
    static boolean isRoot(String name) {
        return ROOTS.contains(name);
    }

    static String ofRss(Node root) {
        if (root.name().equals("rdf")) {
            return declares(root, "purl.org/rss/1.0") || declares(root, "purl.org/net/rss1.1") ? "rss1.0" : "rdf";
        }
        if (root.name().equals("channel")) {
            if (declares(root, "purl.org/net/rss1.1")) {
                return "rss1.0";
            }
            boolean byAttribute = root.descendants(Namespaces.RSS, "item")
                    .anyMatch(item -> !item.attribute("href").isEmpty());
            return byAttribute || !root.attribute("href").isEmpty() ? "cdf" : "rss2.0";
        }
        return root.attribute("version").startsWith("0.9") ? "rss0.91" : "rss2.0";
    }

    static String ofAtom(Node root) {
        boolean old = root.attribute("version").startsWith("0.") || declares(root, "purl.org/atom/ns#");
        return old ? "atom0.3" : "atom1.0";
    }

    private static boolean declares(Node root, String uri) {
        return root.attributeValues().stream().anyMatch(value -> value.contains(uri))
                || root.children().stream()
                        .anyMatch(child -> child.attribute("xmlns").contains(uri));
    }
}
