package org.bellwether.ingest.poll;

import org.bellwether.ingest.fetch.FailureKind;
import org.bellwether.ingest.schedule.PollOutcome.Hope;

/** How soon it is of use to ask again after a failure. */
final class Failures {

    private Failures() {}

    static Hope hope(FailureKind kind) {
        return switch (kind.category()) {
            case GONE -> Hope.HARDLY;
            case BLOCKED, PERMANENT, CERTIFICATE, HOSTILE -> Hope.LATER;
            case TRANSIENT -> Hope.SOON;
        };
    }
}
