package org.bellwether.ingest.lease;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of this instance, which one process bears at a time: as long as one beats under it, no other has it. For one
 * thread.
 */
final class Name {

    private final MongoLeases leases;
    private final String instance;
    private final String process;
    private final Duration silence;
    private final InstantSource steady;
    private long count;
    private boolean borne;
    private @Nullable Beat other;
    private Instant heard = Instant.MIN;

    /**
     * @param silence how long a beat counts for who made it: after that its process polls nothing by its own word
     */
    Name(MongoLeases leases, String instance, String process, Duration silence, InstantSource steady) {
        this.leases = leases;
        this.instance = instance;
        this.process = process;
        this.silence = silence;
        this.steady = steady;
    }

    /** Whether it was this process's at the last beat. */
    boolean isBorne() {
        return borne;
    }

    /**
     * Beats under it. A process that was swept away as gone for long takes it up again; one that finds another process
     * under it waits until that is silent.
     */
    void beat(long settled, Sight sight) throws NameTakenException {
        Beat beat = new Beat(instance, process, ++count, settled, sight);
        if (borne && leases.beat(beat)) {
            return;
        }
        borne = false;
        take(beat);
        borne = true;
        other = null;
    }

    /** Lets go of it, unless another process has it by now. */
    void leave() {
        borne = false;
        leases.leave(instance, process);
    }

    private void take(Beat beat) throws NameTakenException {
        Optional<Beat> there = leases.beatOf(instance);
        boolean taken;
        if (there.isEmpty()) {
            taken = leases.join(beat);
        } else if (there.get().process().equals(process)) {
            taken = leases.beat(beat);
        } else {
            taken = isSilent(there.get()) && leases.replace(there.get(), beat);
        }
        if (!taken) {
            throw new NameTakenException(instance, silence);
        }
    }

    private boolean isSilent(Beat last) {
        // Looked at after the beat was read: who made it did so before.
        Instant now = steady.instant();
        if (!last.equals(other)) {
            other = last;
            heard = now;
        }
        return !heard.plus(silence).isAfter(now);
    }
}
