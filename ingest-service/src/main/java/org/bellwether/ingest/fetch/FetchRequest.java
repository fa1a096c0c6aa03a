package org.bellwether.ingest.fetch;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.bellwether.ingest.host.Pace;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param url absolute {@code http} or {@code https} address
 * @param validators of the version already read; {@link Validators#NONE} to get the body in any case
 * @param wanted what it is for
 * @param pace which of the host's brakes it is under
 * @param redirects where it may be led
 * @param form to post, encoded; null to get
 */
public record FetchRequest(
        URI url,
        Validators validators,
        Wanted wanted,
        Pace pace,
        RedirectRule redirects,
        @Nullable String form) {

    /** A poll of a feed, at the usual pace. */
    public FetchRequest(URI url, Validators validators) {
        this(url, validators, Wanted.FEED, Pace.FEED, RedirectRule.NONE, null);
    }

    /** A page, which robots.txt has a say in. */
    public static FetchRequest page(URI url, Validators validators, RedirectRule robots) {
        return new FetchRequest(url, validators, Wanted.PAGE, Pace.PAGE, robots, null);
    }

    /** A host's robots.txt. */
    public static FetchRequest robots(URI url) {
        return new FetchRequest(url, Validators.NONE, Wanted.ROBOTS, Pace.FEED, RedirectRule.NONE, null);
    }

    /**
     * A small form for a program to take. It follows no redirect but 307 and 308, which alone say that the same is to be
     * posted elsewhere (RFC 9110 §15.4.8, §15.4.9).
     */
    public static FetchRequest form(URI url, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return new FetchRequest(url, Validators.NONE, Wanted.RECEIPT, Pace.FEED, RedirectRule.NONE, form);
    }

    /** The same under another brake. */
    public FetchRequest at(Pace other) {
        return new FetchRequest(url, validators, wanted, other, redirects, form);
    }

    /** Whether a redirect of this status says that the same is to be asked elsewhere. */
    boolean follows(int status) {
        return form == null || status == 307 || status == 308;
    }

    /** Without the form, which may carry a secret. */
    @Override
    public String toString() {
        return (form == null ? "GET " : "POST ") + url;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
