package org.bellwether.ingest.poll;

import org.bellwether.ingest.fetch.FailureKind;
import org.bellwether.ingest.schedule.PollOutcome.Hope;

/** How soon it is of use to ask again after a failure. */
final class Failures {

    private Failures() {}

    static Hope hope(FailureKind kind) {
        return switch (kind) {
            case GONE -> Hope.HARDLY;
            case BLOCKED, CLIENT_ERROR, TLS, BAD_URL, ADDRESS_REFUSED, UNEXPECTED_STATUS, TOO_LARGE, BOMB, REDIRECT ->
                Hope.LATER;
            case DNS, CONNECT, TIMEOUT, TOO_MANY_REQUESTS, SERVER_ERROR, TRUNCATED, IO -> Hope.SOON;
        };
    }
}
