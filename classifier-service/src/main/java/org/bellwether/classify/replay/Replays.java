package org.bellwether.classify.replay;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bellwether.classify.reload.TaxonomyInForce;

/** Begins replays, one at a time in all instances, each on a thread beside the line. */
@Singleton
public final class Replays {

    private static final int FAREWELL_SECONDS = 2;

    private final MongoReplays replays;
    private final ReplayRun run;
    private final TaxonomyInForce taxonomy;
    private final InstantSource clock;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "replay");
        thread.setDaemon(true);
        return thread;
    });

    public Replays(MongoReplays replays, ReplayRun run, TaxonomyInForce taxonomy, InstantSource clock) {
        this.replays = replays;
        this.run = run;
        this.taxonomy = taxonomy;
        this.clock = clock;
    }

    /**
     * Begins one; it goes on by itself.
     *
     * @param from inclusive (UTC)
     * @param to exclusive
     * @return empty while another is running
     */
    public Optional<Replay> begin(Instant from, Instant to, String by) {
        Instant now = clock.instant();
        Replay replay = Replay.begin(UUID.randomUUID().toString(), from, to, by, now, taxonomy.version());
        if (!replays.take(replay.id(), now)) {
            return Optional.empty();
        }
        replays.save(replay);
        replays.trim();
        executor.execute(() -> run.run(replay));
        return Optional.of(replay);
    }

    /** Leaves the replay under way the time to write that it was interrupted. */
    @PreDestroy
    void stop() throws InterruptedException {
        executor.shutdownNow();
        executor.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS);
    }
}
