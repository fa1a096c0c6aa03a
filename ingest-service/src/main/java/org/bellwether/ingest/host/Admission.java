package org.bellwether.ingest.host;

import java.time.Instant;

/** Whether a host may be asked now. */
public sealed interface Admission permits Leave, Admission.Wait {

    /**
     * Not now.
     *
     * @param until when to ask for leave again; a place in the line is kept until a few seconds after
     * @param reason in words
     */
    record Wait(Instant until, String reason) implements Admission {}
}
