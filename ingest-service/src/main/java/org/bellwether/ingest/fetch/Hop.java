package org.bellwether.ingest.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides where a request may go: which addresses are fetched at all, and what a {@code Location} leads to. */
sealed interface Hop {

    int HIGHEST_PORT = 65_535;

    Pattern NAMED = Pattern.compile("^((?:https?:)?//)([^/?#:@\\[]+)", Pattern.CASE_INSENSITIVE);

    /** What the URL Standard takes for an IPv4 address, and others for a name, octal or decimal. */
    Pattern ENDS_IN_NUMBER = Pattern.compile("(?:^|\\.)(?:\\d+|0[xX][0-9a-fA-F]*)\\.?$");

    Pattern QUAD = Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");

    /** Go there. */
    record To(URI url) implements Hop {}

    /** Go no further. */
    record No(FailureKind kind, String reason) implements Hop {

        /** What to do, where the reason does not say. */
        String wayOut() {
            return kind == FailureKind.ROBOTS ? "" : "; correct the feed's address";
        }
    }

    /** Go there later: it cannot be told now whether it may be asked. */
    record Later(Instant until, String reason) implements Hop {}

    /** What an objection comes to. */
    static Hop heeding(RedirectRule.Objection objection) {
        @Nullable Instant until = objection.until();
        return until == null ? new No(FailureKind.ROBOTS, objection.reason()) : new Later(until, objection.reason());
    }

    /** The first address, as the operator gave it. */
    static Hop first(URI url) {
        URI ascii = url;
        if (url.getHost() == null && url.getRawAuthority() != null) {
            try {
                ascii = new URI(escaped(withAsciiHost(url.toString())));
            } catch (URISyntaxException | IllegalArgumentException e) {
                return new No(FailureKind.BAD_URL, "its host is no name");
            }
        }
        return complaint(ascii).<Hop>map(c -> new No(FailureKind.BAD_URL, c)).orElse(new To(ascii));
    }

    /**
     * What a redirect leads to. A step from https down to http is taken over https: the page is mostly there as well, and a poll that began
     * protected must not go on in the clear.
     */
    static Hop next(URI from, String location) {
        URI target;
        try {
            target = UriReference.resolved(from, new URI(escaped(withAsciiHost(asMeant(location.strip())))));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return new No(FailureKind.REDIRECT, "the redirect's address cannot be read");
        }
        Optional<String> complaint = complaint(target);
        if (complaint.isPresent()) {
            return new No(FailureKind.REDIRECT, "the redirect's address is of no use: " + complaint.get());
        }
        boolean downgrade = isHttps(from) && !isHttps(target);
        if (!downgrade) {
            return new To(target);
        }
        if (target.getPort() != -1 && target.getPort() != 80) {
            return new No(FailureKind.REDIRECT, "the redirect leads from https to plain http");
        }
        return new To(
                URI.create("https://" + target.getHost() + target.toString().substring(authorityEnd(target))));
    }

    private static int authorityEnd(URI url) {
        return url.getScheme().length() + "://".length() + url.getRawAuthority().length();
    }

    private static boolean isHttps(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    private static Optional<String> complaint(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.of("only http and https addresses are fetched");
        }
        if (url.getHost() == null || url.getHost().isEmpty()) {
            return Optional.of("it names no host");
        }
        if (ENDS_IN_NUMBER.matcher(url.getHost()).find()
                && !QUAD.matcher(url.getHost()).matches()) {
            return Optional.of("its host is an IP address in a form that programs read differently");
        }
        if (url.getPort() > HIGHEST_PORT) {
            return Optional.of("its port is above " + HIGHEST_PORT);
        }
        if (url.getRawUserInfo() != null) {
            return Optional.of("it carries credentials");
        }
        return Optional.empty();
    }

    /** The client reads headers byte by byte (RFC 9110 §5.5); what is beyond ASCII is UTF-8 in all but the oldest servers. */
    private static String asMeant(String location) {
        if (location.chars().allMatch(c -> c < 0x80) || location.chars().anyMatch(c -> c > 0xFF)) {
            return location;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(location.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return location;
        }
    }

    /** Names in other scripts are asked for in their form for machines (RFC 5891). */
    private static String withAsciiHost(String location) {
        Matcher named = NAMED.matcher(location);
        if (!named.find() || named.group(2).chars().allMatch(c -> c < 0x80)) {
            return location;
        }
        return named.group(1) + IDN.toASCII(named.group(2)) + location.substring(named.end());
    }

    /** Percent-encodes what a URI must not contain; servers send spaces and raw UTF-8. */
    private static String escaped(String location) {
        StringBuilder out = new StringBuilder(location.length());
        for (byte b : location.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > ' ' && b < 0x7F && "\"<>\\^`{|}".indexOf(b) < 0;
            if (plain) {
                out.append((char) b);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", b));
            }
        }
        return out.toString();
    }
}
