package org.bellwether.standalone.demo;

import com.sun.net.httpserver.Headers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What a client may bring back to learn whether a feed has changed (RFC 9110 sections 8.8 and 13.1).
 *
 * @param etag strong, quotes and all
 * @param lastModified to the second
 */
record Validators(String etag, Instant lastModified) {
    private static final DateTimeFormatter IMF_FIXDATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT);

    static Validators of(FeedDocument document) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(document.bytes());
            String etag = '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
            return new Validators(etag, document.lastModified().truncatedTo(ChronoUnit.SECONDS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** An IMF-fixdate (RFC 9110 section 5.6.7), which unlike Java's RFC 1123 has two digits for the day. */
    String lastModifiedHeader() {
        return IMF_FIXDATE.format(lastModified.atOffset(ZoneOffset.UTC));
    }

    /** Whether the client's copy is current; dates count only where there are no tags (RFC 9110 section 13.2.2). */
    boolean matches(Headers request) {
        String tags = request.getFirst("If-None-Match");
        if (tags != null) {
            return tags.strip().equals("*")
                    || Arrays.stream(tags.split(",", -1))
                            .map(tag -> tag.strip().replaceFirst("^W/", ""))
                            .anyMatch(etag::equals);
        }
        String since = request.getFirst("If-Modified-Since");
        return since != null && !isNewerThan(since);
    }

    private boolean isNewerThan(String since) {
        try {
            return lastModified.isAfter(ZonedDateTime.parse(since, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            // A date nobody can read is to be ignored (RFC 9110 section 13.1.3).
            return true;
        }
    }
}
