package org.bellwether.ingest;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostPenalty;
import org.bellwether.ingest.host.MongoHostPenalties;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sees to it that a host which wants to be left alone is left alone after a restart, too, and by another instance that takes it over, and for as long as it would have been without. */
@Singleton
final class HostMemory implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(HostMemory.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final HostBudgets budgets;
    private final MongoHostPenalties penalties;
    private final Thread thread = new Thread(this::run, "host-penalties");
    private final Map<String, HostPenalty> saved = new HashMap<>();

    HostMemory(HostBudgets budgets, MongoHostPenalties penalties) {
        this.budgets = budgets;
        this.penalties = penalties;
    }

    /**
     * Takes over what was saved, and saves from now on.
     *
     * @throws BackendAwayException when the store cannot be asked; begin again then
     */
    void begin() {
        resume();
        if (thread.getState() == Thread.State.NEW) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * Takes over what was saved and is not known here: all of it at the start, and later what other instances have saved since. What an
     * operator took back here stays so.
     *
     * @throws BackendAwayException when the store cannot be asked
     */
    synchronized void resume() {
        List<HostPenalty> news = penalties.all().stream().filter(this::isNews).toList();
        news.forEach(penalty -> saved.put(penalty.host(), penalty));
        budgets.resume(news);
    }

    private boolean isNews(HostPenalty penalty) {
        @Nullable HostPenalty known = saved.get(penalty.host());
        return known == null || known.until().isBefore(penalty.until());
    }

    /**
     * Saves what has changed.
     *
     * @throws BackendAwayException when the store did not take it
     */
    synchronized void save() {
        Map<String, HostPenalty> now = byHost(budgets.remembered());
        List<HostPenalty> changed = now.values().stream()
                .filter(penalty -> !penalty.equals(saved.get(penalty.host())))
                .toList();
        List<HostPenalty> over = saved.values().stream()
                .filter(penalty -> !now.containsKey(penalty.host()))
                .toList();
        penalties.save(changed, over);
        saved.clear();
        saved.putAll(now);
    }

    void end(@Observes ShutdownEvent event) {
        close();
    }

    @Override
    public void close() {
        thread.interrupt();
        attempt();
    }

    private static Map<String, HostPenalty> byHost(Collection<HostPenalty> penalties) {
        return penalties.stream().collect(Collectors.toMap(HostPenalty::host, Function.identity()));
    }

    private void run() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(EVERY.toMillis());
                attempt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() {
        try {
            save();
        } catch (BackendAwayException e) {
            LOG.debugf("Penalties of hosts are saved later: %s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warnf("Penalties of hosts are saved later: %s", e);
        }
    }
}
