package org.bellwether.alert.channel;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.bellwether.egress.GuardedResolver;

/**
 * Posts JSON to addresses that readers gave. The guard judges the address when it is resolved, so a name that changes
 * its mind between check and use gains nothing, and redirects are not followed. Only the head of an answer counts; its body
 * is never read, so that a receiver cannot hold a delivery up once it has said that it took it.
 */
public final class PostTransport implements Closeable {

    private static final int MOST_CONNECTIONS = 32;

    private final CloseableHttpClient client;
    private final DestinationGuard guard;
    private final InstantSource clock;
    private final Duration total;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "post-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * A post takes no longer than both timeouts together, however slowly the answer comes.
     *
     * @param connect timeout to connect
     * @param response timeout for the answer
     */
    public PostTransport(DestinationGuard guard, InstantSource clock, Duration connect, Duration response) {
        this.guard = guard;
        this.clock = clock;
        this.total = connect.plus(response);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedResolver(SystemDefaultDnsResolver.INSTANCE, guard))
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(MOST_CONNECTIONS / 4)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(connect))
                                .setSocketTimeout(Timeout.of(response))
                                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(response))
                        .setConnectionRequestTimeout(Timeout.of(connect))
                        .build())
                .setUserAgent("Bellwether")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** Blocks until the other side answered or a timeout passed. */
    public Outcome post(String address, String json, Map<String, String> headers) {
        URI uri;
        try {
            uri = guard.admit(address);
        } catch (ForbiddenDestinationException e) {
            return new Outcome.Rejected(reason(e));
        }
        HttpPost post = new HttpPost(uri);
        headers.forEach(post::setHeader);
        post.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        ScheduledFuture<?> deadline = deadlines.schedule(post::cancel, total.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return head(post, uri);
        } catch (ForbiddenDestinationException e) {
            return new Outcome.Rejected(reason(e));
        } catch (IOException e) {
            return new Outcome.Retry("no answer: " + e.getClass().getSimpleName());
        } finally {
            deadline.cancel(false);
        }
    }

    private Outcome head(HttpPost post, URI uri) throws IOException {
        ClassicHttpResponse response = client.executeOpen(HttpHost.create(uri), post, HttpClientContext.create());
        try {
            return outcome(response);
        } finally {
            // The connection first: closing the answer alone would read its body to the end.
            post.cancel();
            Closer.closeQuietly(response);
        }
    }

    private Outcome outcome(ClassicHttpResponse response) {
        return HttpAnswers.outcome(
                response.getCode(),
                response.getFirstHeader(HttpHeaders.RETRY_AFTER) == null
                        ? ""
                        : response.getFirstHeader(HttpHeaders.RETRY_AFTER).getValue(),
                clock.instant());
    }

    private static String reason(ForbiddenDestinationException e) {
        return e.getMessage() == null ? "the destination is not allowed" : e.getMessage();
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }
}
