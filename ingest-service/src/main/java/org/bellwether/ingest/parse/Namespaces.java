package org.bellwether.ingest.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Short names for the namespaces feeds use. Several URIs have stood for the same vocabulary over the years, and some feeds use a prefix
 * without declaring it; both are read as what they mean.
 */
final class Namespaces {

    /** The vocabulary of RSS, which has no namespace of its own from 0.91 on. */
    static final String RSS = "";

    static final String ATOM = "atom";
    static final String DC = "dc";
    static final String DCTERMS = "dcterms";
    static final String CONTENT = "content";
    static final String MEDIA = "media";
    static final String ITUNES = "itunes";
    static final String RDF = "rdf";
    static final String XHTML = "xhtml";
    static final String SITEMAP = "sitemap";
    static final String NEWS = "news";
    static final String SYNDICATION = "sy";

    private static final Map<String, List<String>> URIS = Map.of(
            RSS,
            List.of(
                    "http://purl.org/rss/1.0",
                    "http://my.netscape.com/rdf/simple/0.9",
                    "http://channel.netscape.com/rdf/simple/0.9",
                    "http://backend.userland.com/rss",
                    "http://backend.userland.com/rss2",
                    "http://backend.userland.com/rss091",
                    "http://blogs.law.harvard.edu/tech/rss",
                    "http://cyber.law.harvard.edu/rss/rss.html",
                    "http://purl.org/net/rss1.1#"),
            ATOM,
            List.of(
                    "http://www.w3.org/2005/atom",
                    "http://purl.org/atom/ns#",
                    "http://purl.org/pie",
                    "http://purl.org/echo",
                    "http://example.com/necho",
                    "http://example.com/newformat#",
                    "uri/of/echo/namespace#"),
            DC,
            List.of("http://purl.org/dc/elements/1.1", "http://purl.org/dc/elements/1.0", "http://purl.org/dc"),
            DCTERMS,
            List.of("http://purl.org/dc/terms"),
            CONTENT,
            List.of("http://purl.org/rss/1.0/modules/content"),
            MEDIA,
            List.of("http://search.yahoo.com/mrss", "http://video.search.yahoo.com/mrss"),
            ITUNES,
            List.of("http://www.itunes.com/dtds/podcast-1.0.dtd"),
            RDF,
            List.of("http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            XHTML,
            List.of("http://www.w3.org/1999/xhtml", "http://www.w3.org/tr/xhtml1"),
            SITEMAP,
            List.of("http://www.sitemaps.org/schemas/sitemap/0.9", "http://www.google.com/schemas/sitemap/0.84"));

    private static final Map<String, String> SHORT = new HashMap<>();

    static {
        URIS.forEach((shortName, uris) -> uris.forEach(uri -> SHORT.put(uri, shortName)));
        SHORT.put("http://www.google.com/schemas/sitemap-news/0.9", NEWS);
        SHORT.put("http://purl.org/rss/1.0/modules/syndication", SYNDICATION);
    }

    private Namespaces() {}

    /** The short name, or the URI itself for a vocabulary that is not read. */
    static String shortName(String uri) {
        String key = uri.strip().toLowerCase(Locale.ROOT);
        String known = SHORT.get(key.endsWith("/") ? key.substring(0, key.length() - 1) : key);
        return known == null ? key : known;
    }

    static boolean isKnown(String shortName) {
        return SHORT.containsValue(shortName);
    }

    /** What a prefix that nobody declared is commonly used for; null when nothing comes to mind. */
    static @Nullable String ofUndeclared(String prefix) {
        return URIS.containsKey(prefix) || prefix.equals(NEWS) || prefix.equals(SYNDICATION) ? prefix : null;
    }
}
