package org.bellwether.ingest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.backend.StoreRefusedException;
import org.bellwether.ingest.catalogue.Edition;
import org.bellwether.ingest.catalogue.LiveCatalogue;
import org.bellwether.ingest.lease.NameTakenException;
import org.bellwether.ingest.lease.Tenure;
import org.jboss.logging.Logger;

/**
 * Lets polling follow the catalogue and this instance's share of it: at once what is changed here, within seconds what is
 * changed at another instance, or when one comes or goes.
 */
final class ShareFollower implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ShareFollower.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration UNFINISHED = Duration.ofMillis(200);
    private static final Duration REMIND_EVERY = Duration.ofMinutes(1);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(2);

    private final LiveCatalogue live;
    private final Tenure tenure;
    private final Share share;
    private final Wishes wishes;
    private final Tidings tidings;
    private final InstantSource clock;
    private final Reminder reminder = new Reminder(REMIND_EVERY);
    private final Thread thread = new Thread(this::run, "share-follower");
    private volatile boolean ending;

    ShareFollower(LiveCatalogue live, Tenure tenure, Share share, Wishes wishes, Tidings tidings, InstantSource clock) {
        this.live = live;
        this.tenure = tenure;
        this.share = share;
        this.wishes = wishes;
        this.tidings = tidings;
        this.clock = clock;
    }

    /**
     * Lets polling begin with this instance's share.
     *
     * @throws BackendAwayException when broker or store went away meanwhile; begin again then
     */
    void begin() throws NameTakenException {
        share.begin(live);
        thread.setDaemon(true);
        thread.start();
    }

    /** Follows no longer; returns when that has come to its end, or will not within a moment. */
    @Override
    public void close() {
        ending = true;
        Ending.of(thread, ENDS_WITHIN);
    }

    /**
     * Lets the others have this instance's share at once; to be called when no poll begins any more. Is something still being
     * polled, they take over when the beats have ended for long enough, as after a kill.
     */
    void handOn() {
        Set<String> inHand = share.inHand();
        if (thread.isAlive() || !inHand.isEmpty()) {
            LOG.infof("Other instances take over in some seconds: polls of %s have not ended", inHand);
            return;
        }
        try {
            tenure.end();
        } catch (BackendAwayException | StoreRefusedException e) {
            LOG.infof("Other instances take over in some seconds: %s", e.getMessage());
        }
    }

    private void run() {
        try {
            while (!ending) {
                live.await(share.followed().catalogue(), pause());
                if (!follow() && !ending) {
                    TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pause() {
        if (share.isOpen()) {
            return UNFINISHED;
        }
        return share.isAwaiting() ? tenure.rhythm().dividedBy(2) : tenure.rhythm();
    }

    private boolean follow() {
        try {
            // The catalogue comes first: who joins after the round's look at the others reads no older one.
            live.refresh();
            Edition now = live.edition();
            tidings.tellOfBroker();
            share.follow(now);
            wishes.grant(now.catalogue(), share::pollNow);
            if (share.isUntold() && tidings.tell(share.unfinished())) {
                share.told();
            }
            tidings.lookAtOthers(now.catalogue(), share.here());
            tidings.review(share.unfinished());
            return true;
        } catch (NameTakenException e) {
            share.drop();
            remind(String.valueOf(e.getMessage()));
        } catch (BackendAwayException e) {
            remind("Catalogue and share are followed later: " + e.getMessage());
        } catch (RuntimeException e) {
            if (!ending && reminder.isDue(e.toString(), clock.instant())) {
                LOG.error("Catalogue and share are followed later", e);
            }
        }
        return false;
    }

    private void remind(String reason) {
        if (!ending && reminder.isDue(reason, clock.instant())) {
            LOG.warn(reason);
        }
    }
}
