package org.bellwether.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A store that speaks the MongoDB wire protocol, with its data in one file under {@code directory}. */
public final class EmbeddedStore implements AutoCloseable {

    // It would spell out every message for its debug log. Held, as the log manager forgets the level of a logger that
    // nobody holds.
    private static final Logger LIBRARY = Logger.getLogger("de.bwaldvogel");

    static {
        LIBRARY.setLevel(Level.WARNING);
    }

    private final Path file;
    private final Address address;
    private MongoServer server;

    /**
     * Starts on the data that is there.
     *
     * @param directory kept between starts
     * @param address where clients connect
     * @throws IOException when the directory cannot be written, or holds what another build wrote in another form
     */
    public static EmbeddedStore start(Path directory, Address address) throws IOException {
        Files.createDirectories(directory);
        Path former = directory.resolve("store.mv");
        if (Files.exists(former)) {
            throw new IOException(former + " is of an earlier build and cannot be read; move it away to start anew");
        }
        return new EmbeddedStore(directory.resolve("documents.mv"), address);
    }

    private EmbeddedStore(Path file, Address address) {
        this.file = file;
        this.address = address;
        this.server = boot();
    }

    /** {@code mongodb://host:port}. */
    public String connectionString() {
        return "mongodb://" + address.reachable();
    }

    /** Stops, keeping the data; {@link #restart()} goes on from it. */
    public void stop() {
        server.shutdown();
    }

    /** Starts again on the same data and port; where that fails, a later call may succeed. */
    public void restart() {
        server = boot();
    }

    @Override
    public void close() {
        stop();
    }

    private MongoServer boot() {
        MongoServer booted = new MongoServer(new StoreBackend(file.toString()));
        boolean bound = false;
        try {
            booted.bind(address.host(), address.port());
            bound = true;
            return booted;
        } finally {
            // Not by a catch: the library throws checked exceptions undeclared. Its file would stay locked.
            if (!bound) {
                booted.shutdown();
            }
        }
    }
}
