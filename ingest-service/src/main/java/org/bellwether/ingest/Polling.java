package org.bellwether.ingest;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.backend.Backends;
import org.bellwether.ingest.lease.NameTakenException;
import org.bellwether.ingest.poll.PollLoop;
import org.jboss.logging.Logger;

/** Begins as soon as broker and store are both there for the first time, however long that takes. */
@Singleton
final class Polling implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Polling.class);
    private static final long LOOK_MILLIS = 100;
    private static final long RETRY_MILLIS = 1000;
    private static final Duration REMIND_EVERY = Duration.ofMinutes(1);
    private static final long FORGET_HOURS = 24;
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(2);

    private final Backends backends;
    private final ShareFollower follower;
    private final PollLoop loop;
    private final Memory memory;
    private final InstantSource clock;
    private final Reminder reminder = new Reminder(REMIND_EVERY);
    private final Thread thread = new Thread(this::run, "ingest-start");

    Polling(Backends backends, ShareFollower follower, PollLoop loop, Memory memory, InstantSource clock) {
        this.backends = backends;
        this.follower = follower;
        this.loop = loop;
        this.memory = memory;
        this.clock = clock;
    }

    void start() {
        backends.start();
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends polling, and then hands on what is polled no more. */
    @Override
    public void close() {
        if (abandon()) {
            follower.handOn();
        }
    }

    /**
     * Ends without handing anything on, as a process does that is killed.
     *
     * @return whether polling has not just begun after all
     */
    boolean abandon() {
        boolean ended = Ending.of(thread, ENDS_WITHIN);
        follower.close();
        loop.close();
        backends.close();
        return ended;
    }

    private void run() {
        try {
            awaitBackends();
            while (!began()) {
                TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
                awaitBackends();
            }
            while (true) {
                memory.forget(clock.instant());
                TimeUnit.HOURS.sleep(FORGET_HOURS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The backends themselves tell that they are away. */
    private void awaitBackends() throws InterruptedException {
        while (backends.away().isPresent()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private boolean began() {
        try {
            memory.prepare();
            follower.begin();
            return true;
        } catch (BackendAwayException | NameTakenException e) {
            String reason = String.valueOf(e.getMessage());
            if (reminder.isDue(reason, clock.instant())) {
                LOG.warnf("Polling begins later: %s", reason);
            }
            return false;
        } catch (RuntimeException e) {
            if (reminder.isDue(e.toString(), clock.instant())) {
                LOG.error("Polling begins later", e);
            }
            return false;
        }
    }
}
