package org.bellwether.ingest.parse;

import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Addresses as feeds write them, which is more freely than RFC 3986 allows. */
final class Urls {

    private Urls() {}

    /** The absolute address, or the reference as it stands where there is no base to resolve it against. */
    static String resolve(@Nullable String base, String reference) {
        String stated = reference.strip();
        if (base == null || base.isEmpty() || stated.isEmpty()) {
            return stated;
        }
        // jsoup resolves as browsers do; java.net.URI refuses what half of the feeds contain.
        Element anchor = new Element("a");
        anchor.setBaseUri(base);
        String absolute = anchor.attr("href", stated).absUrl("href");
        return absolute.isEmpty() ? stated : absolute;
    }

    static boolean isWeb(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }
}
