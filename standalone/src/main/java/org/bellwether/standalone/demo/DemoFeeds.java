package org.bellwether.standalone.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.bellwether.embedded.Address;

/** The running demo feeds. */
public final class DemoFeeds implements AutoCloseable {
    private final HttpServer server;
    private final URI index;
    private final Instant started;

    private DemoFeeds(HttpServer server, URI index, Instant started) {
        this.server = server;
        this.index = index;
        this.started = started;
    }

    /**
     * Listens, and lets the week begin now.
     *
     * @param address to listen on
     * @param clock by which items appear
     */
    public static DemoFeeds start(Address address, InstantSource clock) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(address.host(), address.port()), 0);
            server.start();
            return new DemoFeeds(server, URI.create("http://" + address.reachable() + "/"), clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException("demo feeds cannot listen on " + address.bound(), e);
        }
    }

    /** The page that lists the feeds. */
    public URI index() {
        return index;
    }

    /**
     * Writes the catalogue through which an ingest service reads these feeds.
     *
     * @param dir existing directory
     * @return the file written
     */
    public Path writeCatalogue(Path dir) throws IOException {
        return Files.writeString(dir.resolve("demo-catalogue.yaml"), "# begun " + started + "\nfeeds: []\n");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
