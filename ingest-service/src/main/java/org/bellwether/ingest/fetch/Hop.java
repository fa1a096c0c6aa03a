package org.bellwether.ingest.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bellwether.egress.WebAddress;
import org.jspecify.annotations.Nullable;

/** Decides where a request may go: which addresses are fetched at all, and what a {@code Location} leads to. */
sealed interface Hop {

    int HIGHEST_PORT = 65_535;

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
        try {
            URI ascii = WebAddress.of(url.toString());
            return complaint(ascii)
                    .<Hop>map(c -> new No(FailureKind.BAD_URL, c))
                    .orElse(new To(ascii));
        } catch (URISyntaxException e) {
            return new No(FailureKind.BAD_URL, "its host is no name");
        }
    }

    /**
     * What a redirect leads to. A step from https down to http is taken over https: the page is mostly there as well, and a poll that began
     * protected must not go on in the clear.
     */
    static Hop next(URI from, String location) {
        URI target;
        try {
            target = UriReference.resolved(from, WebAddress.of(asMeant(location)));
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
        if (WebAddress.port(target) != -1 && WebAddress.port(target) != 80) {
            return new No(FailureKind.REDIRECT, "the redirect leads from https to plain http");
        }
        return new To(URI.create(
                "https://" + WebAddress.host(target) + target.toString().substring(authorityEnd(target))));
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
        String host = WebAddress.host(url);
        if (host.isEmpty()) {
            return Optional.of("it names no host");
        }
        if (ENDS_IN_NUMBER.matcher(host).find() && !QUAD.matcher(host).matches()) {
            return Optional.of("its host is an IP address in a form that programs read differently");
        }
        if (WebAddress.port(url) > HIGHEST_PORT) {
            return Optional.of("its port is above " + HIGHEST_PORT);
        }
        if (WebAddress.carriesCredentials(url)) {
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
}
