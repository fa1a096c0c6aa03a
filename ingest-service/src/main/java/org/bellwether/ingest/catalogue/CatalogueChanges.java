package org.bellwether.ingest.catalogue;

import java.util.List;

/** The steps that were taken, the oldest of them as the one that they come to; shared by all instances of the service. */
public interface CatalogueChanges {

    /**
     * Steps that others took, in order.
     *
     * @param revision that is known
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store cannot be asked
     * @throws org.bellwether.ingest.backend.StoreRefusedException when it will not answer
     */
    List<ChangeStep> after(long revision);

    /**
     * Takes a step, whole or not at all.
     *
     * @return false when another has been taken to that revision
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store did not say that it has taken it
     * @throws org.bellwether.ingest.backend.StoreRefusedException when it will not take it
     */
    boolean append(ChangeStep step);
}
