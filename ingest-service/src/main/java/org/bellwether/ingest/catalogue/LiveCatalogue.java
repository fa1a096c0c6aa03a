package org.bellwether.ingest.catalogue;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The catalogue of now: the file, and over it what people changed, here or at another instance. A change is in the store
 * before it is here. Safe for use by many threads.
 */
public final class LiveCatalogue {

    private static final Logger LOG = Logger.getLogger(LiveCatalogue.class);
    /** Others are that much faster only when they change without end. */
    private static final int MOST_TRIES = 50;

    private final Catalogue file;
    private final CatalogueChanges steps;
    private final Function<URI, String> identity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Snapshot snapshot;
    private volatile boolean refreshed;

    private record Snapshot(
            long revision, Map<String, FeedChange> changes, Catalogue catalogue, List<String> passedOver) {}

    /**
     * As in the file, until it is {@linkplain #refresh refreshed}.
     *
     * @param file as it was read
     * @param steps taken by all instances
     * @param identity what two spellings of one address share
     */
    public LiveCatalogue(Catalogue file, CatalogueChanges steps, Function<URI, String> identity) {
        this.file = file;
        this.steps = steps;
        this.identity = identity;
        this.snapshot = new Snapshot(0, Map.of(), file, List.of());
    }

    /** The catalogue as it is known here. */
    public Catalogue current() {
        return snapshot.catalogue();
    }

    /** The same; empty until it was first {@linkplain #refresh refreshed}, as what people changed may be missing till then. */
    public Optional<Catalogue> whole() {
        return refreshed ? Optional.of(current()) : Optional.empty();
    }

    /** The catalogue as it is known here, with how far people's changes are in it. */
    public Edition edition() {
        Snapshot now = snapshot;
        return new Edition(now.revision(), now.catalogue());
    }

    /** All that people changed, by feed, in the order in which they began to. */
    public List<FeedChange> changes() {
        return List.copyOf(snapshot.changes().values());
    }

    /**
     * Takes over what other instances changed.
     *
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store cannot be asked
     */
    public Catalogue refresh() {
        lock.lock();
        try {
            List<ChangeStep> news = steps.after(snapshot.revision());
            if (!news.isEmpty()) {
                takeOver(news);
            }
            refreshed = true;
            return current();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a change that is known here.
     *
     * @param seen returns at once when the catalogue is another by now
     * @param patience longest wait
     */
    public Catalogue await(Catalogue seen, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (current() == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
            return current();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Changes the catalogue in one step, or not at all.
     *
     * @param planner decides by the catalogue of now; asked again when another instance changed it meanwhile
     * @return the plan that was carried out
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store did not say that it has taken it
     * @throws org.bellwether.ingest.backend.StoreRefusedException when it will not take it
     */
    public <P extends Plan> P change(Function<Catalogue, P> planner) {
        lock.lock();
        try {
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                P plan = planner.apply(refresh());
                ChangeStep step = new ChangeStep(snapshot.revision() + 1, plan.changes());
                if (step.changes().isEmpty()) {
                    return plan;
                }
                if (steps.append(step)) {
                    takeOver(List.of(step));
                    return plan;
                }
            }
            throw new IllegalStateException("others change the catalogue all the time");
        } finally {
            lock.unlock();
        }
    }

    private void takeOver(List<ChangeStep> news) {
        Map<String, FeedChange> changes = new LinkedHashMap<>(snapshot.changes());
        long revision = snapshot.revision();
        for (ChangeStep step : news) {
            if (step.whole()) {
                changes.clear();
            }
            for (FeedChange change : step.changes()) {
                if (change.isNone()) {
                    changes.remove(change.feedId());
                } else {
                    changes.put(change.feedId(), change);
                }
            }
            revision = step.revision();
        }
        Overlay overlay = Overlay.of(file, changes, identity);
        overlay.passedOver().stream()
                .filter(reason -> !snapshot.passedOver().contains(reason))
                .forEach(reason -> LOG.warnf("Passed over in the catalogue: %s", reason));
        snapshot = new Snapshot(revision, changes, overlay.catalogue(), overlay.passedOver());
        changed.signalAll();
    }
}
