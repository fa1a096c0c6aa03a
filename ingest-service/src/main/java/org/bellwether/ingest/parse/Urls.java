package org.bellwether.ingest.parse;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Addresses as feeds write them, which is more freely than RFC 3986 allows. */
final class Urls {

    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]+");

    private Urls() {}

    /** The absolute address, or the reference as it stands where there is no base to resolve it against. */
    static String resolve(@Nullable String base, String reference) {
        // WHATWG URL §4.4: line breaks and tabs in an address are not part of it.
        String stated = BREAKS.matcher(reference.strip()).replaceAll("");
        if (base == null || base.isEmpty() || stated.isEmpty() || isWeb(stated)) {
            return stated;
        }
        // jsoup resolves as browsers do; java.net.URI refuses what half of the feeds contain.
        Element anchor = new Element("a");
        anchor.setBaseUri(base);
        String absolute = anchor.attr("href", stated).absUrl("href");
        return absolute.isEmpty() ? stated : absolute;
    }

    static boolean isWeb(String url) {
        return url.regionMatches(true, 0, "http://", 0, 7) || url.regionMatches(true, 0, "https://", 0, 8);
    }
}
