package org.bellwether.standalone.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bellwether.embedded.Address;

/** The server of the demo's feeds, whose week begins when it starts. */
public final class DemoFeeds implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int WAITING = 64;

    private final HttpServer server;
    private final ExecutorService pool;
    private final ScheduledExecutorService later;
    private final Week week;

    private DemoFeeds(HttpServer server, ExecutorService pool, ScheduledExecutorService later, Week week) {
        this.server = server;
        this.pool = pool;
        this.later = later;
        this.week = week;
    }

    /**
     * Reads the script and lets the week begin now.
     *
     * @param address to listen on
     * @param clock by which items appear
     * @throws BadScriptException if the script has a mistake, naming file and place
     * @throws UncheckedIOException if the address is taken
     */
    public static DemoFeeds start(Address address, InstantSource clock) {
        Script script = ScriptReader.shipped().read();
        Week week = new Week(script, clock, URI.create("http://" + address.reachable() + "/"));
        HttpServer server = listen(address);
        ExecutorService pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                named("demo-feeds"),
                // Too many at once: the server's own thread works too, and takes no new connection meanwhile.
                new ThreadPoolExecutor.CallerRunsPolicy());
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(named("demo-feeds-slow"));
        server.setExecutor(pool);
        server.createContext("/", new PageHandler(week));
        server.createContext("/feeds/", new FeedHandler(week, later));
        server.start();
        return new DemoFeeds(server, pool, later, week);
    }

    private static HttpServer listen(Address address) {
        try {
            return HttpServer.create(new InetSocketAddress(address.host(), address.port()), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("demo feeds cannot listen on " + address.bound(), e);
        }
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** The page that lists the feeds. */
    public URI index() {
        return week.server();
    }

    /**
     * Writes the catalogue through which an ingest service reads these feeds.
     *
     * @param dir existing directory
     * @return the file written
     */
    public Path writeCatalogue(Path dir) throws IOException {
        Path file = dir.resolve("demo-catalogue.yaml");
        DemoCatalogue.of(week.feeds(), week.server()).writeTo(file);
        return file;
    }

    @Override
    public void close() {
        server.stop(0);
        later.shutdownNow();
        pool.shutdownNow();
    }
}
