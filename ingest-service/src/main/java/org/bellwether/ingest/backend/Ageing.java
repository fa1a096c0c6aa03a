package org.bellwether.ingest.backend;

import java.time.Instant;

/** What is kept in the store for a while only. */
public interface Ageing {

    /**
     * Declares the index that forgetting goes by.
     *
     * @throws BackendAwayException when the store does not answer
     */
    void ensureIndex();

    /**
     * Forgets what is older than that.
     *
     * @throws BackendAwayException when the store does not answer
     */
    void forgetBefore(Instant time);
}
