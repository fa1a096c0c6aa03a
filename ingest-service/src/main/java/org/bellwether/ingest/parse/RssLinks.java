package org.bellwether.ingest.parse;

import static org.bellwether.ingest.parse.Namespaces.ATOM;
import static org.bellwether.ingest.parse.Namespaces.FEEDBURNER;
import static org.bellwether.ingest.parse.Namespaces.RSS;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a channel or an item of RSS points to, which its dialects say in half a dozen ways. */
final class RssLinks {

    private static final Set<String> MEANT_TRUE = Set.of("", "true", "yes", "1");

    private RssLinks() {}

    /**
     * The element's own link; else Atom's; else the guid where it is one, which it is unless it says otherwise (RSS 2.0).
     *
     * @param fallback base where the document names none
     * @return absolute as far as there is a base; empty when nothing points anywhere
     */
    static String of(Node node, @Nullable String fallback) {
        for (Node link : node.children(RSS, "link")) {
            // Atom's way of it without Atom's prefix, which may as well tell of the feed itself or of its hub.
            String href = AtomReader.isAlternate(link) ? link.attribute("href") : "";
            String stated =
                    RssReader.first(link.text().strip(), href, link.attribute("rdf:resource"), link.attribute("url"));
            if (!stated.isEmpty()) {
                return Urls.resolve(link.base() == null ? fallback : link.base(), stated);
            }
        }
        String alternate = AtomReader.alternate(node, ATOM);
        String base = node.base() == null ? fallback : node.base();
        return alternate.isEmpty()
                ? Urls.resolve(base, RssReader.first(node.attribute("href"), permalink(node, base)))
                : Urls.resolve(base, alternate);
    }

    private static String permalink(Node node, @Nullable String base) {
        Optional<Node> guid = node.child(RSS, "guid");
        String isPermalink = guid.map(id -> id.attribute("ispermalink")).orElse("false");
        if (guid.isPresent() && MEANT_TRUE.contains(isPermalink.toLowerCase(Locale.ROOT))) {
            String stated = guid.get().text().strip();
            String url = Urls.resolve(base, stated);
            // A guid that only takes itself for a permalink by default is one where it looks like one.
            if (Urls.isWeb(isPermalink.equalsIgnoreCase("true") ? url : stated)) {
                return url;
            }
        }
        String about = about(node);
        return Urls.isWeb(about) ? about : RssReader.first(node.childText(FEEDBURNER, "origlink"), enclosed(node));
    }

    /** Of an episode without a page, the recording itself. */
    private static String enclosed(Node node) {
        return RssReader.first(
                node.child(RSS, "enclosure")
                        .map(enclosure -> enclosure.attribute("url"))
                        .orElse(""),
                AtomReader.enclosed(node, ATOM),
                AtomReader.enclosed(node, RSS));
    }

    /** What RDF says the element is about, whatever prefix its writer took for RDF. */
    static String about(Node node) {
        return RssReader.first(node.attribute("rdf:about"), node.attribute("about"));
    }
}
