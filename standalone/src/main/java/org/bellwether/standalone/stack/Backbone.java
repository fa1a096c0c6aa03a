package org.bellwether.standalone.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedBroker;
import org.bellwether.embedded.EmbeddedStore;

/**
 * Broker and store, in this JVM.
 *
 * @param broker with the topics
 * @param store with the services' databases
 */
public record Backbone(EmbeddedBroker broker, EmbeddedStore store) implements AutoCloseable {

    private static final int LONGEST_STOP_SECONDS = 3;

    /**
     * Starts both at once.
     *
     * @throws IOException when a directory cannot be written or a port not be bound
     */
    public static Backbone start(Path kafka, Address clients, int controller, Path data, Address store)
            throws IOException {
        CompletableFuture<EmbeddedStore> starting = CompletableFuture.supplyAsync(() -> {
            try {
                return EmbeddedStore.start(data, store);
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
        EmbeddedBroker broker = startBeside(starting, kafka, clients, controller);
        try {
            return new Backbone(broker, starting.join());
        } catch (CompletionException e) {
            broker.close();
            throw new IOException("the store does not start on " + store.bound() + " with " + data, e);
        }
    }

    /** A broker that does not start must not leave the store running, with its port and the lock on its file. */
    private static EmbeddedBroker startBeside(
            CompletableFuture<EmbeddedStore> store, Path kafka, Address clients, int controller) throws IOException {
        boolean started = false;
        try {
            EmbeddedBroker broker = EmbeddedBroker.start(kafka, clients, controller);
            started = true;
            return broker;
        } finally {
            if (!started) {
                store.handle((running, failure) -> {
                            if (running != null) {
                                running.close();
                            }
                            return failure;
                        })
                        .join();
            }
        }
    }

    /** Stops broker, then store. A broker that takes its time is left to the end of this JVM; it recovers from its log. */
    @Override
    public void close() {
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(broker::close);
        try {
            stopping.get(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // Nothing more can be done for it.
            stopping.cancel(true);
        }
        store.close();
    }
}
