package org.bellwether.ingest.fetch;

import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.bellwether.egress.AddressPolicy;
import org.bellwether.egress.GuardedResolver;
import org.bellwether.egress.WebAddress;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostLimits;
import org.bellwether.ingest.host.Leave;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds over HTTP: conditionally, politely, and never further than the limits and the address policy let it. Thread-safe; one for the
 * whole service, so that connections are shared.
 */
public final class FeedFetcher implements AutoCloseable {

    private static final FetchFailed STOPPED =
            new FetchFailed(FailureKind.IO, "The service stops; ask again when it runs.");

    private final FetchLimits limits;
    private final HostBudgets budgets;
    private final CloseableHttpClient client;
    private final AnswerReader answers;
    private final ScheduledThreadPoolExecutor alarms;
    private final Set<Deadline> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Opens a fetcher.
     *
     * @param userAgent names this software and how to reach whoever runs it (RFC 9110 §10.1.5)
     * @param budgets what hosts may be asked; learns from their answers
     */
    public FeedFetcher(FetchLimits limits, AddressPolicy policy, String userAgent, HostBudgets budgets) {
        this(
                limits,
                PollingClient.open(limits, new GuardedResolver(SystemDefaultDnsResolver.INSTANCE, policy), userAgent),
                budgets,
                InstantSource.system());
    }

    /** A fetcher with budgets of its own, for hosts that only this one asks and that need no rest: nothing but the connections is bounded. */
    public FeedFetcher(FetchLimits limits, AddressPolicy policy, String userAgent) {
        this(
                limits,
                policy,
                userAgent,
                new HostBudgets(
                        new HostLimits(limits.maxConnectionsPerHost(), 1, Duration.ZERO), InstantSource.system()));
    }

    FeedFetcher(FetchLimits limits, CloseableHttpClient client, HostBudgets budgets, InstantSource clock) {
        this.limits = limits;
        this.budgets = budgets;
        this.client = client;
        this.answers = new AnswerReader(limits, clock, budgets);
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
     * Fetches once the host's budget gives leave. Blocks for at most {@link FetchLimits#total()}, and as long again for leave, and as long again
     * where none of a name's addresses takes the connection, plus what the operating system takes to resolve a name. Never throws for what a
     * server does.
     *
     * @param room for the body
     * @return {@link Postponed} when there is no leave in time, of the address's host or of one it redirects to, or when it cannot be
     *     told in time whether that one may be asked
     */
    public FetchResult fetch(FetchRequest request, Room room) {
        return fetch(request, room, null);
    }

    /**
     * The same with leave in hand.
     *
     * @param leave of the address's host, given back here; null to wait for it
     */
    public FetchResult fetch(FetchRequest request, Room room, @Nullable Leave leave) {
        Deadline deadline = new Deadline(limits.total(), alarms);
        try (deadline;
                Exchange exchange = new Exchange(request, room, leave, deadline, budgets, limits)) {
            // In this order: either this sees that it is closed, or who closes it sees this.
            underWay.add(deadline);
            return closed ? STOPPED : follow(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return STOPPED;
        } finally {
            underWay.remove(deadline);
        }
    }

    private FetchResult follow(Exchange exchange) throws InterruptedException {
        Hop hop = Hop.first(exchange.request().url());
        while (hop instanceof Hop.To to) {
            Optional<Postponed> postponed = exchange.enter(to.url());
            if (postponed.isPresent()) {
                return closed ? STOPPED : postponed.get();
            }
            Answer answer = ask(to.url(), exchange, true);
            if (answer instanceof Answer.Final last) {
                return last.result() instanceof FetchFailed failed
                        ? failed.after(exchange.trail().chain())
                        : last.result();
            }
            hop = exchange.step(to.url(), (Answer.Moved) answer);
        }
        if (hop instanceof Hop.Later later) {
            return new Postponed(later.until(), later.reason());
        }
        Hop.No no = (Hop.No) hop;
        return new FetchFailed(no.kind(), "The fetch stopped: " + no.reason() + no.wayOut() + ".")
                .after(exchange.trail().chain());
    }

    /**
     * Asks one address.
     *
     * @param again whether to ask once more when a connection kept from an earlier exchange turns out to have been closed by the server, as
     *     it may at any time (RFC 9112 §9.3.1, §9.5)
     */
    private Answer ask(URI url, Exchange exchange, boolean again) {
        HttpClientContext context = HttpClientContext.create();
        HttpUriRequestBase request = HttpRequests.of(url, exchange.request());
        Deadline deadline = exchange.deadline();
        deadline.watch(request);
        try {
            ClassicHttpResponse response = open(request, context);
            try {
                Answer answer = answers.read(url, response, exchange.request(), exchange.trail(), exchange.room());
                return deadline.expired() ? overrun(url) : answer;
            } finally {
                // Closing alone would first read whatever the server still has to say.
                request.cancel();
                closeQuietly(response);
            }
        } catch (NoRoomException e) {
            return new Answer.Final(new NoRoom());
        } catch (HttpException e) {
            return failed(url, new IOException("it does not speak HTTP: " + e.getMessage(), e), deadline);
        } catch (NoHttpResponseException | SocketException e) {
            boolean kept = isKept(context) && !deadline.expired() && !closed;
            return again && kept ? ask(url, exchange, false) : failed(url, e, deadline);
        } catch (IOException e) {
            return failed(url, e, deadline);
        } catch (RuntimeException e) {
            // Cut off at an odd moment, the client stumbles: over a closed pool, or a connection that is gone.
            if (closed) {
                return new Answer.Final(STOPPED);
            }
            if (deadline.expired()) {
                return overrun(url);
            }
            throw e;
        }
    }

    private ClassicHttpResponse open(HttpUriRequestBase request, HttpClientContext context)
            throws IOException, HttpException {
        HttpHost host = RoutingSupport.determineHost(request);
        try {
            return client.executeOpen(host, request, context);
        } catch (IllegalArgumentException e) {
            // It takes any three digits for a status code, and objects to 000 when it makes an object of them.
            throw new ProtocolException(e.getMessage(), e);
        }
    }

    private static boolean isKept(HttpClientContext context) {
        @Nullable EndpointDetails connection = context.getEndpointDetails();
        return connection != null && connection.getRequestCount() > 1;
    }

    /** The connection was cut on purpose: a complaint about that must not hide why. */
    private static void closeQuietly(ClassicHttpResponse response) {
        Closer.closeQuietly(response);
    }

    private Answer failed(URI url, IOException e, Deadline deadline) {
        return deadline.expired() ? overrun(url) : new Answer.Final(Diagnosis.of(e, WebAddress.host(url)));
    }

    private Answer overrun(URI url) {
        return new Answer.Final(Diagnosis.ofOverrun(WebAddress.host(url), limits));
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
