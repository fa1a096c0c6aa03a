package org.bellwether.ingest.host;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bellwether.egress.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * The budgets of all hosts that are asked. Thread-safe; one for the whole service. A host is a name in lower case, whatever the port. One
 * that has nothing to be remembered is forgotten.
 */
public final class HostBudgets {

    private static final Duration TIDY_EVERY = Duration.ofMinutes(1);
    private static final long LOOK_MILLIS = 200;

    private final HostLimits limits;
    private final InstantSource clock;
    private final Map<String, HostBudget> budgets = new HashMap<>();
    private Instant tidied;

    public HostBudgets(HostLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
        this.tidied = clock.instant();
    }

    /**
     * Asks for leave, without waiting for it. Who is told to wait has a place in the line from then on, under the name given, and loses it
     * by not asking again within a few seconds of the time told.
     *
     * @param who names the asker among all that ask this host: a feed's id
     */
    public Admission ask(URI url, String who, Pace pace) {
        return ask(name(url), (Object) who, pace);
    }

    /**
     * Asks for leave and waits for it, in line with all others; at once with {@link Admission.Wait} when it is not to be had in time.
     *
     * @param patience how long to wait at most
     * @param over looked at while waiting; true ends it
     * @throws InterruptedException when the service stops meanwhile
     */
    public Admission await(URI url, Pace pace, Duration patience, BooleanSupplier over) throws InterruptedException {
        String host = name(url);
        Object who = new Object();
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                Admission admission = ask(host, who, pace);
                if (!(admission instanceof Admission.Wait wait)) {
                    return admission;
                }
                long leftMillis = (end - System.nanoTime()) / 1_000_000;
                long neededMillis =
                        Duration.between(clock.instant(), wait.until()).toMillis() + 1;
                if (neededMillis > leftMillis || over.getAsBoolean()) {
                    return wait;
                }
                pause(Math.min(neededMillis, LOOK_MILLIS));
            }
        } finally {
            forget(host, who);
        }
    }

    /**
     * Learns from an answer of the host: 429 and 503 are a matter of all that is asked of it.
     *
     * @param retryAfter how long it asked to be left alone, from now; null when it did not
     */
    public synchronized void answered(URI url, int status, @Nullable Duration retryAfter) {
        of(name(url)).answered(status, retryAfter, clock.instant());
    }

    /** The pause between two pages that the host's robots.txt asks for; followed up to 30 s, zero for none. */
    public synchronized void crawlDelay(URI url, Duration delay) {
        of(name(url)).crawlDelay(delay);
    }

    /** What there is to be saved: penalties, and how often hosts refused in a row until the last that is over. */
    public synchronized List<HostPenalty> remembered() {
        Instant now = clock.instant();
        return budgets.values().stream()
                .flatMap(budget -> budget.remembered(now).stream())
                .toList();
    }

    /** Takes over what was saved before a restart. */
    public synchronized void resume(Collection<HostPenalty> saved) {
        saved.forEach(penalty -> of(penalty.host()).resume(penalty));
    }

    /** Takes a host's penalty back, since an operator knows better; whether there was one. */
    public synchronized boolean pardon(URI url) {
        HostBudget budget = budgets.get(name(url));
        return budget != null && budget.pardon(clock.instant());
    }

    /** How many hosts are remembered. */
    public synchronized int size() {
        return budgets.size();
    }

    synchronized void charge(String host) {
        of(host).charge(clock.instant());
    }

    synchronized void rest(String host, Duration length) {
        of(host).rest(length, clock.instant());
    }

    synchronized void giveBack(String host, Instant began) {
        of(host).giveBack(began);
        notifyAll();
    }

    /** An address without a host shares the budget of nobody; the fetcher refuses it. */
    static String name(URI url) {
        String host = WebAddress.host(url).toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private synchronized Admission ask(String host, Object who, Pace pace) {
        Instant now = clock.instant();
        tidy(now);
        Optional<Admission.Wait> wait = of(host).ask(who, pace, now);
        return wait.isPresent() ? wait.get() : new Leave(host, now, this);
    }

    private synchronized void forget(String host, Object who) {
        HostBudget budget = budgets.get(host);
        if (budget != null) {
            budget.forget(who);
        }
    }

    /** Somebody's leave given back ends it early. */
    @SuppressWarnings("WaitNotInLoop") // Whoever waits looks around in a loop of their own.
    private synchronized void pause(long millis) throws InterruptedException {
        wait(Math.max(1, millis));
    }

    private HostBudget of(String host) {
        return budgets.computeIfAbsent(host, name -> new HostBudget(name, limits));
    }

    private void tidy(Instant now) {
        if (tidied.plus(TIDY_EVERY).isAfter(now)) {
            return;
        }
        tidied = now;
        budgets.values().removeIf(budget -> {
            budget.tidy(now);
            return budget.idle(now);
        });
    }
}
