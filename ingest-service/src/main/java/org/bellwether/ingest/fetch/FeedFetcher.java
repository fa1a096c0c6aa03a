package org.bellwether.ingest.fetch;

/** Reads feeds over HTTP. Thread-safe; one for the whole service, so that connections are shared. */
public final class FeedFetcher implements AutoCloseable {

    private final FetchLimits limits;
    private final AddressPolicy policy;
    private final String userAgent;

    public FeedFetcher(FetchLimits limits, AddressPolicy policy, String userAgent) {
        this.limits = limits;
        this.policy = policy;
        this.userAgent = userAgent;
    }

    /** Polls once; blocks for at most {@link FetchLimits#total()} and a little. Never throws for what a server does. */
    public FetchResult fetch(FetchRequest request) {
        return new FetchFailed(FailureKind.IO, "Not built yet: " + request + limits + policy.hashCode() + userAgent);
    }

    @Override
    public void close() {}
}
