package org.bellwether.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.bellwether.egress.AddressPolicy;
import org.bellwether.egress.GuardedResolver;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.ingest.headroom.Room;

/**
 * Reads feeds over HTTP: conditionally, politely, and never further than the limits and the address policy let it. Thread-safe; one for the
 * whole service, so that connections are shared.
 */
public final class FeedFetcher implements AutoCloseable {

    private static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, "
                    + "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

    private static final FetchFailed STOPPED =
            new FetchFailed(FailureKind.IO, "The service stops; ask again when it runs.");

    private final FetchLimits limits;
    private final InstantSource clock;
    private final CloseableHttpClient client;
    private final BodyReader bodies;
    private final ScheduledThreadPoolExecutor alarms;
    private final Set<Deadline> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Opens a fetcher.
     *
     * @param userAgent names this software and how to reach whoever runs it (RFC 9110 §10.1.5)
     */
    public FeedFetcher(FetchLimits limits, AddressPolicy policy, String userAgent) {
        this(limits, policy, userAgent, SystemDefaultDnsResolver.INSTANCE, InstantSource.system());
    }

    FeedFetcher(FetchLimits limits, AddressPolicy policy, String userAgent, DnsResolver names, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
        this.client = PollingClient.open(limits, new GuardedResolver(names, policy), userAgent);
        this.bodies = new BodyReader(limits);
        this.alarms = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "fetch-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        // Or every exchange of the last seconds would be kept until it would have been cut off.
        this.alarms.setRemoveOnCancelPolicy(true);
        // It refuses alarms only when it is closed, and then every exchange is cut off anyway.
        this.alarms.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /**
     * Polls once. Blocks for at most {@link FetchLimits#total()}, plus what the operating system takes to resolve a name. Never throws for
     * what a server does.
     *
     * @param room for the body
     */
    public FetchResult fetch(FetchRequest request, Room room) {
        Deadline deadline = new Deadline(limits.total(), alarms);
        try (deadline) {
            // In this order: either this sees that it is closed, or who closes it sees this.
            underWay.add(deadline);
            return closed ? STOPPED : follow(new Exchange(request.validators(), room, deadline), request.url());
        } finally {
            underWay.remove(deadline);
        }
    }

    private FetchResult follow(Exchange exchange, URI start) {
        Hop hop = Hop.first(start);
        while (hop instanceof Hop.To to) {
            Answer answer = ask(to.url(), exchange);
            if (answer instanceof Final last) {
                return last.result();
            }
            hop = exchange.trail().step(to.url(), (Moved) answer, limits.maxRedirects());
        }
        Hop.No no = (Hop.No) hop;
        return new FetchFailed(no.kind(), "The poll stopped: " + no.reason() + "; correct the feed's address.");
    }

    /** What stays the same over all hops. */
    private record Exchange(Validators validators, Room room, Deadline deadline, Trail trail) {

        private Exchange(Validators validators, Room room, Deadline deadline) {
            this(validators, room, deadline, new Trail());
        }
    }

    private sealed interface Answer {}

    private record Final(FetchResult result) implements Answer {}

    private record Moved(int status, String location) implements Answer {}

    /** The hops taken so far. */
    private static final class Trail {

        private final List<URI> hops = new ArrayList<>();
        private boolean permanent = true;

        private Hop step(URI from, Moved moved, int maxRedirects) {
            hops.add(from);
            permanent &= moved.status() == 301 || moved.status() == 308;
            Hop next = Hop.next(from, moved.location());
            if (next instanceof Hop.To to && hops.contains(to.url())) {
                return new Hop.No(FailureKind.REDIRECT, "its redirects lead in a circle");
            }
            if (hops.size() > maxRedirects) {
                return new Hop.No(FailureKind.REDIRECT, "there were more than " + maxRedirects + " redirects");
            }
            return next;
        }
    }

    private Answer ask(URI url, Exchange exchange) {
        HttpGet get = conditionalGet(url, exchange.validators());
        Deadline deadline = exchange.deadline();
        deadline.watch(get);
        try {
            ClassicHttpResponse response =
                    client.executeOpen(RoutingSupport.determineHost(get), get, HttpClientContext.create());
            try {
                Answer answer = read(url, response, exchange);
                return deadline.expired() ? overrun(url) : answer;
            } finally {
                // Closing alone would first read whatever the server still has to say.
                get.cancel();
                closeQuietly(response);
            }
        } catch (NoRoomException e) {
            return new Final(new NoRoom());
        } catch (HttpException e) {
            return failed(url, new IOException("it does not speak HTTP: " + e.getMessage(), e), deadline);
        } catch (IOException e) {
            return failed(url, e, deadline);
        } catch (RuntimeException e) {
            // Cut off at an odd moment, the client stumbles: over a closed pool, or a connection that is gone.
            if (closed) {
                return new Final(STOPPED);
            }
            if (deadline.expired()) {
                return overrun(url);
            }
            throw e;
        }
    }

    /** The connection was cut on purpose: a complaint about that must not hide why. */
    private static void closeQuietly(ClassicHttpResponse response) {
        Closer.closeQuietly(response);
    }

    private Answer failed(URI url, IOException e, Deadline deadline) {
        return deadline.expired() ? overrun(url) : new Final(Diagnosis.of(e, url.getHost()));
    }

    private Answer overrun(URI url) {
        return new Final(Diagnosis.ofOverrun(url.getHost(), limits));
    }

    private static HttpGet conditionalGet(URI url, Validators validators) {
        HttpGet get = new HttpGet(url);
        get.setHeader(HttpHeaders.ACCEPT, ACCEPT);
        get.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip, deflate");
        if (validators.etag() != null) {
            get.setHeader(HttpHeaders.IF_NONE_MATCH, validators.etag());
        }
        if (validators.lastModified() != null) {
            get.setHeader(HttpHeaders.IF_MODIFIED_SINCE, validators.lastModified());
        }
        return get;
    }

    private Answer read(URI url, ClassicHttpResponse response, Exchange exchange) throws IOException {
        Validators sent = exchange.validators();
        int status = response.getCode();
        FeedHeaders headers = headers(response);
        String location = headers.first(HttpHeaders.LOCATION).orElse("");
        if (status >= 200 && status < 300) {
            return new Final(fetched(url, response, headers, exchange));
        }
        if (status == 304 && !sent.equals(Validators.NONE)) {
            Validators fresh = validators(headers);
            return new Final(new NotModified(headers, fresh.equals(Validators.NONE) ? sent : fresh));
        }
        if (List.of(301, 302, 303, 307, 308).contains(status) && !location.isEmpty()) {
            return new Moved(status, location);
        }
        FetchFailed failure = Diagnosis.ofStatus(status, url.getHost());
        Duration wait = headers.first(HttpHeaders.RETRY_AFTER)
                .flatMap(value -> RetryAfter.parse(value, clock.instant()))
                .orElse(null);
        return new Final(new FetchFailed(failure.kind(), failure.diagnosis(), status, wait));
    }

    private Fetched fetched(URI url, ClassicHttpResponse response, FeedHeaders headers, Exchange exchange)
            throws IOException {
        Trail trail = exchange.trail();
        HttpEntity entity = response.getEntity();
        if (entity != null && entity.getContentLength() > limits.maxWireBytes()) {
            throw new OversizeException(
                    FailureKind.TOO_LARGE, "it announced " + Sizes.shown(entity.getContentLength()));
        }
        CountedStream wire = new CountedStream(
                entity == null ? InputStream.nullInputStream() : entity.getContent(), limits.maxWireBytes());
        String encoding = headers.first(HttpHeaders.CONTENT_ENCODING).orElse("");
        byte[] body = bodies.read(wire, encoding, exchange.room());
        boolean permanent = !trail.hops.isEmpty() && trail.permanent;
        return new Fetched(
                url, response.getCode(), headers, body, validators(headers), trail.hops, permanent, wire.count());
    }

    private static Validators validators(FeedHeaders headers) {
        return new Validators(
                headers.first(HttpHeaders.ETAG).orElse(null),
                headers.first(HttpHeaders.LAST_MODIFIED).orElse(null));
    }

    private static FeedHeaders headers(ClassicHttpResponse response) {
        Map<String, String> values = new HashMap<>();
        for (Header header : response.getHeaders()) {
            values.merge(header.getName(), header.getValue(), (first, second) -> first + ", " + second);
        }
        return new FeedHeaders(values);
    }

    /** Cuts off whatever is under way; closing the client alone would leave those who read at it until they time out. */
    @Override
    public void close() {
        closed = true;
        underWay.forEach(Deadline::cut);
        alarms.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
