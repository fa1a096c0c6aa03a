package org.bellwether.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for this machine that everything in this process trusts from now on, as an operator has Java trust one: by its
 * system property. Nothing about how certificates are checked is changed.
 */
final class TestTls {

    private static final String STORE = "javax.net.ssl.trustStore";
    private static final String PASSWORD = "changeit";

    private TestTls() {}

    /**
     * To be called before a client is opened that is to trust it. Tests are loaded by more than one class loader, and there is
     * one property for all: whoever comes later takes the certificate that is there.
     */
    static synchronized Path trusted() {
        String known = System.getProperty(STORE);
        if (known != null) {
            return Path.of(known);
        }
        Path file = made();
        System.setProperty("javax.net.ssl.trustStoreType", "PKCS12");
        System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
        System.setProperty(STORE, file.toString());
        return file;
    }

    /** For a server on 127.0.0.1. */
    static SSLContext identity() {
        try (InputStream in = Files.newInputStream(trusted())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JDK's own tool: the API behind it is not public. */
    private static Path made() {
        try {
            Path directory = Files.createTempDirectory("tls");
            Path file = directory.resolve("this-machine.p12");
            String tool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            Process process = new ProcessBuilder(List.of(
                            tool,
                            "-genkeypair",
                            "-alias",
                            "this",
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-dname",
                            "CN=this machine",
                            "-ext",
                            "san=ip:127.0.0.1",
                            "-validity",
                            "300",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            PASSWORD))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("keytool.log").toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("keytool failed; see " + directory);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
