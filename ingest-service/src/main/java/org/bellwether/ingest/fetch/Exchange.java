package org.bellwether.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.ingest.host.Admission;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.Leave;
import org.jspecify.annotations.Nullable;

/** One fetch over all its hops: what was asked, the time left, the way so far, and the leave of the host that is asked now. */
final class Exchange implements AutoCloseable {

    private final FetchRequest request;
    private final Room room;
    private final Deadline deadline;
    private final HostBudgets budgets;
    private final Trail trail;
    private Duration patience;
    private @Nullable Leave leave;
    private boolean asked;

    /**
     * @param leave of the first host, taken before; null to ask for it
     */
    Exchange(
            FetchRequest request,
            Room room,
            @Nullable Leave leave,
            Deadline deadline,
            HostBudgets budgets,
            FetchLimits limits) {
        this.request = request;
        this.room = room;
        this.leave = leave;
        this.deadline = deadline;
        this.budgets = budgets;
        this.patience = limits.total();
        this.trail = new Trail(limits.maxRedirects());
    }

    FetchRequest request() {
        return request;
    }

    Room room() {
        return room;
    }

    Deadline deadline() {
        return deadline;
    }

    Trail trail() {
        return trail;
    }

    /**
     * Gets the leave of this address's host. Of one host at a time, or two fetches that lead to each other's would wait for each other.
     *
     * @return why it cannot be asked; empty when it can
     * @throws InterruptedException when the service stops meanwhile
     */
    Optional<Postponed> enter(URI url) throws InterruptedException {
        if (leave != null && leave.isFor(url)) {
            if (asked) {
                leave.again();
            }
            asked = true;
            return Optional.empty();
        }
        giveBack();
        asked = true;
        Admission admission = await(url);
        if (admission instanceof Admission.Wait wait) {
            return Optional.of(new Postponed(wait.until(), wait.reason()));
        }
        leave = (Leave) admission;
        return Optional.empty();
    }

    /** The time it takes is our own making and not held against the server; there is as much of it as for all exchanges. */
    private Admission await(URI url) throws InterruptedException {
        Duration left = deadline.pause();
        long begun = System.nanoTime();
        try {
            return budgets.await(url, request.pace(), patience, deadline::expired);
        } finally {
            patience = patience.minusNanos(System.nanoTime() - begun);
            deadline.resume(left);
        }
    }

    /** Where a redirect leads, if it may: that may itself have to be asked somewhere, so another host's leave is not held on to. */
    Hop step(URI from, Answer.Moved moved) {
        if (!request.follows(moved.status())) {
            return new Hop.No(FailureKind.REDIRECT, "what was posted is not posted anew after a " + moved.status());
        }
        Hop next = trail.step(from, moved.status(), moved.location());
        if (!(next instanceof Hop.To to)) {
            return next;
        }
        if (leave != null && !leave.isFor(to.url())) {
            giveBack();
        }
        return request.redirects().objection(to.url()).map(Hop::heeding).orElse(next);
    }

    private void giveBack() {
        if (leave != null) {
            leave.close();
            leave = null;
        }
    }

    @Override
    public void close() {
        giveBack();
    }
}
