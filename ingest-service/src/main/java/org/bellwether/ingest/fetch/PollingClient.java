package org.bellwether.ingest.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.StandardConstants;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client with everything off that would act behind the fetcher's back: redirects, retries, cookies, credentials, proxies taken from
 * the environment, transparent decompression, the wish for another protocol, which some servers refuse instead of passing over.
 */
final class PollingClient {

    private static final int MAX_HEADERS = 200;
    private static final int MAX_HEADER_CHARS = 16 << 10;

    private PollingClient() {}

    static CloseableHttpClient open(FetchLimits limits, DnsResolver resolver, String userAgent) {
        return open(limits, resolver, userAgent, SSLContexts.createDefault());
    }

    /**
     * @param trust whose certificates are believed; names and dates are checked in any case
     */
    static CloseableHttpClient open(FetchLimits limits, DnsResolver resolver, String userAgent, SSLContext trust) {
        return HttpClients.custom()
                .setConnectionManager(connections(limits, resolver, trust))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(limits.total()))
                        .setResponseTimeout(timeout(limits.read()))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setRoutePlanner(new DefaultRoutePlanner(null))
                .setUserAgent(userAgent)
                .evictExpiredConnections()
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(
            FetchLimits limits, DnsResolver resolver, SSLContext trust) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(tls(trust))
                .setDnsResolver(FirstAddresses.of(resolver, limits))
                .setMaxConnTotal(limits.maxConnections())
                .setMaxConnPerRoute(limits.maxConnectionsPerHost())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(limits.connect()))
                        .setSocketTimeout(timeout(limits.read()))
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(timeout(limits.connect()))
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MAX_HEADERS)
                                .setMaxLineLength(MAX_HEADER_CHARS)
                                .build())
                        .build())
                .build();
    }

    /** The JDK neither tells the server a name with an underscore nor looks for one in a certificate; the client does. */
    private static TlsSocketStrategy tls(SSLContext trust) {
        TlsSocketStrategy usual = new DefaultClientTlsStrategy(trust);
        return (socket, target, port, attachment, context) -> {
            TlsSocketStrategy strategy = target.contains("_") ? new UnderscoredTls(trust, target) : usual;
            return strategy.upgrade(socket, target, port, attachment, context);
        };
    }

    private static final class UnderscoredTls extends DefaultClientTlsStrategy {

        private final String name;

        UnderscoredTls(SSLContext trust, String name) {
            super(trust, HostnameVerificationPolicy.CLIENT, HttpsSupport.getDefaultHostnameVerifier());
            this.name = name;
        }

        @Override
        protected void initializeSocket(SSLSocket socket) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new UncheckedName(name)));
            socket.setSSLParameters(parameters);
        }
    }

    /** The JDK's own holds names to the rules for host names. */
    private static final class UncheckedName extends SNIServerName {

        UncheckedName(String name) {
            super(StandardConstants.SNI_HOST_NAME, name.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }
}
