package org.bellwether.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.core5.ssl.SSLContexts;
import org.bellwether.ingest.fetch.FailureKind.Category;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real TLS servers whose certificates are wrong in one way each, and a fetcher that trusts whoever signed them, or not. */
class TlsFaultTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # begins | names         | trusted | kind
            -400d    | ip:127.0.0.1  | true    | TLS_EXPIRED
            +30d     | ip:127.0.0.1  | true    | TLS_EXPIRED
            -1d      | dns:other.org | true    | TLS_NAME
            -1d      | ip:127.0.0.1  | false   | TLS_UNTRUSTED
            """)
    void isToldApartByWhatIsWrongWithTheCertificate(String begins, String names, boolean trusted, FailureKind kind)
            throws Exception {
        KeyStore certificate = certificate(begins, names);

        FetchFailed failed = (FetchFailed) fetch(certificate, trusted, "TLSv1.3");

        assertThat(failed.kind()).isEqualTo(kind);
        assertThat(failed.kind().category()).isEqualTo(Category.CERTIFICATE);
        assertThat(failed.diagnosis()).contains("certificate checks are never switched off");
    }

    @Test
    void isNoneWhereTheCertificateIsInOrder() throws Exception {
        FetchResult result = fetch(certificate("-1d", "ip:127.0.0.1"), true, "TLSv1.3");

        assertThat(result).isInstanceOf(Fetched.class);
    }

    @Test
    void isTheHandshakeWhereNoVersionIsCommon() throws Exception {
        FetchFailed failed = (FetchFailed) fetch(certificate("-1d", "ip:127.0.0.1"), true, "TLSv1");

        assertThat(failed.kind()).isEqualTo(FailureKind.TLS_HANDSHAKE);
        assertThat(failed.diagnosis()).contains("too old");
    }

    @Test
    void tellsTheServerItsNameAsBrowsersDoEvenWithAnUnderscore() throws Exception {
        HostBudgets budgets = new HostBudgets(HostLimits.DEFAULT, InstantSource.system());
        Site.Names loopback = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                FeedFetcher fetcher = Site.fetcher(Site.LIMITS, budgets, loopback, SSLContexts.createDefault())) {
            CompletableFuture<String> greeting = CompletableFuture.supplyAsync(() -> firstRecord(server));
            URI url = URI.create("https://user_name.example.org:" + server.getLocalPort() + "/feed");

            fetcher.fetch(new FetchRequest(url, Validators.NONE), Site.room());

            assertThat(greeting.get(5, TimeUnit.SECONDS)).contains("user_name.example.org");
        }
    }

    /** RFC 8446 §5.1. */
    private static String firstRecord(ServerSocket server) {
        try (Socket client = server.accept()) {
            ByteBuffer header = ByteBuffer.wrap(client.getInputStream().readNBytes(5));
            byte[] record = client.getInputStream().readNBytes(header.getShort(3));
            return new String(record, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FetchResult fetch(KeyStore certificate, boolean trusted, String version) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SSLContext identity = identity(certificate);
        server.setHttpsConfigurator(new HttpsConfigurator(identity) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters chosen = identity.getDefaultSSLParameters();
                chosen.setProtocols(new String[] {version});
                parameters.setSSLParameters(chosen);
            }
        });
        server.createContext("/", exchange -> {
            try (exchange) {
                Site.answer(exchange, 200, new byte[] {'<'});
            }
        });
        server.start();
        HostBudgets budgets = new HostBudgets(HostLimits.DEFAULT, InstantSource.system());
        SSLContext trust = trusted ? trusting(certificate) : SSLContexts.createDefault();
        try (FeedFetcher fetcher = Site.fetcher(Site.LIMITS, budgets, InetAddress::getAllByName, trust)) {
            URI url = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/feed");
            return fetcher.fetch(new FetchRequest(url, Validators.NONE), Site.room());
        } finally {
            server.stop(0);
        }
    }

    /** A server's certificate and that of the authority that signed it. */
    private KeyStore certificate(String begins, String names) throws Exception {
        Path file = directory.resolve("server.p12");
        keytool(file, "ca", "-400d", "-ext", "bc:critical=ca:true");
        keytool(file, "server", begins, "-ext", "san=" + names, "-signer", "ca");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    /** The JDK's own tool: the API behind it is not public. */
    private void keytool(Path file, String alias, String begins, String... more) throws Exception {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(tool, "-genkeypair", "-alias", alias));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + alias));
        command.addAll(List.of("-startdate", begins, "-validity", alias.equals("ca") ? "4000" : "300"));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", file.toString()));
        command.addAll(List.of("-storepass", new String(PASSWORD)));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("keytool").isZero();
    }

    private static SSLContext identity(KeyStore certificate) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(certificate, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext trusting(KeyStore certificate) throws GeneralSecurityException, IOException {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, PASSWORD);
        anchors.setCertificateEntry("ca", certificate.getCertificate("ca"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
