package org.bellwether.ingest.host;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** One of a host's few requests under way. Has to be given back, once the answer is read; giving it back again does nothing. */
public final class Leave implements Admission, AutoCloseable {

    private final String host;
    private final Instant began;
    private final HostBudgets budgets;
    private final AtomicBoolean open = new AtomicBoolean(true);

    Leave(String host, Instant began, HostBudgets budgets) {
        this.host = host;
        this.began = began;
        this.budgets = budgets;
    }

    /** Whether it is for this address, and still held. */
    public boolean isFor(URI url) {
        return open.get() && host.equals(HostBudgets.name(url));
    }

    /** One more request under this leave, such as a redirect within the host; paid for by those that come after. */
    public void again() {
        budgets.charge(host);
    }

    /** The host has enough and does not say for how long: all that is asked of it rests for so long, an hour at most. */
    public void rest(Duration length) {
        budgets.rest(host, length);
    }

    @Override
    public void close() {
        if (open.getAndSet(false)) {
            budgets.giveBack(host, began);
        }
    }
}
