package org.bellwether.egress;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads addresses as publishers write them, and tells the host that will be asked. {@link URI} alone knows neither names in other scripts nor those with
 * an underscore, and refuses characters that publishers write; whoever asked it for the host might see another one than is connected to.
 */
public final class WebAddress {

    private static final Pattern LINE_BREAK = Pattern.compile("[\\t\\r\\n]");
    private static final Pattern AUTHORITY =
            Pattern.compile("^((?:https?:)?//)([^/?#\\\\]*)", Pattern.CASE_INSENSITIVE);

    /** A name as resolvers take it, with the underscores that blogs have; and a port. */
    private static final Pattern NAMED = Pattern.compile("([\\w-]+(?:\\.[\\w-]+)*\\.?)(?::(\\d{0,9}))?");

    /** RFC 3490 changes or drops them, where browsers go by RFC 5891: that leads to a host that somebody else may own. */
    private static final Pattern READ_IN_TWO_WAYS = Pattern.compile("[ßẞς\u200c\u200d]");

    private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String NEVER_PLAIN = "\"<>\\^`{|}";

    private WebAddress() {}

    /**
     * Reads an address or a reference to one. The host comes out in its form for machines (RFC 3490), what a URI must not contain
     * percent-encoded; what is a URI of ASCII already, as it is. A host that RFC 5891 takes for another one is refused.
     *
     * @throws URISyntaxException when that is none
     */
    public static URI of(String written) throws URISyntaxException {
        String text = LINE_BREAK.matcher(written.strip()).replaceAll("");
        Matcher found = AUTHORITY.matcher(text);
        if (!found.find()) {
            return new URI(escaped(text));
        }
        return new URI(found.group(1) + ascii(found.group(2)) + escaped(text.substring(found.end())));
    }

    /**
     * Reads the address of a page or feed.
     *
     * @throws IllegalArgumentException saying why it is none
     */
    public static URI web(String written) {
        URI url;
        try {
            url = of(written);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is not a URL: " + e.getReason(), e);
        }
        if (!isHttp(url)) {
            throw new IllegalArgumentException("is not an absolute http or https URL");
        }
        if (carriesCredentials(url)) {
            throw new IllegalArgumentException("carries a user name or password; give the address without");
        }
        if (host(url).isEmpty()) {
            throw new IllegalArgumentException("names no host; write it as in https://example.org/feed");
        }
        return url;
    }

    /** Whether pages and feeds may be at it: http or https, with a host, without credentials. */
    public static boolean isWeb(URI url) {
        return isHttp(url) && !host(url).isEmpty() && !carriesCredentials(url);
    }

    /** The name or IP address that is connected to; empty when there is none. */
    public static String host(URI url) {
        if (url.getHost() != null) {
            return url.getHost();
        }
        Matcher named = named(url);
        return named.matches() ? named.group(1) : "";
    }

    /** The port that is stated; -1 when none is. */
    public static int port(URI url) {
        if (url.getHost() != null) {
            return url.getPort();
        }
        Matcher named = named(url);
        boolean stated =
                named.matches() && named.group(2) != null && !named.group(2).isEmpty();
        return stated ? Integer.parseInt(named.group(2)) : -1;
    }

    /** Whether a user name or password stands before the host. */
    public static boolean carriesCredentials(URI url) {
        return authority(url).contains("@");
    }

    private static boolean isHttp(URI url) {
        return "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
    }

    private static Matcher named(URI url) {
        return NAMED.matcher(authority(url));
    }

    private static String authority(URI url) {
        return url.getRawAuthority() == null ? "" : url.getRawAuthority();
    }

    private static String ascii(String authority) throws URISyntaxException {
        if (authority.chars().allMatch(c -> c < 0x80)) {
            return authority;
        }
        if (READ_IN_TWO_WAYS.matcher(authority).find()) {
            throw new URISyntaxException(
                    authority, "Host that is read in two ways; write it in its form for machines, as xn--…");
        }
        int port = authority.indexOf(':');
        String name = port < 0 ? authority : authority.substring(0, port);
        try {
            String ascii = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
            // Of some characters that becomes a slash, a colon or an at sign, and what follows another host.
            if (NAMED.matcher(ascii).matches()) {
                return ascii.toLowerCase(Locale.ROOT) + authority.substring(name.length());
            }
        } catch (IllegalArgumentException e) {
            throw new URISyntaxException(authority, "Host that is no name");
        }
        throw new URISyntaxException(authority, "Host that is no name");
    }

    private static String escaped(String reference) {
        StringBuilder out = new StringBuilder(reference.length());
        Matcher escape = ESCAPE.matcher(reference);
        boolean query = false;
        boolean fragment = false;
        for (int i = 0; i < reference.length(); ) {
            int c = reference.codePointAt(i);
            boolean stray = (c == '%' && !escape.region(i, reference.length()).lookingAt())
                    || (c == '#' && fragment)
                    || ((c == '[' || c == ']') && !query);
            if (c <= ' ' || c >= 0x7F || stray || NEVER_PLAIN.indexOf(c) >= 0) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(HEX.toHexDigits(b));
                }
            } else {
                out.append((char) c);
            }
            query |= c == '?' || c == '#';
            fragment |= c == '#';
            i += Character.charCount(c);
        }
        return out.toString();
    }
}
