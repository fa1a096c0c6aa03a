package org.bellwether.standalone;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A process that behaves as a service does towards its launcher, and badly when its working directory says so. */
public final class FakeService {

    /** In the working directory: end by itself. */
    public static final String DIE = "die";

    /** In the working directory: do not end when asked to. */
    public static final String STUBBORN = "stubborn";

    private static final Path HERE = Path.of("").toAbsolutePath();

    private FakeService() {}

    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            check(Path.of(args[1]));
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(FakeService::stopping));
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        System.out.println("2026-11-20 12:00:00,000 INFO  [fake] (main) started");
        while (!Files.exists(HERE.resolve(DIE))) {
            LockSupport.parkNanos(20_000_000);
        }
        System.out.println("2026-11-20 12:00:01,000 ERROR [fake] (main) the disk is full");
        System.out.println("java.io.IOException: no space");
        System.out.println("\tat Somewhere.write(Somewhere.java:1)");
        Runtime.getRuntime().halt(3);
    }

    private static void check(Path file) throws IOException {
        if (Files.readString(file).contains("bad")) {
            System.err.println(file.getFileName() + ", line 3, feeds[0].url: not a URL");
            System.err.println(file.getFileName() + ", line 9, feeds[4].id: is missing");
            System.exit(1);
        }
    }

    private static void stopping() {
        try {
            if (Files.exists(HERE.resolve(STUBBORN))) {
                new CountDownLatch(1).await();
            }
            Files.writeString(
                    HERE.resolveSibling("stopped.txt"),
                    HERE.getFileName() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A project whose three artifacts are all this. */
    static void install(Path root) throws IOException {
        for (String service : org.bellwether.standalone.stack.Services.NAMES) {
            Path jar = root.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
            Files.createDirectories(jar.getParent());
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
            String entry = FakeService.class.getName().replace('.', '/') + ".class";
            try (OutputStream out = Files.newOutputStream(jar);
                    JarOutputStream jarOut = new JarOutputStream(out, manifest);
                    var bytes = FakeService.class.getClassLoader().getResourceAsStream(entry)) {
                jarOut.putNextEntry(new JarEntry(entry));
                bytes.transferTo(jarOut);
            }
        }
    }
}
