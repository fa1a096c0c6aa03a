package org.bellwether.ingest.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    static final String FEEDBURNER = "feedburner";

    /** Prefixes people use for a vocabulary beside its usual one. */
    private static final Map<String, String> OTHER_PREFIXES = Map.of(
            "rss",
            RSS,
            "a10",
            ATOM,
            "dct",
            DCTERMS,
            "dcterm",
            DCTERMS,
            "googleplay",
            ITUNES,
            "html",
            XHTML,
            "h",
            XHTML);

    private static final Map<String, List<String>> URIS = Map.ofEntries(
            Map.entry(
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
                            "http://my.netscape.com/publish/formats/rss-0.91.dtd",
                            "http://purl.org/net/rss1.1#")),
            Map.entry(
                    ATOM,
                    List.of(
                            "http://www.w3.org/2005/atom",
                            "http://purl.org/atom/ns#",
                            "http://purl.org/pie",
                            "http://purl.org/echo",
                            "http://example.com/necho",
                            "http://example.com/newformat#",
                            "uri/of/echo/namespace#")),
            Map.entry(
                    DC,
                    List.of(
                            "http://purl.org/dc/elements/1.1",
                            "http://purl.org/dc/elements/1.0",
                            "http://purl.org/dc")),
            Map.entry(DCTERMS, List.of("http://purl.org/dc/terms")),
            Map.entry(CONTENT, List.of("http://purl.org/rss/1.0/modules/content")),
            Map.entry(MEDIA, List.of("http://search.yahoo.com/mrss", "http://video.search.yahoo.com/mrss")),
            Map.entry(
                    ITUNES,
                    List.of(
                            "http://www.itunes.com/dtds/podcast-1.0.dtd",
                            "http://example.com/dtds/podcast-1.0.dtd",
                            "http://www.google.com/schemas/play-podcasts/1.0")),
            Map.entry(RDF, List.of("http://www.w3.org/1999/02/22-rdf-syntax-ns#")),
            Map.entry(XHTML, List.of("http://www.w3.org/1999/xhtml", "http://www.w3.org/tr/xhtml1")),
            Map.entry(
                    SITEMAP,
                    List.of(
                            "http://www.sitemaps.org/schemas/sitemap/0.9",
                            "http://www.google.com/schemas/sitemap/0.84")),
            Map.entry(SYNDICATION, List.of("http://purl.org/rss/1.0/modules/syndication")),
            Map.entry(NEWS, List.of("http://www.google.com/schemas/sitemap-news/0.9")),
            Map.entry(
                    FEEDBURNER,
                    List.of("http://rssnamespace.org/feedburner/ext/1.0", "http://feedburner.com/feedburner/ext/1.0")));

    /** The elements of RSS 0.91 to 2.0. */
    private static final Set<String> OF_RSS = Set.of(
            ("rss channel item title link description language copyright managingeditor webmaster pubdate lastbuilddate"
                            + " category generator docs cloud ttl image rating textinput skiphours skipdays author enclosure"
                            + " guid comments source url width height name hour day")
                    .split(" "));

    private static final Map<String, String> SHORT = new HashMap<>();

    static {
        URIS.forEach((shortName, uris) -> uris.forEach(uri -> SHORT.put(uri, shortName)));
    }

    private Namespaces() {}

    /** The short name, or the URI itself for a vocabulary that is not read. */
    static String shortName(String uri) {
        String key = uri.strip().toLowerCase(Locale.ROOT);
        // Namespaces are names, not addresses: those who write them as https or with a slash mean the same.
        String plain = key.startsWith("https:") ? "http:" + key.substring("https:".length()) : key;
        String known = SHORT.get(plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain);
        return known == null ? key : known;
    }

    static boolean isKnown(String shortName) {
        return SHORT.containsValue(shortName);
    }

    /** Whether RSS has an element of this name, which is in lower case. */
    static boolean isOfRss(String name) {
        return OF_RSS.contains(name);
    }

    /** Whether a vocabulary is called so itself. */
    static boolean isUsual(String prefix) {
        return !prefix.isEmpty() && URIS.containsKey(prefix);
    }

    /** What a prefix that nobody declared is commonly used for; null when nothing comes to mind. */
    static @Nullable String ofUndeclared(String prefix) {
        String usual = prefix.toLowerCase(Locale.ROOT);
        return URIS.containsKey(usual) ? usual : OTHER_PREFIXES.get(usual);
    }
}
