package org.bellwether.ingest.fetch;

/**
 * The server answered 304: what was read before is still all there is.
 *
 * @param validators to send with the next poll: those that the 304 carries, and else those of the request
 * @param chain the redirects taken
 * @param hints what the headers say of when to come again
 */
public record NotModified(FeedHeaders headers, Validators validators, Chain chain, ServerHints hints)
        implements FetchResult {}
