package org.bellwether.ingest.fetch;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The redirects that were followed, in order; none where the address itself answered.
 *
 * @param steps one per redirect
 */
public record Chain(List<Step> steps) {

    /** No redirect. */
    public static final Chain NONE = new Chain(List.of());

    public Chain {
        steps = List.copyOf(steps);
    }

    /**
     * One redirect.
     *
     * @param from the address that was asked
     * @param status 301, 302, 303, 307 or 308
     * @param to where it led, as it was asked then
     */
    public record Step(URI from, int status, URI to) {

        /** 301 and 308: the address is never to be asked again (RFC 9110 §15.4.2, §15.4.9). */
        public boolean permanent() {
            return status == 301 || status == 308;
        }
    }

    /**
     * Where the address has moved for good: the end of the permanent redirects it begins with. What lies behind a temporary one is lent, and
     * the address that lends it is the one to ask.
     */
    public Optional<URI> movedTo() {
        return steps.stream()
                .takeWhile(Step::permanent)
                .reduce((first, second) -> second)
                .map(Step::to);
    }
}
