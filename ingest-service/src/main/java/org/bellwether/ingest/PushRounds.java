package org.bellwether.ingest;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.backend.Backends;
import org.bellwether.ingest.push.Rounds;
import org.jboss.logging.Logger;

/** Lets the rounds of subscriptions begin with the service, and end with it; none is made where hubs have no address to call. */
@Singleton
final class PushRounds {

    private static final Logger LOG = Logger.getLogger(PushRounds.class);
    private static final long ROUND_MILLIS = 1_000;
    private static final Duration REMIND_EVERY = Duration.ofMinutes(1);
    private static final int ASKING = 8;

    private final Rounds rounds;
    private final Backends backends;
    private final WebSubSettings settings;
    private final InstantSource clock;
    private final Reminder reminder = new Reminder(REMIND_EVERY);
    private final Thread thread = new Thread(this::run, "websub-rounds");
    private final ExecutorService asking = Executors.newFixedThreadPool(ASKING, task -> {
        Thread asker = new Thread(task, "websub-hubs");
        asker.setDaemon(true);
        return asker;
    });

    PushRounds(Rounds rounds, Backends backends, WebSubSettings settings, InstantSource clock) {
        this.rounds = rounds;
        this.backends = backends;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (settings.terms().areGiven()) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    void end(@Observes ShutdownEvent event) {
        thread.interrupt();
        asking.shutdownNow();
    }

    private void run() {
        boolean begun = false;
        try {
            while (true) {
                begun = begun || attempt(rounds::begin);
                if (begun) {
                    attempt(() -> rounds.make(asking));
                }
                TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The backends themselves tell that the store is away. */
    private boolean attempt(Runnable work) {
        if (backends.storeTrouble().isPresent()) {
            return false;
        }
        try {
            work.run();
            return true;
        } catch (BackendAwayException e) {
            LOG.debugf("Subscriptions are seen to later: %s", e.getMessage());
        } catch (RuntimeException e) {
            if (reminder.isDue(e.toString(), clock.instant())) {
                LOG.error("Subscriptions are seen to later", e);
            }
        }
        return false;
    }
}
