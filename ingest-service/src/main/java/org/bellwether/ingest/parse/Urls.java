package org.bellwether.ingest.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Addresses as feeds write them, which is more freely than RFC 3986 allows. */
final class Urls {

    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]+");
    private static final Pattern SLASHES = Pattern.compile("(?i)(https?:)/{3,}+(?=[^/])");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    /** Not where anything is published, but what runs or shows something where it is clicked. */
    private static final Pattern NO_PLACE =
            Pattern.compile("[\\x00-\\x20]*(?:javascript|vbscript|data|file|blob):", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_BASE = 4_096;

    private Urls() {}

    /**
     * The absolute address, or the reference as it stands where there is no base to resolve it against; empty where it names a script, data or
     * a file of whoever reads it.
     */
    static String resolve(@Nullable String base, String reference) {
        String address = resolved(base, reference);
        return NO_PLACE.matcher(address).lookingAt() ? "" : address;
    }

    private static String resolved(@Nullable String base, String reference) {
        // WHATWG URL §4.4: line breaks and tabs in an address are not part of it.
        String oneLine = BREAKS.matcher(reference.strip()).replaceAll("");
        // Likewise, of slashes before a host any number is as good as two.
        Matcher slashes = SLASHES.matcher(oneLine);
        String stated = slashes.lookingAt() ? slashes.replaceFirst("$1//") : oneLine;
        if (base == null || !isUsable(base) || stated.isEmpty() || isPlainlyAbsolute(stated)) {
            return stated;
        }
        String absolute = absolute(base, stated);
        // "é://x" has no scheme (RFC 3986 §3.1), so it is a path, which Java takes for an unknown protocol.
        boolean path = absolute.isEmpty() && !SCHEME.matcher(stated).lookingAt();
        String asPath = path ? absolute(base, "./" + stated) : absolute;
        return asPath.isEmpty() ? stated : asPath;
    }

    /**
     * The base in force where one is stated.
     *
     * @param outer the base around it; null for none
     * @return the outer one where nothing can be resolved against what is stated
     */
    static @Nullable String base(@Nullable String outer, String stated) {
        String inner = resolve(outer, stated);
        boolean usable = isUsable(inner)
                && (isPlainlyAbsolute(inner) || !absolute(inner, "./").isEmpty());
        return outer == null || usable ? inner : outer;
    }

    /** Each link of a document is resolved against its base, so a long one would make that document endless. */
    static boolean isUsable(String base) {
        return !base.isEmpty() && base.length() <= LONGEST_BASE;
    }

    /** Empty when there is no such address. */
    private static String absolute(String base, String reference) {
        // jsoup resolves as browsers do; java.net.URI refuses what half of the feeds contain.
        Element anchor = new Element("a");
        anchor.setBaseUri(base);
        return anchor.attr("href", reference).absUrl("href");
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
        return url.regionMatches(true, 0, "http://", 0, 7) || url.regionMatches(true, 0, "https://", 0, 8);
    }
}
