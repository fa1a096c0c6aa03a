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
        if (isPlainlyAbsolute(stated)) {
            return stated;
        }
        // jsoup resolves as browsers do; java.net.URI refuses what half of the feeds contain.
        Element anchor = new Element("a");
        anchor.setBaseUri(base);
        String absolute = anchor.attr("href", stated).absUrl("href");
        return absolute.isEmpty() ? stated : absolute;
    }

    /** Whether resolving it could not change it: a web address without port, dot segments or anything that is encoded. */
    static boolean isPlainlyAbsolute(String url) {
        int host = url.startsWith("https://") ? 8 : url.startsWith("http://") ? 7 : -1;
        if (host < 0) {
            return false;
        }
        int path = host;
        while (path < url.length() && isHostPart(url.charAt(path))) {
            path++;
        }
        if (path == host || path == url.length() || url.charAt(path) != '/') {
            return false;
        }
        for (int i = path; i < url.length(); i++) {
            char c = url.charAt(i);
            boolean dotSegment = c == '.' && url.charAt(i - 1) == '/';
            if (c <= ' ' || c >= 0x7F || c == '\\' || dotSegment) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHostPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    }

    static boolean isWeb(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }
}
