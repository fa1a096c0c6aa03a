package org.bellwether.ingest;

import java.util.Set;
import org.bellwether.ingest.poll.Bookkeeper;

/**
 * What is known from before of the feeds that this instance comes to poll.
 *
 * @param books of the feeds
 * @param hosts which of their hosts want to be left alone
 */
record Past(Bookkeeper books, HostMemory hosts) {

    /**
     * Takes over all that was saved of feeds.
     *
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store cannot be asked
     */
    void takeOver() {
        books.resume();
    }

    /**
     * Takes over what another instance learnt of feeds that it polled until now.
     *
     * @param feeds by id
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store cannot be asked
     */
    void takeOver(Set<String> feeds) {
        if (!feeds.isEmpty()) {
            books.resume(feeds);
            hosts.resume();
        }
    }

    /**
     * Leaves what is known here of hosts to who takes them over.
     *
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store did not take it
     */
    void leave() {
        hosts.save();
    }
}
