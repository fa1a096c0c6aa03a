package org.bellwether.ingest.fetch;

import java.net.URI;
import org.bellwether.ingest.host.Pace;

/**
 * One request.
 *
 * @param url absolute {@code http} or {@code https} address
 * @param validators of the version already read; {@link Validators#NONE} to get the body in any case
 * @param wanted what it is for
 * @param pace which of the host's brakes it is under
 * @param redirects where it may be led
 */
public record FetchRequest(URI url, Validators validators, Wanted wanted, Pace pace, RedirectRule redirects) {

    /** A poll of a feed, at the usual pace. */
    public FetchRequest(URI url, Validators validators) {
        this(url, validators, Wanted.FEED, Pace.FEED, RedirectRule.NONE);
    }

    /** A page, which robots.txt has a say in. */
    public static FetchRequest page(URI url, Validators validators, RedirectRule robots) {
        return new FetchRequest(url, validators, Wanted.PAGE, Pace.PAGE, robots);
    }

    /** A host's robots.txt. */
    public static FetchRequest robots(URI url) {
        return new FetchRequest(url, Validators.NONE, Wanted.ROBOTS, Pace.FEED, RedirectRule.NONE);
    }

    /** The same under another brake. */
    public FetchRequest at(Pace other) {
        return new FetchRequest(url, validators, wanted, other, redirects);
    }
}
